import type { RejectLabel } from '#idngo/reject-labels';

/**
 * Labels of which a person is told, each with words of its own in the browser's dictionary. They are about what was
 * sent, and what to send instead. Where one document has several, the first in this order speaks: who does only what a
 * later one asks for is refused again for an earlier one.
 */
export const toldLabels = [
  // It takes another document: a better photo of this one would not do.
  'UNSUITABLE_DOCUMENT',
  'NOT_DOCUMENT',
  'BAD_PROOF_OF_IDENTITY',
  'BAD_PROOF_OF_ADDRESS',
  'BAD_PROOF_OF_PAYMENT',
  'EXPIRATION_DATE',
  'DOCUMENT_DEPRIVED',
  'OUTDATED_DOCUMENT_VERSION',
  'INCOMPATIBLE_LANGUAGE',
  'UNSUPPORTED_LANGUAGE',
  'DIGITAL_DOCUMENT',
  'UNFILLED_ID',
  'DOCUMENT_DAMAGED',
  'ID_INVALID',
  // Something is missing, however good the rest is; which one before that there is one.
  'FRONT_SIDE_MISSING',
  'BACK_SIDE_MISSING',
  'DOCUMENT_PAGE_MISSING',
  'INCOMPLETE_DOCUMENT',
  'DOCUMENT_MISSING',
  'ADDITIONAL_DOCUMENT_REQUIRED',
  'MORE_DOCUMENTS_REQUIRED',
  'SELFIE_WITH_PAPER',
  'GPS_AS_POA_SKIPPED',
  // What was typed has to be corrected.
  'WRONG_ADDRESS',
  'INCORRECT_SOCIAL_NUMBER',
  'REQUESTED_DATA_MISMATCH',
  'PROBLEMATIC_APPLICANT_DATA',
  // The picture has to be taken in another way.
  'SCREENSHOTS',
  'GRAPHIC_EDITOR',
  'BLACK_AND_WHITE',
  'BAD_VIDEO_SELFIE',
  'BAD_SELFIE',
  'BAD_FACE_MATCHING',
  'BAD_AVATAR',
  'UNSUITABLE_ENV',
  'APPLICANT_INTERRUPTED_INTERVIEW',
  'CONNECTION_INTERRUPTED',
  // The picture has to be better; what is wrong with it before that something is.
  'LOW_QUALITY',
  'UNSATISFACTORY_PHOTOS',
  // What helps least to know.
  'NOT_ALL_CHECKS_COMPLETED',
  'CHECK_UNAVAILABLE',
] as const satisfies readonly RejectLabel[];

/**
 * Labels that stay on the server, and why. `tips-off`: it says which check caught somebody, or whom they were compared
 * with. `policy`: nothing that a person sends changes it, and the business has to explain it. `company`: not about a
 * person. `empty`: it says nothing.
 */
export const neverTold = {
  FORGERY: 'tips-off',
  DOCUMENT_TEMPLATE: 'tips-off',
  SPAM: 'tips-off',
  SELFIE_MISMATCH: 'tips-off',
  DUPLICATE: 'tips-off',
  BLACKLIST: 'tips-off',
  BLOCKLIST: 'tips-off',
  INCONSISTENT_PROFILE: 'tips-off',
  CRIMINAL: 'tips-off',
  COMPROMISED_PERSONS: 'tips-off',
  PEP: 'tips-off',
  ADVERSE_MEDIA: 'tips-off',
  SANCTIONS: 'tips-off',
  FRAUDULENT_PATTERNS: 'tips-off',
  FRAUDULENT_LIVENESS: 'tips-off',
  THIRD_PARTY_INVOLVED: 'tips-off',
  RESTRICTED_PERSON: 'tips-off',
  FORCED_VERIFICATION: 'tips-off',
  DEEPFAKE: 'tips-off',
  LIVENESS_WITH_PHONE: 'tips-off',
  DB_DATA_NOT_FOUND: 'tips-off',
  DB_DATA_MISMATCH: 'tips-off',
  FOREIGNER: 'policy',
  WRONG_USER_REGION: 'policy',
  REGULATIONS_VIOLATIONS: 'policy',
  AGE_REQUIREMENT_MISMATCH: 'policy',
  EXPERIENCE_REQUIREMENT_MISMATCH: 'policy',
  COMPANY_NOT_DEFINED_STRUCTURE: 'company',
  COMPANY_NOT_DEFINED_BENEFICIARIES: 'company',
  COMPANY_NOT_DEFINED_REPRESENTATIVES: 'company',
  COMPANY_NOT_VALIDATED_BENEFICIARIES: 'company',
  COMPANY_NOT_VALIDATED_REPRESENTATIVES: 'company',
  COMPANY_INACTIVE_ENTITY: 'company',
  COMPANY_INCORRECT_DATA: 'company',
  COMPANY_DATA_MISMATCH: 'company',
  COMPANY_PROBLEMATIC_STRUCTURE: 'company',
  COMPANY_NOT_DEFINED_OWNERSHIP_STRUCTURE: 'company',
  COMPANY_NOT_VALIDATED_DIRECTORS: 'company',
  COMPANY_NOT_VALIDATED_BENEFICIAL_OWNERS: 'company',
  OK: 'empty',
  OTHER: 'empty',
} as const satisfies Partial<Record<RejectLabel, 'tips-off' | 'policy' | 'company' | 'empty'>>;

const order = new Map<string, number>(toldLabels.map((label, place) => [label, place]));

export function isPresentable(label: string): boolean {
  return order.has(label);
}

/** What of a verdict's labels may leave the server, each once, the one that speaks first. */
export function toToldLabels(labels: readonly string[]): string[] {
  const told = [...new Set(labels)].filter(isPresentable);
  return told.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
}
