import { randomBytes, randomInt } from 'node:crypto';
import type { Environment } from '#idngo/environment';
import type { ReviewStatus } from '#idngo/review';
import { ApiError, codedError, createCorrelationId } from '../api-error';
import {
  activeImages,
  type Decision,
  type Dossier,
  deactivate,
  decide,
  replaces,
  requireLevel,
  requireUndecided,
  setStatus,
  startOver,
  startStepOver,
  submit,
} from './dossier';
import { answerFromKnownValues } from './known-values';
import type { Level } from './levels';
import { type RecognisedPerson, recognisePerson } from './recognised-person';
import { type PastReview, randomLetters, remember, startReview } from './review-record';

export interface ApplicantRecord extends Dossier {
  applicantId: string;
  inspectionId: string;
  key: string;
  environment: Environment;
  externalUserId: string;
  /** Which of the client's sites or products it came from; repeated in webhooks. */
  sourceKey: string | null;
  /** Created by a call of the API, or by the frame when it loaded with a token. */
  platform: 'API' | 'Web';
  email: string | null;
  phone: string | null;
  lang: string | null;
  /** What the client sent at creation: never overwritten by what is recognised. */
  fixedInfo: Record<string, unknown> | null;
  metadata: { key: string; value: string }[];
  tags: string[];
  presence: 'active' | 'deactivated' | 'deleted';
  isBlocklisted: boolean;
  createdAt: number;
  changedAt: number;
  /** Of the latest event; the next one repeats it where both come from one request. */
  correlationId: string;
  /** Who the last GREEN found the person to be. */
  person: RecognisedPerson | null;
  /** Newest first. */
  history: PastReview[];
}

type Optional = 'fixedInfo' | 'metadata' | 'sourceKey' | 'platform';
export type NewApplicant = Pick<ApplicantRecord, 'environment' | 'externalUserId' | 'levelName'> &
  Pick<ApplicantRecord, 'email' | 'phone' | 'lang'> &
  Partial<Pick<ApplicantRecord, Optional>>;

/** [S]; `prechecked` is ours, as a check is under way then, too. */
const statusesThatForbidMoving: readonly ReviewStatus[] = ['pending', 'prechecked', 'queued', 'onHold'];

const unsaid = {
  environment: 'sandbox',
  sourceKey: null,
  platform: 'Web',
  fixedInfo: null,
  metadata: [],
  tags: [],
  isBlocklisted: false,
  answers: [],
  person: null,
  history: [],
} as const satisfies Partial<Record<keyof ApplicantRecord, unknown>>;

export function createApplicant(person: NewApplicant, at: number): ApplicantRecord {
  const level = requireStandardLevel(person.levelName);
  const known = { ...unsaid, metadata: [], tags: [], history: [], ...person };
  const { id, nextId } = createIdPair();
  return {
    ...known,
    applicantId: id,
    inspectionId: nextId,
    key: randomLetters(14).toUpperCase(),
    presence: 'active',
    createdAt: at,
    changedAt: at,
    correlationId: createCorrelationId(),
    review: startReview(at),
    images: [],
    answers: answerFromKnownValues(level, known),
    recognised: [],
  };
}

/** 24 hex digits, and the same with the last digit one higher, as an inspection's id is at Cyberity [C]. */
export function createIdPair(): { id: string; nextId: string } {
  const head = randomBytes(12).toString('hex').slice(0, 23);
  const lastDigit = randomInt(15);
  return { id: `${head}${lastDigit.toString(16)}`, nextId: `${head}${(lastDigit + 1).toString(16)}` };
}

/** Throws 404 for a level that does not exist, 400 for one of actions. */
export function requireStandardLevel(levelName: string): Level {
  const level = requireLevel(levelName);
  if (level.type === 'standard') return level;
  throw new ApiError(400, `Level '${levelName}' is for actions, not for applicants`);
}

/** A record that an earlier sandbox wrote, with what it did not know yet. */
export function upgradeApplicant(record: ApplicantRecord): ApplicantRecord {
  const images = record.images.map(image => ({ ...{ addedAt: null, attemptId: null }, ...image }));
  return {
    ...{ ...unsaid, correlationId: createCorrelationId() },
    ...record,
    images,
    person: record.person ?? (record.recognised.length > 0 ? recognisePerson({ ...unsaid, ...record }) : null),
  };
}

