import * as v from 'valibot';
import type { Endpoint } from './endpoints';

const fieldNames = ['name', 'number', 'dob', 'issuedDate', 'validUntil', 'firstIssuedDate', 'address'] as const;
export type RevealedFieldName = (typeof fieldNames)[number];

const revealedDocumentSchema = v.object({
  idDocType: v.string(),
  country: v.nullable(v.string()),
  fields: v.array(v.object({ name: v.picklist(fieldNames), value: v.string() })),
});
export type RevealedDocument = v.InferOutput<typeof revealedDocumentSchema>;

/**
 * Answer of `POST /api/verification/documents/reveal`: what was read from the documents, in full, for a verified person
 * who asked. Each answer is in the audit trail; neither side keeps it.
 */
export const revealedDocumentsSchema = v.object({
  /** Of the verification they belong to. */
  reference: v.string(),
  documents: v.array(revealedDocumentSchema),
});
export type RevealedDocuments = v.InferOutput<typeof revealedDocumentsSchema>;

/** Not in the table of `endpoints.ts`, which the start page carries. */
export const revealDocuments = {
  method: 'POST',
  path: '/api/verification/documents/reveal',
  response: revealedDocumentsSchema,
} as const satisfies Endpoint;
