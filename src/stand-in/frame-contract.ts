import * as v from 'valibot';
import { idDocSubTypes } from '#idngo/documents';
import { reviewSchema } from '#idngo/review';

/**
 * What the frame and the server behind it promise each other. IDnGO's frame has such a protocol too, but nobody
 * described it: this one is ours. Every request carries `Authorization: Bearer <access token>`; a token that is unknown
 * or expired is answered 401, other refusals with IDnGO's error body.
 *
 * | | |
 * |---|---|
 * | `GET  /frame/api/applicant` | the applicant, created at the first call; `?lang=` is stored as theirs |
 * | `POST /frame/api/documents` | multipart: `metadata` (JSON, first), then `content`; answers `{ imageId }` |
 * | `POST /frame/api/submit`    | everything required is in: asks for the check; answers the applicant |
 */
export const framePaths = {
  applicant: '/frame/api/applicant',
  documents: '/frame/api/documents',
  submit: '/frame/api/submit',
} as const;

const sideSchema = v.nullable(v.picklist(idDocSubTypes));
const itemStateSchema = v.picklist(['received', 'accepted', 'send-again']);

const frameImageSchema = v.object({
  imageId: v.string(),
  idDocSubType: sideSchema,
  state: itemStateSchema,
  rejectLabels: v.array(v.string()),
  moderationComment: v.nullable(v.string()),
});

const documentTypeSchema = v.object({
  idDocType: v.string(),
  /** One upload for each; `[null]` where the document has one side. */
  sides: v.array(sideSchema),
});

const frameStepSchema = v.object({
  idDocSetType: v.string(),
  /** `open`: nothing (or not all) uploaded. `send-again`: the verdict asks for this step once more. */
  state: v.picklist(['open', 'received', 'accepted', 'send-again']),
  documentTypes: v.array(documentTypeSchema),
  /** What was chosen at the last upload. */
  idDocType: v.nullable(v.string()),
  country: v.nullable(v.string()),
  moderationComment: v.nullable(v.string()),
  /** Active images of the step, front first. */
  images: v.array(frameImageSchema),
});
export type FrameStep = v.InferOutput<typeof frameStepSchema>;
export type FrameImage = v.InferOutput<typeof frameImageSchema>;

export const frameApplicantSchema = v.object({
  applicantId: v.string(),
  levelName: v.string(),
  review: reviewSchema,
  steps: v.array(frameStepSchema),
  fileSizeLimits: v.object({ minBytes: v.number(), maxBytes: v.number() }),
  /** Issuing countries on offer, ISO 3166-1 alpha-3. */
  countries: v.array(v.string()),
});
export type FrameApplicant = v.InferOutput<typeof frameApplicantSchema>;

export const documentMetadataSchema = v.object({
  idDocSetType: v.string(),
  idDocType: v.string(),
  country: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
  idDocSubType: v.optional(sideSchema, null),
});
export type DocumentMetadata = v.InferOutput<typeof documentMetadataSchema>;

export const uploadAnswerSchema = v.object({ imageId: v.string() });
