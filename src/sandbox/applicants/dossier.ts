import type { ReviewStatus } from '#idngo/review';
import type { Values } from '#stand-in/frame-contract';
import { ApiError, codedError } from '../api-error';
import type { ImageRecord, ImageReview, NewImage } from './image-record';
import { findLevel, type Level } from './levels';
import { type ReviewRecord, type ReviewResult, randomLetters } from './review-record';
import { findDocumentType, listMissing } from './steps';

/** What was given for a step without documents. */
export interface StepAnswer {
  idDocSetType: string;
  values: Values;
  state: 'received' | 'accepted' | 'send-again';
  moderationComment: string | null;
}

/** What is collected at one level and judged as a whole: the main part of an applicant, and of an action. */
export interface Dossier {
  levelName: string;
  review: ReviewRecord;
  images: ImageRecord[];
  answers: StepAnswer[];
  /** What the last GREEN recognised. */
  recognised: { idDocType: string; country: string }[];
}

export interface Fault {
  rejectLabels: string[];
  moderationComment?: string;
  /** Of an image: never shown to the person. */
  clientComment?: string;
}

/** A decision; `images` holds what was found wrong with single images by id, `steps` with forms by `idDocSetType`. */
export interface Decision {
  result: ReviewResult;
  images: Record<string, Fault>;
  steps: Record<string, Fault>;
}

const statusesThatForbidReset: readonly ReviewStatus[] = ['pending', 'prechecked', 'queued'];
const statusesBeingChecked: readonly ReviewStatus[] = ['pending', 'prechecked', 'queued', 'onHold', 'awaitingService'];

export function requireLevel(levelName: string): Level {
  const level = findLevel(levelName);
  if (!level) throw new ApiError(404, `Level '${levelName}' not found`);
  return level;
}

export function activeImages({ images }: Pick<Dossier, 'images'>): ImageRecord[] {
  return images.filter(image => image.state !== 'inactive');
}

export function isBeingChecked({ review }: Pick<Dossier, 'review'>): boolean {
  return statusesBeingChecked.includes(review.reviewStatus);
}

/** Throws why no more data is taken: 1006 or 1009. */
export function requireUndecided({ review }: Pick<Dossier, 'review'>): void {
  const { reviewStatus, reviewResult } = review;
  if (reviewStatus === 'completed' && reviewResult?.reviewAnswer === 'RED') {
    if (reviewResult.reviewRejectType === 'FINAL') {
      throw codedError(1009, 'The applicant was finally rejected: no more data is accepted');
    }
  }
  if (isBeingChecked({ review })) {
    throw codedError(1006, `The applicant is being checked (${reviewStatus}): no documents can be added`);
  }
}

/**
 * Adds an image; an earlier one of the same step and side becomes inactive, as do those of another document type. One
 * that is inactive from the beginning leaves the others as they are.
 */
export function addImage<T extends Dossier>(dossier: T, arriving: NewImage, at: number): T {
  requireUndecided(dossier);
  const { attemptId } = dossier.review;
  const image: ImageRecord = { ...arriving, review: null, addedAt: at, attemptId };
  findDocumentType(requireLevel(dossier.levelName), image);
  const duplicate = activeImages(dossier).find(other => other.sha256 === image.sha256 && !replaces(image, other));
  if (duplicate) throw codedError(1000, `The same file was already uploaded as image ${duplicate.imageId}`);
  if (image.state === 'inactive') return { ...dossier, images: [...dossier.images, image] };
  const images = dossier.images.map(other => (replaces(image, other) ? deactivate(other) : other));
  return { ...dossier, images: [...images, image] };
}

/** Whether both cannot count: the same side of a step, or another kind of document there. */
export function replaces(image: ImageRecord, other: ImageRecord): boolean {
  if (image.idDocSetType !== other.idDocSetType) return false;
  return image.idDocSubType === other.idDocSubType || image.idDocType !== other.idDocType;
}

export function deactivate(image: ImageRecord): ImageRecord {
  return { ...image, state: 'inactive' };
}

/** Keeps what was given for a step without documents, in place of an earlier answer. */
export function giveAnswer<T extends Dossier>(dossier: T, idDocSetType: string, values: Values): T {
  requireUndecided(dossier);
  const others = dossier.answers.filter(answer => answer.idDocSetType !== idDocSetType);
  return { ...dossier, answers: [...others, { idDocSetType, values, state: 'received', moderationComment: null }] };
}

/** Asks for the check. Throws 409 naming the steps that are missing. */
export function submit<T extends Dossier>(dossier: T, at: number, reasonCode: string | null = null): T {
  if (dossier.review.reviewStatus === 'pending') throw codedError(3000, 'The applicant is already pending');
  requireUndecided(dossier);
  const missing = listMissing(requireLevel(dossier.levelName), dossier);
  if (missing.length > 0) throw new ApiError(409, `Required steps are missing: ${missing.join(', ')}`);
  const review: ReviewRecord = {
    ...dossier.review,
    attemptId: randomLetters(5),
    attemptCnt: dossier.review.attemptCnt + 1,
    pendingAt: at,
    reviewedAt: null,
    reviewStatus: 'pending',
    reviewResult: null,
    ...(reasonCode === null ? {} : { reasonCode }),
  };
  return { ...dossier, review };
}

