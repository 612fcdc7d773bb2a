import { ApiError, codedError } from '../api-error';
import { type ApplicantRecord, requireNotDeleted } from './applicants';
import type { RecognisedPerson } from './recognised-person';

const nothing = {
  email: null,
  phone: null,
  fixedInfo: null,
  metadata: [],
  tags: [],
  images: [],
  answers: [],
  recognised: [],
  person: null,
} as const;

function withoutPersonalData(applicant: ApplicantRecord): ApplicantRecord {
  return { ...applicant, ...nothing, metadata: [], tags: [], images: [], answers: [], recognised: [] };
}

/** Marks the applicant deleted for good; what was known of the person goes with it. */
export function markDeleted(applicant: ApplicantRecord): ApplicantRecord {
  requireNotDeleted(applicant);
  return { ...withoutPersonalData(applicant), presence: 'deleted' };
}

/** Only the verdict and the ids stay. */
export function erasePersonalData(applicant: ApplicantRecord): ApplicantRecord {
  requireNotDeleted(applicant);
  return withoutPersonalData(applicant);
}

export type TopLevelInfo = Partial<
  Pick<ApplicantRecord, 'externalUserId' | 'email' | 'phone' | 'lang' | 'sourceKey' | 'metadata'>
>;

export function changeTopLevelInfo(applicant: ApplicantRecord, info: TopLevelInfo): ApplicantRecord {
  requireNotDeleted(applicant);
  return { ...applicant, ...info };
}

/** Fields that are named are replaced, the others stay. */
export function changeFixedInfo(applicant: ApplicantRecord, fields: Record<string, unknown>): ApplicantRecord {
  requireNotDeleted(applicant);
  return { ...applicant, fixedInfo: { ...applicant.fixedInfo, ...fields } };
}

/** Corrects what was recognised. Throws 409 before anything was. */
export function changeRecognisedInfo(applicant: ApplicantRecord, fields: Partial<RecognisedPerson>): ApplicantRecord {
  requireNotDeleted(applicant);
  if (applicant.person === null) throw new ApiError(409, 'Nothing was recognised yet that could be changed');
  return { ...applicant, person: { ...applicant.person, ...fields } };
}

export function changeTags(applicant: ApplicantRecord, tags: readonly string[]): ApplicantRecord {
  requireNotDeleted(applicant);
  return { ...applicant, tags: [...new Set(tags)] };
}

export function addToBlocklist(applicant: ApplicantRecord): ApplicantRecord {
  requireNotDeleted(applicant);
  if (applicant.isBlocklisted) throw codedError(5000, 'The applicant is already on the block list');
  return { ...applicant, isBlocklisted: true };
}
