import { randomBytes, randomInt } from 'node:crypto';
import type { ReviewRejectType, ReviewStatus } from '#idngo/review';
import { ApiError, codedError } from '../api-error';
import type { ImageRecord } from './image-record';
import { findLevel, type Level } from './levels';
import { findDocumentType, listMissing } from './steps';

/** A verdict in the order of fields that genuine bodies have. */
export type ReviewResult =
  | { reviewAnswer: 'GREEN' }
  | {
      moderationComment?: string;
      clientComment?: string;
      reviewAnswer: 'RED';
      rejectLabels: string[];
      reviewRejectType: ReviewRejectType;
    };

export interface ReviewRecord {
  reviewId: string;
  attemptId: string;
  attemptCnt: number;
  createdAt: number;
  pendingAt: number | null;
  reviewedAt: number | null;
  reviewStatus: ReviewStatus;
  /** Counts only while `reviewStatus` is `completed`; a reset leaves it behind. */
  reviewResult: ReviewResult | null;
}

export interface ApplicantRecord {
  applicantId: string;
  inspectionId: string;
  key: string;
  externalUserId: string;
  email: string | null;
  phone: string | null;
  lang: string | null;
  levelName: string;
  presence: 'active' | 'deactivated' | 'deleted';
  createdAt: number;
  changedAt: number;
  review: ReviewRecord;
  images: ImageRecord[];
  /** What the last GREEN recognised. */
  recognised: { idDocType: string; country: string }[];
}

export interface NewApplicant {
  externalUserId: string;
  levelName: string;
  email: string | null;
  phone: string | null;
  lang: string | null;
}

/** A decision on an applicant; `images` holds what was found wrong with single images, by id. */
export interface Decision {
  result: ReviewResult;
  images: Record<string, { rejectLabels: string[]; moderationComment?: string }>;
}

const statusesBeingChecked: readonly ReviewStatus[] = ['pending', 'prechecked', 'queued', 'onHold', 'awaitingService'];
const statusesThatForbidReset: readonly ReviewStatus[] = ['pending', 'prechecked', 'queued'];

export function createApplicant(person: NewApplicant, at: number): ApplicantRecord {
  requireLevel(person.levelName);
  const idHead = randomBytes(12).toString('hex').slice(0, 23);
  const lastDigit = randomInt(15);
  return {
    applicantId: `${idHead}${lastDigit.toString(16)}`,
    inspectionId: `${idHead}${(lastDigit + 1).toString(16)}`,
    key: randomLetters(14).toUpperCase(),
    ...person,
    presence: 'active',
    createdAt: at,
    changedAt: at,
    review: startReview(at),
    images: [],
    recognised: [],
  };
}

export function requireLevel(levelName: string): Level {
  const level = findLevel(levelName);
  if (!level) throw new ApiError(404, `Level '${levelName}' not found`);
  return level;
}

export function activeImages(applicant: ApplicantRecord): ImageRecord[] {
  return applicant.images.filter(image => image.state !== 'inactive');
}

export function isBeingChecked(applicant: ApplicantRecord): boolean {
  return statusesBeingChecked.includes(applicant.review.reviewStatus);
}

/** Throws why the applicant takes no more documents: 1006, 1008 or 1009. */
export function requireOpen(applicant: ApplicantRecord): void {
  requireActive(applicant);
  const { reviewStatus, reviewResult } = applicant.review;
  if (reviewStatus === 'completed' && reviewResult?.reviewAnswer === 'RED') {
    if (reviewResult.reviewRejectType === 'FINAL') {
      throw codedError(1009, 'The applicant was finally rejected: no more data is accepted');
    }
  }
  if (isBeingChecked(applicant)) {
    throw codedError(1006, `The applicant is being checked (${reviewStatus}): no documents can be added`);
  }
}

/** Adds an image; an earlier one of the same step and side becomes inactive, as do those of another document type. */
export function addImage(applicant: ApplicantRecord, image: ImageRecord): ApplicantRecord {
  requireOpen(applicant);
  findDocumentType(requireLevel(applicant.levelName), image);
  const duplicate = activeImages(applicant).find(other => other.sha256 === image.sha256 && !replaces(image, other));
  if (duplicate) throw codedError(1000, `The same file was already uploaded as image ${duplicate.imageId}`);
  const images = applicant.images.map(other => (replaces(image, other) ? deactivate(other) : other));
  return { ...applicant, images: [...images, image] };
}

function replaces(image: ImageRecord, other: ImageRecord): boolean {
  if (image.idDocSetType !== other.idDocSetType) return false;
  return image.idDocSubType === other.idDocSubType || image.idDocType !== other.idDocType;
}

