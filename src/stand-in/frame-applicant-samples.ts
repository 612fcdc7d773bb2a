import type { DocumentStep, FrameApplicant, FrameImage } from './frame-contract';

/** Applicants for the tests of this folder. */
export function sampleApplicant(given: Partial<FrameApplicant> = {}): FrameApplicant {
  return {
    applicantId: 'applicant-1',
    applicantActionId: null,
    levelName: 'basic-kyc-level',
    navConf: { skipWelcomeScreen: true, skipReviewScreen: true, disableContinuingOnMobile: false },
    review: { reviewStatus: 'init', createDate: '2026-01-15 10:00:00+0000' },
    steps: [identityStep(), selfieStep()],
    fileSizeLimits: { minBytes: 1, maxBytes: 50 * 1024 * 1024 },
    countries: ['DEU', 'KAZ', 'RUS'],
    ...given,
  };
}

export function identityStep(given: Partial<DocumentStep> = {}): DocumentStep {
  return {
    kind: 'documents',
    idDocSetType: 'IDENTITY',
    videoRequired: null,
    state: 'open',
    documentTypes: [
      { idDocType: 'PASSPORT', sides: [null] },
      { idDocType: 'ID_CARD', sides: ['FRONT_SIDE', 'BACK_SIDE'] },
    ],
    idDocType: null,
    country: null,
    moderationComment: null,
    images: [],
    ...given,
  };
}

export function selfieStep(given: Partial<DocumentStep> = {}): DocumentStep {
  return {
    ...identityStep(),
    idDocSetType: 'SELFIE',
    documentTypes: [{ idDocType: 'SELFIE', sides: [null] }],
    ...given,
  };
}

export function sampleImage(given: Partial<FrameImage> = {}): FrameImage {
  return {
    imageId: '1',
    idDocSubType: null,
    state: 'received',
    rejectLabels: [],
    moderationComment: null,
    ...given,
  };
}

export const redRetry: FrameApplicant['review'] = {
  reviewStatus: 'completed',
  reviewResult: { reviewAnswer: 'RED', reviewRejectType: 'RETRY', clientComment: 'not for the person' },
};
