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
 * | `POST /frame/api/documents` | multipart: `metadata` (JSON, first), then `content`; answers `UploadAnswer` |
 * | `POST /frame/api/answers`   | `StepAnswers` of a form; answers the applicant |
 * | `GET  /frame/api/images/{imageId}` | the bytes of one of the applicant's active images |
 * | `POST /frame/api/contacts`  | `ContactAddress`: sends a code there; answers `CodeSent` |
 * | `POST /frame/api/contacts/confirm` | `ContactCode`; answers `CodeChecked` |
 * | `POST /frame/api/links`     | `LinkRequest`; answers `LinkAnswer`, to go on with on another device |
 * | `POST /frame/api/links/token` | `LinkTokenRequest`, without an access token; answers `LinkToken`, 404 when it has expired |
 * | `POST /frame/api/submit`    | everything required is in: asks for the check; answers the applicant |
 */
export const framePaths = {
  applicant: '/frame/api/applicant',
  documents: '/frame/api/documents',
  images: '/frame/api/images',
  answers: '/frame/api/answers',
  contacts: '/frame/api/contacts',
  confirmContact: '/frame/api/contacts/confirm',
  links: '/frame/api/links',
  linkToken: '/frame/api/links/token',
  submit: '/frame/api/submit',
} as const;

/** Page that a link opens by itself, where the account has no page of its own for that; the link's id follows. */
export const linkPagePath = '/websdk/p/';

/** A text by language; `en` is always there. */
const titleSchema = v.objectWithRest({ en: v.string() }, v.string());
export type Title = v.InferOutput<typeof titleSchema>;

const sideSchema = v.nullable(v.picklist(idDocSubTypes));
const itemStateSchema = v.picklist(['received', 'accepted', 'send-again']);

export const documentTypeSchema = v.object({
  idDocType: v.string(),
  /** One upload for each; `[null]` where the document has one side. */
  sides: v.array(sideSchema),
});
export type DocumentType = v.InferOutput<typeof documentTypeSchema>;

export const fieldKinds = [
  'text',
  'textarea',
  'date',
  'country',
  'phone',
  'email',
  'select',
  'radio',
  'checkbox',
  'checkboxes',
] as const;
export type FieldKind = (typeof fieldKinds)[number];

export const formFieldSchema = v.object({
  /** As IDnGO spells it (`firstName`, `dob`), or the level's own. */
  name: v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9_-]*$/)),
  kind: v.picklist(fieldKinds),
  required: v.boolean(),
  /** Absent where the frame has its own text for `name`. */
  title: v.optional(titleSchema),
  /** Of a select, radio or checkboxes; a title is absent where the frame has its own text for `name.value`. */
  options: v.optional(v.array(v.object({ value: v.string(), title: v.optional(titleSchema) }))),
});
export type FormField = v.InferOutput<typeof formFieldSchema>;

export const questionnaireSchema = v.object({
  id: v.string(),
  sections: v.array(v.object({ id: v.string(), title: titleSchema, fields: v.array(formFieldSchema) })),
});
export type Questionnaire = v.InferOutput<typeof questionnaireSchema>;

/** By name of the field: dates `YYYY-MM-DD`, countries alpha-3, phones `+` and digits, a checkbox `true`. */
export const valuesSchema = v.record(v.string(), v.union([v.string(), v.array(v.string())]));
export type Values = v.InferOutput<typeof valuesSchema>;

/** Which of the frame's screens a level leaves out [G]. */
export const navConfSchema = v.object({
  skipWelcomeScreen: v.optional(v.boolean(), false),
  skipReviewScreen: v.optional(v.boolean(), false),
  disableContinuingOnMobile: v.optional(v.boolean(), false),
});

const frameImageSchema = v.object({
  imageId: v.string(),
  idDocSubType: sideSchema,
  state: itemStateSchema,
  rejectLabels: v.array(v.string()),
  moderationComment: v.nullable(v.string()),
});
export type FrameImage = v.InferOutput<typeof frameImageSchema>;

const anyStep = {
  idDocSetType: v.string(),
  /** `open`: nothing (or not all) given. `send-again`: the verdict asks for this step once more. */
  state: v.picklist(['open', ...itemStateSchema.options]),
  moderationComment: v.nullable(v.string()),
};

