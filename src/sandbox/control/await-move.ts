import { ApiError } from '../api-error';
import type { ApplicantRecord } from '../applicants/applicants';
import { requireLevel } from '../applicants/dossier';
import { toStepViews } from '../applicants/steps';
import type { Move } from './scenario-moves';

export type AwaitMove = Extract<Move, { move: 'await-submission' | 'await-step' }>;

/** Whether the person has done what a scenario waits for. Throws 409 where their level has no such step. */
export function isGiven(move: AwaitMove, applicant: ApplicantRecord): boolean {
  const { reviewStatus } = applicant.review;
  const isSubmitted = reviewStatus === 'pending' || reviewStatus === 'prechecked' || reviewStatus === 'queued';
  if (isSubmitted || move.move === 'await-submission') return isSubmitted;
  const view = toStepViews(requireLevel(applicant.levelName), applicant).find(
    ({ step }) => step.idDocSetType === move.step,
  );
  if (!view) throw new ApiError(409, `Level '${applicant.levelName}' has no step ${move.step}`);
  return view.state === 'received' || view.state === 'accepted';
}