/** Back to `init`: earlier documents no longer count, an earlier verdict stays behind as a stale one. */
export function reset(applicant: ApplicantRecord): ApplicantRecord {
  requireNotDeleted(applicant);
  return { ...startOver(applicant), person: null };
}

export function resetStep(applicant: ApplicantRecord, idDocSetType: string): ApplicantRecord {
  requireNotDeleted(applicant);
  return startStepOver(applicant, idDocSetType);
}

export function canMove({ presence, review }: Pick<ApplicantRecord, 'presence' | 'review'>): boolean {
  return presence === 'active' && !statusesThatForbidMoving.includes(review.reviewStatus);
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
    person: null,
  };
}

export function switchPresence(applicant: ApplicantRecord, presence: 'active' | 'deactivated'): ApplicantRecord {
  requireNotDeleted(applicant);
  if (applicant.presence === presence) throw codedError(3000, `The applicant is already ${presence}`);
  return { ...applicant, presence };
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

export function submitApplicant(
  applicant: ApplicantRecord,
  at: number,
  reasonCode: string | null = null,
): ApplicantRecord {
  requireActive(applicant);
  return submit(applicant, at, reasonCode);
}

/** Half of the checks are done [S]. Throws 409 unless the applicant is pending. */
export function precheck(applicant: ApplicantRecord): ApplicantRecord {
  return goOn(applicant, 'prechecked', ['pending']);
}

/** The checks run [S]. Throws 409 unless the applicant is pending or prechecked. */
export function queue(applicant: ApplicantRecord): ApplicantRecord {
  return goOn(applicant, 'queued', ['pending', 'prechecked']);
}

function goOn(applicant: ApplicantRecord, next: ReviewStatus, from: readonly ReviewStatus[]): ApplicantRecord {
  requireNotDeleted(applicant);
  const { reviewStatus } = applicant.review;
  if (reviewStatus === next || from.includes(reviewStatus)) return setStatus(applicant, next);
  throw new ApiError(409, `The applicant can't be ${next} while it is ${reviewStatus}`);
}

/** An officer, the person or a service is waited for; an earlier verdict stays behind as a stale one. */
export function pause(
  applicant: ApplicantRecord,
  reviewStatus: 'onHold' | 'awaitingUser' | 'awaitingService',
): ApplicantRecord {
  requireNotDeleted(applicant);
  return setStatus(applicant, reviewStatus);
}

export function hold(applicant: ApplicantRecord): ApplicantRecord {
  return pause(applicant, 'onHold');
}

export function decideApplicant(applicant: ApplicantRecord, decision: Decision, at: number): ApplicantRecord {
  requireNotDeleted(applicant);
  const { result } = decision;
  const decided = decide(applicant, decision, at);
  const { levelName, review } = decided;
  const past = { attemptId: review.attemptId, levelName, reviewedAt: at, reviewResult: result };
  return {
    ...decided,
    history: remember(applicant.history, past),
    person: result.reviewAnswer === 'GREEN' ? recognisePerson(applicant) : applicant.person,
  };
}

/** Whether the person is approved: the latest verdict is GREEN and still counts. */
export function isApproved({ review }: Pick<Dossier, 'review'>): boolean {
  return review.reviewStatus === 'completed' && review.reviewResult?.reviewAnswer === 'GREEN';
}

/** Throws 3000 where the image is in that state already, 409 where it may not be put there. */
export function switchImage(applicant: ApplicantRecord, imageId: string, isActive: boolean): ApplicantRecord {
  requireNotDeleted(applicant);
  const others = activeImages(applicant).filter(image => image.imageId !== imageId);
  const images = applicant.images.map(image => {
    if (image.imageId !== imageId) return image;
    if ((image.state !== 'inactive') === isActive) {
      throw codedError(3000, `The image is already ${isActive ? 'active' : 'inactive'}`);
    }
    if (!isActive) return deactivate(image);
    const rival = others.find(other => replaces(image, other));
    if (rival) throw new ApiError(409, `Image ${rival.imageId} has taken its place`);
    return { ...image, state: 'received' as const };
  });
  return { ...applicant, images };
}
