import { randomBytes, randomInt } from 'node:crypto';
import type { ReviewStatus } from '#idngo/review';
import { ApiError, codedError } from '../api-error';
import {
  type Decision,
  type Dossier,
  deactivate,
  decide,
  isBeingChecked,
  requireLevel,
  requireUndecided,
  submit,
} from './dossier';
import { answerFromKnownValues } from './known-values';
import type { Level } from './levels';
import { randomLetters, startReview } from './review-record';

/** IDnGO's two environments: separate credentials, people and webhooks [I]. */
export const environments = ['sandbox', 'production'] as const;
export type Environment = (typeof environments)[number];

export interface ApplicantRecord extends Dossier {
  applicantId: string;
  inspectionId: string;
  key: string;
  environment: Environment;
  externalUserId: string;
  email: string | null;
  phone: string | null;
  lang: string | null;
  /** What the client sent at creation: never overwritten by what is recognised. */
  fixedInfo: Record<string, unknown> | null;
  metadata: { key: string; value: string }[];
  presence: 'active' | 'deactivated' | 'deleted';
  createdAt: number;
  changedAt: number;
}

export type NewApplicant = Pick<ApplicantRecord, 'externalUserId' | 'levelName' | 'email' | 'phone' | 'lang'> &
  Partial<Pick<ApplicantRecord, 'environment' | 'fixedInfo' | 'metadata'>>;

const statusesThatForbidReset: readonly ReviewStatus[] = ['pending', 'prechecked', 'queued'];

export function createApplicant(person: NewApplicant, at: number): ApplicantRecord {
  const level = requireStandardLevel(person.levelName);
  const known = { fixedInfo: null, metadata: [], ...person };
  const idHead = randomBytes(12).toString('hex').slice(0, 23);
  const lastDigit = randomInt(15);
  return {
    applicantId: `${idHead}${lastDigit.toString(16)}`,
    inspectionId: `${idHead}${(lastDigit + 1).toString(16)}`,
    key: randomLetters(14).toUpperCase(),
    environment: 'sandbox',
    ...known,
    presence: 'active',
    createdAt: at,
    changedAt: at,
    review: startReview(at),
    images: [],
    answers: answerFromKnownValues(level, known),
    recognised: [],
  };
}

function requireStandardLevel(levelName: string): Level {
  const level = requireLevel(levelName);
  if (level.type === 'standard') return level;
  throw new ApiError(400, `Level '${levelName}' is for actions, not for applicants`);
}

/** A record that an earlier sandbox wrote, with what it did not know yet. */
export function upgradeApplicant(record: ApplicantRecord): ApplicantRecord {
  return { ...{ environment: 'sandbox', fixedInfo: null, metadata: [], answers: [] }, ...record };
}

export function hold(applicant: ApplicantRecord): ApplicantRecord {
  requireNotDeleted(applicant);
  if (applicant.review.reviewStatus === 'onHold') throw codedError(3000, 'The applicant is already on hold');
  return { ...applicant, review: { ...applicant.review, reviewStatus: 'onHold' } };
}

/** Half of the checks are done [S]. */
export function precheck(applicant: ApplicantRecord): ApplicantRecord {
  requireNotDeleted(applicant);
  const { reviewStatus } = applicant.review;
  if (reviewStatus === 'prechecked') throw codedError(3000, 'The applicant is already prechecked');
  if (reviewStatus !== 'pending') {
    throw new ApiError(409, `The applicant can't be prechecked while it is ${reviewStatus}`);
  }
  return { ...applicant, review: { ...applicant.review, reviewStatus: 'prechecked' } };
}

/** Back to `init`: earlier documents no longer count, an earlier verdict stays behind as a stale one. */
export function reset(applicant: ApplicantRecord): ApplicantRecord {
  requireNotDeleted(applicant);
  const { reviewStatus } = applicant.review;
  if (statusesThatForbidReset.includes(reviewStatus)) {
    throw new ApiError(409, `The applicant can't be reset while it is ${reviewStatus}`);
  }
  return {
    ...applicant,
    review: { ...applicant.review, pendingAt: null, reviewStatus: 'init' },
    images: applicant.images.map(deactivate),
    answers: [],
    recognised: [],
  };
}

export function canMove(applicant: ApplicantRecord): boolean {
  return applicant.presence === 'active' && !isBeingChecked(applicant);
}

/** Starts over at another level: status `init`, no documents, no verdict. */
export function moveToLevel(applicant: ApplicantRecord, levelName: string, at: number): ApplicantRecord {
  const level = requireStandardLevel(levelName);
  requireActive(applicant);
  if (applicant.levelName === levelName) throw codedError(3000, `The applicant is already at level '${levelName}'`);
  if (!canMove(applicant)) {
    throw new ApiError(409, `The level can't change while the applicant is ${applicant.review.reviewStatus}`);
  }
  return {
    ...applicant,
    levelName,
    review: startReview(at),
    images: applicant.images.map(deactivate),
    answers: answerFromKnownValues(level, applicant),
    recognised: [],
  };
}

export function switchPresence(applicant: ApplicantRecord, presence: 'active' | 'deactivated'): ApplicantRecord {
  requireNotDeleted(applicant);
  if (applicant.presence === presence) throw codedError(3000, `The applicant is already ${presence}`);
  return { ...applicant, presence };
}

/** Marks the applicant deleted for good; what was known of the person goes with it. */
export function markDeleted(applicant: ApplicantRecord): ApplicantRecord {
  requireNotDeleted(applicant);
  return {
    ...applicant,
    presence: 'deleted',
    email: null,
    phone: null,
    fixedInfo: null,
    metadata: [],
    images: [],
    answers: [],
    recognised: [],
  };
}

export function requireNotDeleted(applicant: Pick<ApplicantRecord, 'presence'>): void {
  if (applicant.presence === 'deleted') throw codedError(1008, 'The applicant was deleted');
}

export function requireActive(applicant: Pick<ApplicantRecord, 'presence'>): void {
  requireNotDeleted(applicant);
  if (applicant.presence === 'deactivated') throw codedError(1008, 'The applicant is deactivated');
}

/** Throws why the applicant takes no more data: 1006, 1008 or 1009. */
export function requireOpen(applicant: ApplicantRecord): void {
  requireActive(applicant);
  requireUndecided(applicant);
}

export function submitApplicant(applicant: ApplicantRecord, at: number): ApplicantRecord {
  requireActive(applicant);
  return submit(applicant, at);
}

export function decideApplicant(applicant: ApplicantRecord, decision: Decision, at: number): ApplicantRecord {
  requireNotDeleted(applicant);
  return decide(applicant, decision, at);
}
