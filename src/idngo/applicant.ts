import * as v from 'valibot';
import { recognisedDocumentSchema } from './documents';
import { reviewSchema } from './review';
import { lenient } from './tolerant';

const fieldSchema = v.looseObject({ name: v.string(), required: lenient(v.boolean()) });

const docSetSchema = v.looseObject({
  idDocSetType: v.string(),
  types: lenient(v.array(v.string())),
  subTypes: lenient(v.array(v.string())),
  videoRequired: lenient(v.string()),
  fields: lenient(v.array(fieldSchema)),
  customFields: lenient(v.array(fieldSchema)),
});

/**
 * An applicant as `GET /resources/applicants/{applicantId}/one` answers it [C][S]. `createdAt` is GMT without a zone;
 * `info` is what was recognised, present only as far as it was recognised and the app token may see it.
 */
export const applicantSchema = v.looseObject({
  id: v.string(),
  createdAt: lenient(v.string()),
  clientId: lenient(v.string()),
  inspectionId: lenient(v.string()),
  externalUserId: lenient(v.string()),
  sourceKey: lenient(v.string()),
  email: lenient(v.string()),
  phone: lenient(v.string()),
  lang: lenient(v.string()),
  type: lenient(v.string()),
  info: lenient(v.looseObject({ idDocs: lenient(v.array(recognisedDocumentSchema)) })),
  fixedInfo: lenient(v.looseObject({})),
  metadata: lenient(v.array(v.looseObject({ key: v.string(), value: v.string() }))),
  requiredIdDocs: lenient(v.looseObject({ docSets: lenient(v.array(docSetSchema)) })),
  review: lenient(reviewSchema),
});
export type Applicant = v.InferOutput<typeof applicantSchema>;