/** Asks for the check. Throws 409 naming the steps that are missing. */
export function submit(applicant: ApplicantRecord, at: number): ApplicantRecord {
  requireActive(applicant);
  if (applicant.review.reviewStatus === 'pending') throw codedError(3000, 'The applicant is already pending');
  requireOpen(applicant);
  const missing = listMissing(requireLevel(applicant.levelName), activeImages(applicant));
  if (missing.length > 0) throw new ApiError(409, `Required steps are missing: ${missing.join(', ')}`);
  const review: ReviewRecord = {
    ...applicant.review,
    attemptId: randomLetters(5),
    attemptCnt: applicant.review.attemptCnt + 1,
    pendingAt: at,
    reviewedAt: null,
    reviewStatus: 'pending',
    reviewResult: null,
  };
  return { ...applicant, review };
}

/**
 * Gives a verdict, at any time and as often as wanted. A RED that names images rejects those and accepts the others; a
 * RED that names none says nothing about single images, and as RETRY asks for all of them once more.
 */
export function decide(applicant: ApplicantRecord, { result, images }: Decision, at: number): ApplicantRecord {
  requireNotDeleted(applicant);
  const active = activeImages(applicant);
  const strangers = Object.keys(images).filter(imageId => !active.some(image => image.imageId === imageId));
  if (strangers.length > 0) throw new ApiError(400, `Not an active image of this applicant: ${strangers.join(', ')}`);
  const judged = applicant.images.map(image => (image.state === 'inactive' ? image : judge(image, { result, images })));
  const review: ReviewRecord = {
    ...applicant.review,
    reviewedAt: at,
    reviewStatus: 'completed',
    reviewResult: result,
  };
  const recognised =
    result.reviewAnswer === 'GREEN'
      ? distinctDocuments(active.filter(image => image.idDocType !== 'SELFIE'))
      : applicant.recognised;
  return { ...applicant, review, images: judged, recognised };
}

function judge(image: ImageRecord, { result, images }: Decision): ImageRecord {
  if (result.reviewAnswer === 'GREEN') return { ...image, state: 'accepted', review: { reviewAnswer: 'GREEN' } };
  const rejectedState = result.reviewRejectType === 'RETRY' ? 'send-again' : 'received';
  if (Object.keys(images).length === 0) return { ...image, state: rejectedState, review: null };
  const fault = images[image.imageId];
  if (!fault) return { ...image, state: 'accepted', review: { reviewAnswer: 'GREEN' } };
  const { moderationComment, rejectLabels } = fault;
  return {
    ...image,
    state: rejectedState,
    review: {
      ...(moderationComment === undefined ? {} : { moderationComment }),
      reviewAnswer: 'RED',
      rejectLabels,
      reviewRejectType: result.reviewRejectType,
    },
  };
}

function distinctDocuments(images: ImageRecord[]): ApplicantRecord['recognised'] {
  return [...new Map(images.map(({ idDocType, country }) => [idDocType, { idDocType, country }])).values()];
}

export function hold(applicant: ApplicantRecord): ApplicantRecord {
  requireNotDeleted(applicant);
  if (applicant.review.reviewStatus === 'onHold') throw codedError(3000, 'The applicant is already on hold');
  return { ...applicant, review: { ...applicant.review, reviewStatus: 'onHold' } };
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
    recognised: [],
  };
}

export function canMove(applicant: ApplicantRecord): boolean {
  return applicant.presence === 'active' && !isBeingChecked(applicant);
}

/** Starts over at another level: status `init`, no documents, no verdict. */
export function moveToLevel(applicant: ApplicantRecord, levelName: string, at: number): ApplicantRecord {
  requireLevel(levelName);
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
  return { ...applicant, presence: 'deleted', email: null, phone: null, images: [], recognised: [] };
}

function requireNotDeleted(applicant: ApplicantRecord): void {
  if (applicant.presence === 'deleted') throw codedError(1008, 'The applicant was deleted');
}

function requireActive(applicant: ApplicantRecord): void {
  requireNotDeleted(applicant);
  if (applicant.presence === 'deactivated') throw codedError(1008, 'The applicant is deactivated');
}

function deactivate(image: ImageRecord): ImageRecord {
  return { ...image, state: 'inactive' };
}

function startReview(at: number): ReviewRecord {
  return {
    reviewId: randomLetters(5),
    attemptId: randomLetters(5),
    attemptCnt: 0,
    createdAt: at,
    pendingAt: null,
    reviewedAt: null,
    reviewStatus: 'init',
    reviewResult: null,
  };
}

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
function randomLetters(length: number): string {
  return Array.from({ length }, () => letters.charAt(randomInt(letters.length))).join('');
}
