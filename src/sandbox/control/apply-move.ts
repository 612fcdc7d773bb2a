import type { AccessTokens } from '../api/access-tokens';
import { ApiError } from '../api-error';
import {
  type ApplicantRecord,
  decideApplicant,
  hold,
  moveToLevel,
  queue,
  reset,
  switchPresence,
} from '../applicants/applicants';
import { activeImages, type Decision, type Fault } from '../applicants/dossier';
import type { ImageRecord } from '../applicants/image-record';
import { markDeleted } from '../applicants/personal-data';
import { toReviewResult } from '../applicants/review-record';
import type { ApplicantStore } from '../applicants/store';
import { chooseText } from './choose-text';
import type { FoundFault, Move, ScenarioVerdict } from './scenario-moves';

export type OwnMove = Exclude<Move, { move: 'await-submission' | 'await-step' | 'pause' }>;

/** Does what the panel's command of that name does. Throws why the applicant does not allow it. */
export function applyMove(
  move: OwnMove,
  applicantId: string,
  { store, accessTokens }: { store: ApplicantStore; accessTokens: AccessTokens },
): void {
  switch (move.move) {
    case 'verdict':
      store.change(applicantId, 'applicantReviewed', (applicant, at) =>
        decideApplicant(applicant, toDecision(move.verdict, applicant), at),
      );
      return;
    case 'change-level':
      store.change(applicantId, 'applicantLevelChanged', (applicant, at) => moveToLevel(applicant, move.levelName, at));
      return;
    case 'precheck':
      store.change(applicantId, 'applicantPrechecked', queue);
      return;
    case 'hold':
      store.change(applicantId, 'applicantOnHold', hold);
      return;
    case 'reset':
      store.change(applicantId, 'applicantReset', reset);
      return;
    case 'deactivate':
      store.change(applicantId, 'applicantDeactivated', applicant => switchPresence(applicant, 'deactivated'));
      return;
    case 'activate':
      store.change(applicantId, 'applicantActivated', applicant => switchPresence(applicant, 'active'));
      return;
    case 'delete':
      store.change(applicantId, 'applicantDeleted', markDeleted);
      return;
    case 'expire-tokens': {
      const { externalUserId, environment } = store.require(applicantId);
      accessTokens.expireAll(externalUserId, environment);
      return;
    }
  }
}

function toDecision(verdict: ScenarioVerdict, applicant: ApplicantRecord): Decision {
  if (verdict.reviewAnswer === 'GREEN') return { result: { reviewAnswer: 'GREEN' }, images: {}, steps: {} };
  const { reviewAnswer, reviewRejectType, rejectLabels, comment, clientComment, faults } = verdict;
  const decision: Decision = {
    result: toReviewResult({
      ...{ moderationComment: chooseText(comment, applicant.lang), clientComment },
      ...{ reviewAnswer, rejectLabels: [...rejectLabels], reviewRejectType },
    }),
    images: {},
    steps: {},
  };
  for (const found of faults) {
    const fault: Fault = {
      rejectLabels: [...found.rejectLabels],
      moderationComment: chooseText(found.comment, applicant.lang),
    };
    const images = activeImages(applicant).filter(image => isMeant(image, found));
    for (const { imageId } of images) decision.images[imageId] = fault;
    if (images.length > 0) continue;
    if (!applicant.answers.some(answer => answer.idDocSetType === found.step)) {
      throw new ApiError(409, `The person has given nothing for ${found.step} at level '${applicant.levelName}'`);
    }
    decision.steps[found.step] = fault;
  }
  return decision;
}

function isMeant({ idDocSetType, idDocSubType }: ImageRecord, { step, side }: FoundFault): boolean {
  if (idDocSetType !== step) return false;
  return side === undefined || (side === 'back') === (idDocSubType === 'BACK_SIDE');
}
