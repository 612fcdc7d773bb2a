import * as v from 'valibot';
import type { Endpoint } from './endpoints';

/** Whether a step or one of its images has to be sent again. */
const verdictSchema = v.picklist(['accepted', 'send-again', 'waiting', 'missing']);

const imageSchema = v.object({
  side: v.picklist(['front', 'back', 'whole']),
  verdict: verdictSchema,
  /** IDnGO reject labels of which a person is told; the first is the most useful to act on. */
  reasons: v.array(v.string()),
  /** IDnGO's `moderationComment`, in the applicant's language. */
  comment: v.nullable(v.string()),
});

/** One step of the level with what became of it, IDnGO's names for step and document. */
const stepSchema = v.object({
  idDocSetType: v.string(),
  idDocType: v.nullable(v.string()),
  verdict: verdictSchema,
  reasons: v.array(v.string()),
  comment: v.nullable(v.string()),
  images: v.array(imageSchema),
});
export type DocumentStep = v.InferOutput<typeof stepSchema>;
export type DocumentImage = v.InferOutput<typeof imageSchema>;
export type DocumentVerdict = v.InferOutput<typeof verdictSchema>;

const fieldNames = ['name', 'number', 'dob', 'issuedDate', 'validUntil', 'firstIssuedDate', 'town'] as const;
export type RecognisedFieldName = (typeof fieldNames)[number];

/** What was read from one document, masked: initials, the last characters of numbers, years of dates. */
const recognisedSchema = v.object({
  idDocType: v.string(),
  country: v.nullable(v.string()),
  fields: v.array(v.object({ name: v.picklist(fieldNames), masked: v.string() })),
});
export type RecognisedSummary = v.InferOutput<typeof recognisedSchema>;

/** How often the person may still submit, and, where none is left, when they may again. Null where nobody counts. */
const attemptsSchema = v.object({
  left: v.number(),
  nextAt: v.nullable(v.pipe(v.string(), v.isoTimestamp())),
});
export type Attempts = v.InferOutput<typeof attemptsSchema>;

/**
 * Answer of `GET /api/verification/documents`, asked from IDnGO on demand and kept nowhere. `comment` belongs to the
 * verdict as a whole; `recognised` is filled once the person is verified.
 */
export const verificationDocumentsSchema = v.object({
  /** Of the verification they belong to. */
  reference: v.string(),
  comment: v.nullable(v.string()),
  /** Labels of the verdict as a whole, as those of an image: some verdicts touch no document. */
  reasons: v.array(v.string()),
  attempts: v.nullable(attemptsSchema),
  steps: v.array(stepSchema),
  recognised: v.array(recognisedSchema),
});
export type VerificationDocuments = v.InferOutput<typeof verificationDocumentsSchema>;

/** Not in the table of `endpoints.ts`, which the start page carries. */
export const readDocuments = {
  method: 'GET',
  path: '/api/verification/documents',
  response: verificationDocumentsSchema,
} as const satisfies Endpoint;
