import * as v from 'valibot';
import { reviewResultSchema } from './review';
import { lenient } from './tolerant';

/** Steps of a level that IDnGO lists [I]; the family adds `PHONE_VERIFICATION` and says `PROOF_OF_RESIDENCE` for an address [S]. */
export const idDocSetTypes = [
  'EMAIL_VERIFICATION',
  'PHONE_VERIFICATION',
  'QUESTIONNAIRE',
  'APPLICANT_DATA',
  'IDENTITY',
  'IDENTITY2',
  'IDENTITY3',
  'IDENTITY4',
  'PROOF_OF_ADDRESS',
  'PROOF_OF_RESIDENCE',
  'SELFIE',
  'SELFIE2',
] as const;
export type IdDocSetType = (typeof idDocSetTypes)[number];

/** Document types in the readable part of IDnGO's list [I]; the list goes on, so other names occur. */
export const idDocTypes = [
  'PASSPORT',
  'ID_CARD',
  'DRIVERS',
  'RESIDENCE_PERMIT',
  'UTILITY_BILL',
  'SELFIE',
  'PROFILE_IMAGE',
  'VEHICLE_REGISTRATION_CERTIFICATE',
  'WORK_PATENT',
  'MIGRATION_CARD',
] as const;
export type IdDocType = (typeof idDocTypes)[number];

/** `idDocSubType` [S]; null or absent where a document has one side. */
export const idDocSubTypes = ['FRONT_SIDE', 'BACK_SIDE'] as const;
export type IdDocSubType = (typeof idDocSubTypes)[number];

/** Image ids are numbers in IDnGO's family documents and strings in some clients [S][C][G]. */
const imageIdSchema = v.pipe(v.union([v.string(), v.number()]), v.transform(String));

/** One step of `requiredIdDocsStatus` [C][S]; `imageIds` hold the front first. */
export const stepStatusSchema = v.looseObject({
  reviewResult: lenient(reviewResultSchema),
  country: lenient(v.string()),
  idDocType: lenient(v.string()),
  imageIds: lenient(v.array(imageIdSchema)),
  imageReviewResults: lenient(v.record(v.string(), v.nullish(reviewResultSchema))),
});
export type StepStatus = v.InferOutput<typeof stepStatusSchema>;

/** Answer of `GET /resources/applicants/{applicantId}/requiredIdDocsStatus`: null where nothing was submitted [S]. */
export const requiredIdDocsStatusSchema = v.record(v.string(), v.nullish(stepStatusSchema));
export type RequiredIdDocsStatus = v.InferOutput<typeof requiredIdDocsStatusSchema>;

const text = lenient(v.string());
const holder = { country: text, firstName: text, firstNameEn: text, lastName: text, lastNameEn: text };
const period = { issuedDate: text, validUntil: text, number: text, dob: text };

const passportSchema = v.looseObject({ idDocType: v.literal('PASSPORT'), ...holder, ...period });
const idCardSchema = v.looseObject({ idDocType: v.literal('ID_CARD'), ...holder, ...period });
const driversSchema = v.looseObject({
  idDocType: v.literal('DRIVERS'),
  ...holder,
  ...period,
  firstIssuedDate: text,
});
const residencePermitSchema = v.looseObject({ idDocType: v.literal('RESIDENCE_PERMIT'), ...holder, ...period });
const utilityBillSchema = v.looseObject({
  idDocType: v.literal('UTILITY_BILL'),
  ...holder,
  issuedDate: text,
  address: lenient(
    v.looseObject({
      subStreet: text,
      subStreetEn: text,
      street: text,
      streetEn: text,
      state: text,
      stateEn: text,
      town: text,
      townEn: text,
      postCode: text,
      country: text,
    }),
  ),
});
const otherDocumentSchema = v.pipe(
  v.looseObject({ idDocType: v.string(), ...holder, ...period }),
  v.transform(({ idDocType, ...fields }) => ({ ...fields, idDocType: 'other' as const, providerDocType: idDocType })),
);

/**
 * One entry of `info.idDocs` with the field set of its type [I]. Every field is optional: it appears only if it was
 * recognised. A type the FAQ does not describe reads as `idDocType: 'other'` with its name in `providerDocType`.
 */
export const recognisedDocumentSchema = v.union([
  v.variant('idDocType', [passportSchema, idCardSchema, driversSchema, residencePermitSchema, utilityBillSchema]),
  otherDocumentSchema,
]);
export type RecognisedDocument = v.InferOutput<typeof recognisedDocumentSchema>;
