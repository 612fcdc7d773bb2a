import type { Environment } from '#idngo/environment';
import { ApiError, createCorrelationId } from '../api-error';
import { type ApplicantRecord, createIdPair, isApproved, requireActive } from './applicants';
import { type Decision, type Dossier, decide, requireLevel, setStatus, submit } from './dossier';
import type { Level } from './levels';
import { startReview } from './review-record';

/** Something that an approved person does once more; whatever becomes of it, the verification stays as it is [I]. */
export interface ActionRecord extends Dossier {
  actionId: string;
  inspectionId: string;
  applicantId: string;
  externalActionId: string;
  /** Of the applicant. */
  environment: Environment;
  externalUserId: string;
  email: string | null;
  phone: string | null;
  createdAt: number;
  changedAt: number;
  correlationId: string;
}

export type NewAction = Pick<ActionRecord, 'externalActionId' | 'levelName'> &
  Partial<Pick<ActionRecord, 'email' | 'phone' | 'answers'>>;

/** Throws 409 unless the applicant is approved [I], 400 where the level is not one of actions [S]. */
export function createAction(applicant: ApplicantRecord, given: NewAction, at: number): ActionRecord {
  requireActionLevel(given.levelName);
  requireActive(applicant);
  if (!isApproved(applicant)) {
    throw new ApiError(409, 'Actions are only for applicants that are completed and approved');
  }
  const { applicantId, environment, externalUserId } = applicant;
  const { id, nextId } = createIdPair();
  return {
    ...{ email: null, phone: null, answers: [], ...given },
    ...{ actionId: id, inspectionId: nextId, applicantId, environment, externalUserId },
    ...{ createdAt: at, changedAt: at, correlationId: createCorrelationId() },
    ...{ review: startReview(at), images: [], recognised: [] },
  };
}

function requireActionLevel(levelName: string): Level {
  const level = requireLevel(levelName);
  if (level.type === 'actions') return level;
  throw new ApiError(400, `Level '${levelName}' is not for actions`);
}

export function submitAction(action: ActionRecord, at: number): ActionRecord {
  return submit(action, at);
}

export function holdAction(action: ActionRecord): ActionRecord {
  return setStatus(action, 'onHold');
}

export function decideAction(action: ActionRecord, decision: Decision, at: number): ActionRecord {
  return decide(action, decision, at);
}
