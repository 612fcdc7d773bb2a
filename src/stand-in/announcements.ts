import { errorCodes } from '#idngo/errors';
import type { FrameApiFailure } from './frame-api';
import type { DocumentMetadata, DocumentStep, FrameApplicant, UploadAnswer } from './frame-contract';
import { type LoaderAbilities, leastAbilities } from './loader-abilities';
import type { EmittedName, HostChannel } from './protocol';
import { applicantOf, canGoBack, roundOf, type Screen, type UploadFailure } from './screen';
import { sayFastFail, sayUploadFailure, type Texts } from './texts';

/**
 * Tells the host what happens in the frame: which event, with what in it, and only when something is new. A host of the
 * first generation hears steps and statuses under both names, one of the second only the newer names [S] and more events.
 */
export interface Announcements {
  /** Before anything of the launch is told: whom it is told to. */
  launched(loader: LoaderAbilities): void;
  screenChanged(before: Screen, screen: Screen, hostDrawsBack: boolean): void;
  applicantRead(applicant: FrameApplicant): void;
  statusRead(applicant: FrameApplicant): void;
  stepCompleted(idDocSetType: string): void;
  submitted(attempt: 'first' | 'again'): void;
  uploadFailed(reason: UploadFailure, screen: Screen, texts: Texts): void;
  /** What the first check of an upload found, and that a film of the person was taken. */
  uploadJudged(answer: UploadAnswer, upload: JudgedUpload): void;
  refused(failure: Extract<FrameApiFailure, { kind: 'refused' }>): void;
  languageChanged(language: string): void;
  tokenRefused(): void;
}

export interface JudgedUpload {
  file: File;
  step: DocumentStep;
  metadata: DocumentMetadata;
  texts: Texts;
}

