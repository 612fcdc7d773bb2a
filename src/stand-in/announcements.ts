import { errorCodes } from '#idngo/errors';
import { applicantOf, canGoBack, roundOf, type Screen, type UploadFailure } from './flow';
import type { FrameApiFailure } from './frame-api';
import type { DocumentStep, FrameApplicant, UploadAnswer } from './frame-contract';
import type { HostChannel } from './protocol';
import { sayFastFail, sayUploadFailure, type Texts } from './texts';

/** Tells the host what happens in the frame: which event, with what in it, and only when something is new. */
export interface Announcements {
  screenChanged(before: Screen, screen: Screen, hostDrawsBack: boolean): void;
  applicantRead(applicant: FrameApplicant): void;
  statusRead(applicant: FrameApplicant): void;
  stepCompleted(idDocSetType: string): void;
  submitted(attempt: 'first' | 'again'): void;
  uploadFailed(reason: UploadFailure, screen: Screen, texts: Texts): void;
  /** What the first check of an upload found, and that a film of the person was taken. */
  uploadJudged(answer: UploadAnswer, upload: { file: File; step: DocumentStep; texts: Texts }): void;
  refused(failure: Extract<FrameApiFailure, { kind: 'refused' }>): void;
  languageChanged(language: string): void;
  tokenRefused(): void;
}

export function createAnnouncements({ emit }: Pick<HostChannel, 'emit'>): Announcements {
  let initialised = false;
  let applicantId: string | undefined;
  let lastStatus: string | undefined;

  return {
    screenChanged(before, screen, hostDrawsBack) {
      if (!initialised) emit('onInitialized');
      initialised = true;
      const round = roundOf(screen);
      if (round && !isSameStep(before, screen)) {
        const { step } = round;
        const types = step.kind === 'documents' ? step.documentTypes.map(({ idDocType }) => idDocType) : [];
        const video = step.kind === 'documents' && step.videoRequired ? { videoRequired: step.videoRequired } : {};
        emit('onStepInitiated', { idDocSetType: step.idDocSetType, types, ...video });
      }
      if (hostDrawsBack && canGoBack(before) !== canGoBack(screen)) {
        const previousScreenButton = canGoBack(screen) ? 'normal' : null;
        emit('onNavigationUiControlsStateChanged', { previousScreenButton, closeModalButton: null });
      }
    },
    applicantRead(applicant) {
      if (applicant.applicantId === applicantId) return;
      applicantId = applicant.applicantId;
      emit('onApplicantLoaded', { applicantId });
    },
    statusRead(applicant) {
      const { reviewStatus = 'init', reviewResult } = applicant.review;
      const status = JSON.stringify([reviewStatus, reviewResult]);
      const isNews = lastStatus === undefined ? reviewStatus !== 'init' : status !== lastStatus;
      lastStatus = status;
      if (!isNews) return;
      emit('applicantStatus', toStatusPayload(applicant));
      emit('onApplicantStatusChanged', toStatusPayload(applicant));
    },
    stepCompleted(idDocSetType) {
      emit('onStepCompleted', { idDocSetType, step: idDocSetType });
      emit('stepCompleted', { step: idDocSetType, idDocSetType });
    },
    submitted: attempt => emit(attempt === 'again' ? 'onApplicantResubmitted' : 'onApplicantSubmitted'),
    uploadFailed(reason, screen, texts) {
      const limits = applicantOf(screen)?.fileSizeLimits;
      emit('onUploadError', toUploadPayload([nameOf(reason)], sayUploadFailure(texts, reason, limits?.maxBytes ?? 0)));
    },
    uploadJudged({ errors, warnings }, { file, step, texts }) {
      if (errors.length > 0) emit('onUploadError', toUploadPayload(errors, sayFastFail(texts, errors)));
      if (warnings.length > 0) emit('onUploadWarning', toUploadPayload(warnings, sayFastFail(texts, warnings)));
      if (step.videoRequired === null || !file.type.startsWith('video/')) return;
      const allowContinuing = errors.length === 0;
      emit('onLivenessCompleted', { answer: allowContinuing ? 'GREEN' : 'RED', allowContinuing });
    },
    refused({ httpStatus, body }) {
      emit('onError', {
        code: body.errorName ?? String(httpStatus),
        error: body.description ?? `HTTP ${httpStatus}`,
      });
    },
    languageChanged: language => emit('onLanguageChanged', { language }),
    tokenRefused: () => emit('onError', { code: 'invalid-token', error: 'The access token is unknown or has expired' }),
  };
}

export function isSameStep(one: Screen, other: Screen): boolean {
  const step = roundOf(one)?.step;
  return step !== undefined && step.idDocSetType === roundOf(other)?.step.idDocSetType;
}

/** Without `clientComment`, which is not for the person's browser. */
function toStatusPayload({ levelName, review }: FrameApplicant) {
  const { clientComment: _, ...reviewResult } = review.reviewResult ?? {};
  return {
    reprocessing: false,
    levelName,
    createDate: review.createDate ?? null,
    expireDate: null,
    reviewStatus: review.reviewStatus ?? 'init',
    ...(review.reviewStatus === 'completed' && review.reviewResult ? { reviewResult } : {}),
    autoChecked: false,
  };
}

/** Documents say `{code, msg}`, type files `{code, error}`, and handlers read `errors[0]`. */
function toUploadPayload(errors: readonly string[], msg: string) {
  return { code: errors[0], msg, error: msg, errors: [...errors] };
}

function nameOf(reason: UploadFailure): string {
  return (Object.entries(errorCodes).find(([code]) => code === reason)?.[1].errorName ?? reason) as string;
}
