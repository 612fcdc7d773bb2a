import type { ReviewStatus } from '#idngo/review';
import { type ApplicantRecord, requireNotDeleted } from '../applicants/applicants';
import type { ApplicantStore } from '../applicants/store';
import type { Play } from './scenario-contract';
import type { Move } from './scenario-moves';

/** The applicant to play for, where there is one yet. Throws 404 and 1008. */
export function findSubject(play: Play, store: ApplicantStore): ApplicantRecord | undefined {
  if (play.externalUserId !== undefined) return store.findByExternalUserId(play.externalUserId, 'sandbox');
  if (play.applicantId === undefined) return undefined;
  const applicant = store.require(play.applicantId);
  requireNotDeleted(applicant);
  return applicant;
}

const statusesToLeave: readonly ReviewStatus[] = ['completed', 'onHold', 'awaitingUser', 'awaitingService'];

/** What brings an applicant back to the beginning; one that waits for a verdict is left as it is. */
export function listMovesToStart({ presence, review }: ApplicantRecord): Move[] {
  const activate: Move[] = presence === 'deactivated' ? [{ move: 'activate' }] : [];
  return statusesToLeave.includes(review.reviewStatus) ? [...activate, { move: 'reset' }] : activate;
}

export function listMovesToLevel(applicant: ApplicantRecord, levelName: string | null): Move[] {
  return levelName === null || levelName === applicant.levelName ? [] : [{ move: 'change-level', levelName }];
}
