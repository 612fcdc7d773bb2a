import { createHash } from 'node:crypto';
import type { ApplicantRecord } from '../applicants/applicants';
import { findDuplicates } from '../applicants/duplicates';
import { recognisePerson } from '../applicants/recognised-person';
import { toApplicantTime } from '../timestamps';

/** Checks are there once the applicant was submitted or judged; before that there is none [?]. */
export function toDuplicateCheck(applicant: ApplicantRecord, all: readonly ApplicantRecord[]) {
  const duplicateApplicantHits = findDuplicates(applicant, all);
  const answer = duplicateApplicantHits.length > 0 ? 'RED' : 'GREEN';
  return toCheck(applicant, 'SIMILAR_SEARCH', answer, {
    similarSearchInfo: { answer, duplicateApplicantHits },
  });
}

/** What a register would know by the taxpayer number that the client sent in `fixedInfo.tin`; fields of the document are ours [?]. */
export function toTaxNumberCheck(applicant: ApplicantRecord) {
  const tin = applicant.fixedInfo?.tin;
  if (typeof tin !== 'string' || tin === '') return [];
  const { firstName, lastName, dob } = applicant.person ?? recognisePerson(applicant);
  return toCheck(applicant, 'TIN', 'GREEN', {
    inputDoc: { tin },
    extractedDoc: { tin, firstName, lastName, dob },
  });
}

function toCheck(applicant: ApplicantRecord, checkType: string, answer: 'GREEN' | 'RED', result: object) {
  const { attemptId, pendingAt, reviewedAt } = applicant.review;
  const checkedAt = reviewedAt ?? pendingAt;
  if (checkedAt === null) return [];
  const id = toUuid(`${applicant.applicantId} ${attemptId} ${checkType}`);
  return [{ answer, checkType, createdAt: toApplicantTime(checkedAt), id, attemptId, ...result }];
}

/** The same every time it is asked for. */
function toUuid(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