const documentStepSchema = v.object({
  kind: v.literal('documents'),
  ...anyStep,
  documentTypes: v.array(documentTypeSchema),
  /** `passiveLiveness` where a short film from the camera is wanted; null for photos and files. */
  videoRequired: v.nullable(v.string()),
  /** What was chosen at the last upload. */
  idDocType: v.nullable(v.string()),
  country: v.nullable(v.string()),
  /** Active images of the step, front first. */
  images: v.array(frameImageSchema),
});
const applicantDataStepSchema = v.object({
  kind: v.literal('applicant-data'),
  ...anyStep,
  fields: v.array(formFieldSchema),
  /** What was given before, or is known from elsewhere. */
  values: valuesSchema,
});
const questionnaireStepSchema = v.object({
  kind: v.literal('questionnaire'),
  ...anyStep,
  questionnaire: questionnaireSchema,
  values: valuesSchema,
});
const contactStepSchema = v.object({
  kind: v.literal('contact'),
  ...anyStep,
  contact: v.picklist(['email', 'phone']),
  /** Confirmed where the state is received or accepted. */
  address: v.nullable(v.string()),
});

const frameStepSchema = v.variant('kind', [
  documentStepSchema,
  applicantDataStepSchema,
  questionnaireStepSchema,
  contactStepSchema,
]);
export type FrameStep = v.InferOutput<typeof frameStepSchema>;
export type DocumentStep = v.InferOutput<typeof documentStepSchema>;
export type ApplicantDataStep = v.InferOutput<typeof applicantDataStepSchema>;
export type QuestionnaireStep = v.InferOutput<typeof questionnaireStepSchema>;
export type ContactStep = v.InferOutput<typeof contactStepSchema>;

export const frameApplicantSchema = v.object({
  applicantId: v.string(),
  /** Of the action that the access token is for, whose level, review and steps these are; else null. */
  applicantActionId: v.nullable(v.string()),
  levelName: v.string(),
  navConf: navConfSchema,
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
  /** All sides that the frame asks for, where its host said otherwise than the level (`documentsByCountries` [P]). */
  sides: v.optional(v.pipe(v.array(sideSchema), v.minLength(1))),
});
export type DocumentMetadata = v.InferOutput<typeof documentMetadataSchema>;

/** `errors` and `warnings` are "fast-fail" tags [S]; with errors the image is not kept and `imageId` is null. */
export const uploadAnswerSchema = v.object({
  imageId: v.nullable(v.string()),
  errors: v.array(v.string()),
  warnings: v.array(v.string()),
});
export type UploadAnswer = v.InferOutput<typeof uploadAnswerSchema>;

export const stepAnswersSchema = v.object({ idDocSetType: v.string(), values: valuesSchema });
export type StepAnswers = v.InferOutput<typeof stepAnswersSchema>;

export const contactAddressSchema = v.object({ idDocSetType: v.string(), address: v.string() });
export type ContactAddress = v.InferOutput<typeof contactAddressSchema>;
/** `too-soon`: none was sent now, the one from a moment ago still counts. Another can be asked for after `waitSecs`. */
export const codeSentSchema = v.object({
  outcome: v.picklist(['sent', 'too-soon']),
  codeLength: v.number(),
  waitSecs: v.number(),
});
export type CodeSent = v.InferOutput<typeof codeSentSchema>;
export const contactCodeSchema = v.object({ idDocSetType: v.string(), code: v.string() });
export type ContactCode = v.InferOutput<typeof contactCodeSchema>;
/** After `expired` and `too-many-tries` the code is void. */
export const codeCheckedSchema = v.variant('outcome', [
  v.object({ outcome: v.literal('confirmed'), applicant: frameApplicantSchema }),
  v.object({ outcome: v.literal('wrong-code'), triesLeft: v.number() }),
  v.object({ outcome: v.literal('expired') }),
  v.object({ outcome: v.literal('too-many-tries') }),
]);
export type CodeChecked = v.InferOutput<typeof codeCheckedSchema>;

const linkRecipientSchema = v.variant('channel', [
  v.object({ channel: v.literal('email'), address: v.pipe(v.string(), v.email()) }),
  v.object({ channel: v.literal('sms'), address: v.pipe(v.string(), v.regex(/^\+\d{7,15}$/)) }),
]);
export type LinkRecipient = v.InferOutput<typeof linkRecipientSchema>;

/** `sendTo`: whom the server sends the link to as well; a phone is `+` and digits. */
export const linkRequestSchema = v.object({ lang: v.string(), sendTo: v.optional(linkRecipientSchema) });
export type LinkRequest = v.InferOutput<typeof linkRequestSchema>;

/** `expiresInSecs` counts from the answer: the server's clock is not the browser's. */
export const linkAnswerSchema = v.object({ url: v.string(), expiresInSecs: v.number() });
export type LinkAnswer = v.InferOutput<typeof linkAnswerSchema>;

export const linkTokenRequestSchema = v.object({ linkId: v.string() });
export const linkTokenSchema = v.object({
  accessToken: v.string(),
  lang: v.nullable(v.string()),
  /** Somebody waits for the person on the device where the link was made. */
  goesBack: v.boolean(),
});
export type LinkToken = v.InferOutput<typeof linkTokenSchema>;
