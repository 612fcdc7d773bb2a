import type {
  ApplicantDataStep,
  ContactStep,
  DocumentStep,
  FrameApplicant,
  FrameImage,
  QuestionnaireStep,
} from './frame-contract';

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

const untouched = { state: 'open', moderationComment: null } as const;

export function emailStep(given: Partial<ContactStep> = {}): ContactStep {
  return {
    kind: 'contact',
    idDocSetType: 'EMAIL_VERIFICATION',
    contact: 'email',
    address: null,
    ...untouched,
    ...given,
  };
}

export function dataStep(given: Partial<ApplicantDataStep> = {}): ApplicantDataStep {
  return {
    kind: 'applicant-data',
    idDocSetType: 'APPLICANT_DATA',
    fields: [
      { name: 'firstName', kind: 'text', required: true },
      { name: 'dob', kind: 'date', required: true },
      { name: 'country', kind: 'country', required: true },
      { name: 'phone', kind: 'phone', required: true },
      { name: 'email', kind: 'email', required: false },
    ],
    values: {},
    ...untouched,
    ...given,
  };
}

export function questionnaireStep(given: Partial<QuestionnaireStep> = {}): QuestionnaireStep {
  const options = [
    { value: 'yes', title: { en: 'Yes', ru: 'Да' } },
    { value: 'no', title: { en: 'No', ru: 'Нет' } },
  ];
  return {
    kind: 'questionnaire',
    idDocSetType: 'QUESTIONNAIRE',
    questionnaire: {
      id: 'q',
      sections: [
        {
          id: 'work',
          title: { en: 'Your work', ru: 'Ваша работа' },
          fields: [
            { name: 'income', kind: 'select', required: true, title: { en: 'Steady income' }, options },
            { name: 'services', kind: 'checkboxes', required: true, title: { en: 'Plans' }, options },
            { name: 'office', kind: 'radio', required: true, title: { en: 'Public office' }, options },
          ],
        },
        {
          id: 'end',
          title: { en: 'At last' },
          fields: [
            { name: 'comment', kind: 'textarea', required: false, title: { en: 'Comment' } },
            { name: 'truth', kind: 'checkbox', required: true, title: { en: 'All of it is true' } },
          ],
        },
      ],
    },
    values: {},
    ...untouched,
    ...given,
  };
}
