import type { ApplicantRecord } from './applicants';
import { recognisePerson } from './recognised-person';

/** Another applicant that may be the same person. The names of `types` are ours [?]. */
export interface DuplicateHit {
  applicantId: string;
  matchedFields: string[];
  types: ('DATA' | 'FILE')[];
}

const comparedFields = ['firstName', 'lastName', 'dob'] as const;

/** The same name and birthday, or the same file. Only those who had a verdict, and lately no other, are looked at [S]. */
export function findDuplicates(applicant: ApplicantRecord, all: readonly ApplicantRecord[]): DuplicateHit[] {
  return all.filter(other => isComparable(other, applicant)).flatMap(other => compare(applicant, other));
}

function isComparable(other: ApplicantRecord, { applicantId, environment }: ApplicantRecord): boolean {
  if (other.applicantId === applicantId || other.environment !== environment || other.presence === 'deleted') {
    return false;
  }
  const { reviewStatus } = other.review;
  const wasApproved = other.history.some(({ reviewResult }) => reviewResult.reviewAnswer === 'GREEN');
  return reviewStatus === 'completed' || (reviewStatus === 'init' && wasApproved);
}

function compare(applicant: ApplicantRecord, other: ApplicantRecord): DuplicateHit[] {
  const own = applicant.person ?? recognisePerson(applicant);
  const theirs = other.person ?? recognisePerson(other);
  const isSamePerson = comparedFields.every(field => own[field] === theirs[field]);
  const hashes = new Set(applicant.images.map(({ sha256 }) => sha256));
  const haveSameFile = other.images.some(({ sha256 }) => hashes.has(sha256));
  if (!isSamePerson && !haveSameFile) return [];
  return [
    {
      applicantId: other.applicantId,
      matchedFields: isSamePerson ? [...comparedFields] : [],
      types: [...(isSamePerson ? ['DATA' as const] : []), ...(haveSameFile ? ['FILE' as const] : [])],
    },
  ];
}