/** Throws 409 while a check is under way [S]. */
export function requireResettable({ review: { reviewStatus } }: Pick<Dossier, 'review'>): void {
  if (!statusesThatForbidReset.includes(reviewStatus)) return;
  throw new ApiError(409, `Nothing can be reset while the applicant is ${reviewStatus}`);
}

/** Back to `init`: what was given no longer counts, an earlier verdict stays behind as a stale one. */
export function startOver<T extends Dossier>(dossier: T): T {
  requireResettable(dossier);
  return {
    ...dossier,
    review: { ...dossier.review, pendingAt: null, reviewStatus: 'init' },
    images: dossier.images.map(deactivate),
    answers: [],
    recognised: [],
  };
}

/** The same for one step. Throws 400 where the level has no such step. */
export function startStepOver<T extends Dossier>(dossier: T, idDocSetType: string): T {
  requireResettable(dossier);
  if (!requireLevel(dossier.levelName).steps.some(step => step.idDocSetType === idDocSetType)) {
    throw new ApiError(400, `Level '${dossier.levelName}' has no step ${idDocSetType}`);
  }
  return {
    ...dossier,
    review: { ...dossier.review, pendingAt: null, reviewStatus: 'init' },
    images: dossier.images.map(image => (image.idDocSetType === idDocSetType ? deactivate(image) : image)),
    answers: dossier.answers.filter(answer => answer.idDocSetType !== idDocSetType),
  };
}

/** Lets a check go on, or stand still, without a verdict. Throws 3000 where it already does. */
export function setStatus<T extends Dossier>(dossier: T, reviewStatus: ReviewStatus): T {
  if (dossier.review.reviewStatus === reviewStatus) {
    throw codedError(3000, `The applicant is already ${reviewStatus}`);
  }
  return { ...dossier, review: { ...dossier.review, reviewStatus } };
}

/**
 * Gives a verdict, at any time and as often as wanted. A RED that names images or steps rejects those and accepts the
 * others; a RED that names none says nothing about single ones, and as RETRY asks for all documents once more, or for
 * all forms where there are no documents.
 */
export function decide<T extends Dossier>(dossier: T, decision: Decision, at: number): T {
  const { result } = decision;
  const active = activeImages(dossier);
  requireKnown(Object.keys(decision.images), active, 'imageId', 'Not an active image of this applicant');
  requireKnown(Object.keys(decision.steps), dossier.answers, 'idDocSetType', 'No answered step of this applicant');
  const review: ReviewRecord = { ...dossier.review, reviewedAt: at, reviewStatus: 'completed', reviewResult: result };
  return {
    ...dossier,
    review,
    images: dossier.images.map(image => (image.state === 'inactive' ? image : judgeImage(image, decision))),
    answers: dossier.answers.map(answer => judgeAnswer(answer, decision, active.length > 0)),
    recognised: result.reviewAnswer === 'GREEN' ? distinctDocuments(active) : dossier.recognised,
  };
}

function requireKnown<K extends string>(names: string[], known: readonly Record<K, string>[], key: K, words: string) {
  const strangers = names.filter(name => !known.some(item => item[key] === name));
  if (strangers.length > 0) throw new ApiError(400, `${words}: ${strangers.join(', ')}`);
}

function namesNothing({ images, steps }: Decision): boolean {
  return Object.keys(images).length === 0 && Object.keys(steps).length === 0;
}

function judgeImage(image: ImageRecord, decision: Decision): ImageRecord {
  const { result, images } = decision;
  const accepted: ImageRecord = { ...image, state: 'accepted', review: { reviewAnswer: 'GREEN' } };
  if (result.reviewAnswer === 'GREEN') return accepted;
  const rejectedState = result.reviewRejectType === 'RETRY' ? 'send-again' : 'received';
  if (namesNothing(decision)) return { ...image, state: rejectedState, review: null };
  const fault = images[image.imageId];
  if (!fault) return accepted;
  const { moderationComment, clientComment, rejectLabels } = fault;
  const review: ImageReview = {
    ...(moderationComment === undefined ? {} : { moderationComment }),
    ...(clientComment === undefined ? {} : { clientComment }),
    reviewAnswer: 'RED',
    rejectLabels,
    reviewRejectType: result.reviewRejectType,
  };
  return { ...image, state: rejectedState, review };
}

function judgeAnswer(answer: StepAnswer, decision: Decision, thereAreImages: boolean): StepAnswer {
  const { result, steps } = decision;
  const fault = steps[answer.idDocSetType];
  const isRetry = result.reviewAnswer === 'RED' && result.reviewRejectType === 'RETRY';
  if (fault) {
    return {
      ...answer,
      state: isRetry ? 'send-again' : 'received',
      moderationComment: fault.moderationComment ?? null,
    };
  }
  if (isRetry && namesNothing(decision) && !thereAreImages) return { ...answer, state: 'send-again' };
  return { ...answer, state: 'accepted', moderationComment: null };
}

/** One for each step, whatever the number of its images. */
function distinctDocuments(images: ImageRecord[]): Dossier['recognised'] {
  const documents = images.filter(image => image.idDocType !== 'SELFIE');
  const byStep = documents.map(({ idDocSetType, ...image }) => [idDocSetType, image] as const);
  return [...new Map(byStep).values()].map(({ idDocType, country }) => ({ idDocType, country }));
}