export function createAnnouncements(channel: Pick<HostChannel, 'emit'>): Announcements {
  let loader = leastAbilities;
  let initialised = false;
  let known: Partial<Pick<FrameApplicant, 'applicantId' | 'applicantActionId' | 'levelName'>> = {};
  let lastStatus: string | undefined;

  function emit(name: EmittedName, payload: object = {}) {
    const { applicantActionId, ...identifiers } = known;
    const action = applicantActionId ? { applicantActionId } : {};
    channel.emit(name, loader.readsIdentifiers ? { ...identifiers, ...action, ...payload } : payload);
  }

  function emitTo(uiVersion: 1 | 2, name: EmittedName, payload: object = {}) {
    if (loader.uiVersion === uiVersion) emit(name, payload);
  }

  function tellStatus(payload: ReturnType<typeof toStatusPayload>) {
    emitTo(1, 'applicantStatus', payload);
    emit('onApplicantStatusChanged', payload);
    if (payload.reviewStatus === 'completed') emitTo(2, 'onApplicantVerificationCompleted', payload);
  }

  function tellActionStatus(applicantActionId: string, payload: ReturnType<typeof toStatusPayload>) {
    emitTo(2, 'onApplicantActionStatusChanged', payload);
    if (payload.reviewStatus !== 'completed') return;
    emitTo(1, 'actionCompleted', { applicantActionId });
    emitTo(1, 'onActionCompleted', { applicantActionId });
    emitTo(2, 'onApplicantActionCompleted', { applicantActionId, answer: payload.reviewResult?.reviewAnswer });
  }

  return {
    launched(abilities) {
      loader = abilities;
    },
    screenChanged(before, screen, hostDrawsBack) {
      if (!initialised) emit('onInitialized');
      initialised = true;
      const round = roundOf(screen);
      if (round && !isSameStep(before, screen)) {
        const { step, applicant } = round;
        const types = step.kind === 'documents' ? step.documentTypes.map(({ idDocType }) => idDocType) : [];
        const video = step.kind === 'documents' && step.videoRequired ? { videoRequired: step.videoRequired } : {};
        emit('onStepInitiated', { idDocSetType: step.idDocSetType, types, ...video });
        const currentStep = applicant.steps.findIndex(({ idDocSetType }) => idDocSetType === step.idDocSetType) + 1;
        emitTo(2, 'onVerificationProgressChanged', { currentStep, totalSteps: applicant.steps.length });
      }
      if (hostDrawsBack && canGoBack(before) !== canGoBack(screen)) {
        const state = { previousScreenButton: canGoBack(screen) ? 'normal' : null, closeModalButton: null };
        emit('onNavigationUiControlsStateChanged', { ...state, state });
      }
    },
    applicantRead({ applicantId, applicantActionId, levelName }) {
      const before = known;
      known = { applicantId, applicantActionId, levelName };
      if (before.applicantId !== applicantId) {
        emit('onApplicantLoaded', { applicantId });
        if (applicantActionId) emitTo(2, 'onApplicantActionLoaded', { applicantActionId });
      } else if (before.levelName !== levelName) emitTo(2, 'onApplicantLevelChanged', { levelName });
    },
    statusRead(applicant) {
      const { reviewStatus = 'init', reviewResult } = applicant.review;
      const status = JSON.stringify([reviewStatus, reviewResult]);
      const isNews = lastStatus === undefined ? reviewStatus !== 'init' : status !== lastStatus;
      lastStatus = status;
      if (!isNews) return;
      const payload = toStatusPayload(applicant);
      if (applicant.applicantActionId) tellActionStatus(applicant.applicantActionId, payload);
      else tellStatus(payload);
    },
    stepCompleted(idDocSetType) {
      emit('onStepCompleted', { idDocSetType, step: idDocSetType });
      emitTo(1, 'stepCompleted', { step: idDocSetType, idDocSetType });
    },
    submitted(attempt) {
      const isAgain = attempt === 'again';
      if (!known.applicantActionId) return emit(isAgain ? 'onApplicantResubmitted' : 'onApplicantSubmitted');
      emitTo(1, 'onActionSubmitted');
      emitTo(2, isAgain ? 'onApplicantActionResubmitted' : 'onApplicantActionSubmitted');
    },
    uploadFailed(reason, screen, texts) {
      const limits = applicantOf(screen)?.fileSizeLimits;
      emit('onUploadError', toUploadPayload([nameOf(reason)], sayUploadFailure(texts, reason, limits?.maxBytes ?? 0)));
    },
    uploadJudged({ imageId, errors, warnings }, { file, step, metadata, texts }) {
      if (errors.length > 0) emit('onUploadError', toUploadPayload(errors, sayFastFail(texts, errors)));
      if (warnings.length > 0) emit('onUploadWarning', toUploadPayload(warnings, sayFastFail(texts, warnings)));
      if (imageId !== null) emitTo(2, 'onDocumentAdded', toDocumentPayload(imageId, metadata));
      if (step.videoRequired === null || !file.type.startsWith('video/')) return;
      const allowContinuing = errors.length === 0;
      emitTo(2, 'onLivenessCompleted', { answer: allowContinuing ? 'GREEN' : 'RED', allowContinuing });
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

/** Documents say `createDate`, types `creationDate`. Without `clientComment`, which is not for the person's browser. */
function toStatusPayload({ levelName, review }: FrameApplicant) {
  const { clientComment: _, ...reviewResult } = review.reviewResult ?? {};
  return {
    reprocessing: false,
    levelName,
    createDate: review.createDate ?? null,
    creationDate: review.createDate ?? null,
    expireDate: null,
    reviewStatus: review.reviewStatus ?? 'init',
    ...(review.reviewStatus === 'completed' && review.reviewResult ? { reviewResult } : {}),
    autoChecked: false,
  };
}

/** Image ids are numbers here [P: types of 2.9.0]. */
function toDocumentPayload(imageId: string, { idDocSetType, idDocType, idDocSubType, country }: DocumentMetadata) {
  return { imageId: Number(imageId), idDocSetType, idDocType, country, ...(idDocSubType ? { idDocSubType } : {}) };
}

/** Documents say `{code, msg}`, type files `{code, error}`, and handlers read `errors[0]`. */
function toUploadPayload(errors: readonly string[], msg: string) {
  return { code: errors[0], msg, error: msg, errors: [...errors] };
}

function nameOf(reason: UploadFailure): string {
  return (Object.entries(errorCodes).find(([code]) => code === reason)?.[1].errorName ?? reason) as string;
}
