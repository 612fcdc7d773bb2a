import type { RejectLabel } from '#idngo/reject-labels';

/**
 * Labels a person may be told: about what is in a photo or document. Everything else, above all what speaks of lists,
 * fraud or crime, stays on the server, since saying which check caught somebody tips them off.
 */
const presentable = new Set<string>([
  'LOW_QUALITY',
  'UNSATISFACTORY_PHOTOS',
  'INCOMPLETE_DOCUMENT',
  'DOCUMENT_PAGE_MISSING',
  'DOCUMENT_DAMAGED',
  'FRONT_SIDE_MISSING',
  'BACK_SIDE_MISSING',
  'SCREENSHOTS',
  'BLACK_AND_WHITE',
  'INCOMPATIBLE_LANGUAGE',
  'EXPIRATION_DATE',
  'UNFILLED_ID',
  'ID_INVALID',
  'NOT_DOCUMENT',
  'DIGITAL_DOCUMENT',
  'GRAPHIC_EDITOR',
  'UNSUITABLE_DOCUMENT',
  'OUTDATED_DOCUMENT_VERSION',
  'DOCUMENT_MISSING',
  'MORE_DOCUMENTS_REQUIRED',
  'ADDITIONAL_DOCUMENT_REQUIRED',
  'BAD_AVATAR',
  'BAD_SELFIE',
  'BAD_VIDEO_SELFIE',
  'BAD_FACE_MATCHING',
  'SELFIE_WITH_PAPER',
  'BAD_PROOF_OF_IDENTITY',
  'BAD_PROOF_OF_ADDRESS',
  'BAD_PROOF_OF_PAYMENT',
  'WRONG_ADDRESS',
  'PROBLEMATIC_APPLICANT_DATA',
  'REQUESTED_DATA_MISMATCH',
  'NOT_ALL_CHECKS_COMPLETED',
  'UNSUITABLE_ENV',
  'CONNECTION_INTERRUPTED',
] satisfies RejectLabel[]);

export function isPresentable(label: string): boolean {
  return presentable.has(label);
}
