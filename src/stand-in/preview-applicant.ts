import type { DocumentStep, FrameApplicant, FrameStep } from './frame-contract';

/** Somebody who is nobody, with a step of every kind that a level can ask for. */
export function createPreviewApplicant(): FrameApplicant {
  return {
    applicantId: 'preview',
    applicantActionId: null,
    levelName: 'full-kyc-level',
    navConf: { skipWelcomeScreen: false, skipReviewScreen: false, disableContinuingOnMobile: false },
    review: { reviewStatus: 'init' },
    steps: previewSteps(),
    fileSizeLimits: { minBytes: 1, maxBytes: 50 * 1024 * 1024 },
    countries: ['DEU', 'GBR', 'KAZ', 'KGZ', 'RUS', 'UZB'],
  };
}

function previewSteps(): FrameStep[] {
  return [
    documentStep('IDENTITY', [
      { idDocType: 'PASSPORT', sides: [null] },
      { idDocType: 'ID_CARD', sides: ['FRONT_SIDE', 'BACK_SIDE'] },
      { idDocType: 'DRIVERS', sides: ['FRONT_SIDE', 'BACK_SIDE'] },
    ]),
    { ...documentStep('SELFIE', [{ idDocType: 'SELFIE', sides: [null] }]), videoRequired: 'passiveLiveness' },
    documentStep('PROOF_OF_ADDRESS', [{ idDocType: 'UTILITY_BILL', sides: [null] }]),
  ];
}

function documentStep(idDocSetType: string, documentTypes: DocumentStep['documentTypes']): DocumentStep {
  return {
    kind: 'documents',
    idDocSetType,
    state: 'open',
    moderationComment: null,
    documentTypes,
    videoRequired: null,
    idDocType: null,
    country: null,
    images: [],
  };
}
