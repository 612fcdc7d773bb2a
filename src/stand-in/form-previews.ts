import type { ContactStage } from './contact-stage';
import type {
  ApplicantDataStep,
  ContactStep,
  DocumentStep,
  FormField,
  FrameApplicant,
  FrameStep,
} from './frame-contract';
import { createPreviewApplicant } from './preview-applicant';
import { previewFields, previewQuestionnaire, previewValues } from './preview-fields';
import type { Round, Screen } from './screen';

const anyStep = { state: 'open', moderationComment: null } as const;
const email: ContactStep = {
  kind: 'contact',
  ...anyStep,
  idDocSetType: 'EMAIL_VERIFICATION',
  contact: 'email',
  address: null,
};
const phone: ContactStep = { ...email, idDocSetType: 'PHONE_VERIFICATION', contact: 'phone' };
const questionnaire: FrameStep = {
  kind: 'questionnaire',
  ...anyStep,
  idDocSetType: 'QUESTIONNAIRE',
  questionnaire: previewQuestionnaire,
  values: {},
};
const applicantData: ApplicantDataStep = {
  kind: 'applicant-data',
  ...anyStep,
  idDocSetType: 'APPLICANT_DATA',
  fields: previewFields,
  values: {},
};
const filledIn: ApplicantDataStep = { ...applicantData, values: previewValues };

const { steps: documents, ...person } = createPreviewApplicant();

function withSteps(...steps: FrameStep[]): FrameApplicant {
  return { ...person, steps: [...steps, ...documents] };
}

function roundOf<Step extends FrameStep>(step: Step): Round<Step> {
  const all = [email, questionnaire, applicantData].map(one => (one.idDocSetType === step.idDocSetType ? step : one));
  return { applicant: withSteps(...(step.kind === 'contact' ? [step, ...all.slice(1)] : all)), step, attempt: 'first' };
}

function contactScreen(step: ContactStep, stage: ContactStage): Screen {
  return { name: 'contact', round: roundOf(step), stage };
}

function dataScreen(step: ApplicantDataStep): Extract<Screen, { name: 'applicant-data' }> {
  return { name: 'applicant-data', round: roundOf(step), saving: { name: 'idle' } };
}

function withImages(step: DocumentStep): DocumentStep {
  const [{ idDocType, sides } = { idDocType: null, sides: [] }] = step.documentTypes;
  const images = sides.map((side, index) => ({
    imageId: `${step.idDocSetType}-${index}`,
    idDocSubType: side,
    state: 'received' as const,
    rejectLabels: [],
    moderationComment: null,
  }));
  return { ...step, idDocType, country: 'KAZ', images };
}

const asking: ContactStage = { name: 'asking', address: '', saving: { name: 'idle' } };
const confirming: ContactStage = {
  name: 'confirming',
  address: 'aigerim@example.kz',
  codeLength: 6,
  codesSent: 1,
  saving: { name: 'idle' },
};
const wrongCode = { name: 'troubled', trouble: { outcome: 'wrong-code', triesLeft: 3 } } as const;
const longNames: readonly FormField['name'][] = ['firstName', 'lastName'];

/** The screens without files, as previews. */
export const formPreviews = {
  welcome: (): Screen => ({ name: 'welcome', applicant: withSteps(email, questionnaire, applicantData) }),
  'welcome-phone': (): Screen => ({ name: 'welcome', applicant: withSteps(phone, applicantData) }),
  contact: () => contactScreen(email, asking),
  'contact-code': () => contactScreen(email, confirming),
  'contact-wrong-code': () => contactScreen(email, { ...confirming, saving: wrongCode }),
  'contact-phone': () => contactScreen(phone, asking),
  'contact-phone-code': () => contactScreen(phone, { ...confirming, address: '+77010000000' }),
  questionnaire: (): Screen => ({ name: 'questionnaire', round: roundOf(questionnaire), saving: { name: 'idle' } }),
  'applicant-data': () => dataScreen(applicantData),
  'applicant-data-faults': (): Screen => ({
    ...dataScreen({ ...applicantData, values: { ...previewValues, email: 'aigerim', firstName: '' } }),
    isCheckedAtFirst: true,
  }),
  'applicant-data-sending': (): Screen => ({ ...dataScreen(filledIn), saving: { name: 'under-way' } }),
  'applicant-data-failed': (): Screen => ({
    ...dataScreen(filledIn),
    saving: { name: 'failed', reason: 'offline' },
  }),
  'applicant-data-again': () =>
    dataScreen({
      ...filledIn,
      fields: previewFields.filter(({ name }) => longNames.includes(name)),
      state: 'send-again',
      moderationComment: 'Please write your name as it is in your document.',
    }),
  review: (): Screen => {
    const given: FrameStep[] = [
      { ...email, address: 'aigerim@example.kz' },
      filledIn,
      ...documents.map(step => (step.kind === 'documents' ? withImages(step) : step)),
    ];
    return { name: 'review', applicant: { ...person, steps: given.map(step => ({ ...step, state: 'received' })) } };
  },
} as const satisfies Record<string, () => Screen>;
