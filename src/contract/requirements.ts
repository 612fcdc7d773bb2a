import * as v from 'valibot';

const documents = v.array(v.string());

/** One thing a level asks for, in the order of its steps; documents are IDnGO's types, of which one is enough. */
const requirementSchema = v.variant('need', [
  v.object({ need: v.literal('identity'), documents }),
  v.object({ need: v.literal('address'), documents }),
  /** A `film` can only be made by the camera, a `photo` also be sent as a file. */
  v.object({ need: v.literal('selfie'), as: v.picklist(['photo', 'film']) }),
  v.object({ need: v.picklist(['contact', 'questions', 'other']) }),
]);
export type Requirement = v.InferOutput<typeof requirementSchema>;

/** What the person's level asks for; null until the backend has learned it. */
export const requirementsSchema = v.nullable(v.array(requirementSchema));
export type Requirements = v.InferOutput<typeof requirementsSchema>;
