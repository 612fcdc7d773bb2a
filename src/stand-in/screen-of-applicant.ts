import { documentOf, isSelfie, screenOfDocument } from './document-screens';
import { documentTypesOf } from './document-types';
import type { FlowSettings } from './flow';
import type { DocumentStep, FrameApplicant } from './frame-contract';
import { prefillStep, prefillSteps } from './prefill';
import type { Attempt, DocumentChoice, Round, Saving, Screen } from './screen';

const idle: Saving = { name: 'idle' };
const defaultCountry = 'KAZ';

/** The screen for how things stand. `isFirst`: nothing was shown before it. */
export function screenOfApplicant(
  applicant: FrameApplicant,
  { attempt, isFirst }: { attempt: Attempt; isFirst: boolean },
  settings: FlowSettings,
): Screen {
  const { reviewStatus, reviewResult } = applicant.review;
  switch (reviewStatus) {
    case 'completed':
      if (reviewResult?.reviewAnswer === 'GREEN') return { name: 'approved', applicant };
      if (reviewResult?.reviewAnswer !== 'RED') return { name: 'pending', applicant, connection: 'live' };
      if (reviewResult.reviewRejectType !== 'RETRY') return { name: 'rejected', applicant };
      return attempt === 'again' ? screenOfNextStep(applicant, attempt, settings) : { name: 'resubmit', applicant };
    case 'onHold':
      return { name: 'on-hold', applicant, connection: 'live' };
    case 'pending':
    case 'prechecked':
    case 'queued':
    case 'awaitingService':
      return { name: 'pending', applicant, connection: 'live' };
    default:
      return isFirst && isUntouched(applicant) && !applicant.navConf.skipWelcomeScreen
        ? { name: 'welcome', applicant: prefillSteps(applicant, settings.prefill) }
        : screenOfNextStep(applicant, attempt, settings);
  }
}

function isUntouched({ steps }: FrameApplicant): boolean {
  return steps.every(step => step.state === 'open' && (step.kind !== 'documents' || step.images.length === 0));
}

export function screenOfNextStep(applicant: FrameApplicant, attempt: Attempt, settings: FlowSettings): Screen {
  const step = applicant.steps.find(({ state }) => state === 'open' || state === 'send-again');
  if (step) {
    return screenOfStep({ applicant, step, attempt: step.state === 'send-again' ? 'again' : attempt }, settings);
  }
  if (attempt === 'first' && !applicant.navConf.skipReviewScreen) return { name: 'review', applicant };
  return { name: 'sending', applicant, attempt, complete: true };
}

export function screenOfStep({ applicant, step: givenStep, attempt }: Round, settings: FlowSettings): Screen {
  const step = prefillStep(givenStep, settings.prefill);
  switch (step.kind) {
    case 'contact':
      return {
        name: 'contact',
        round: { applicant, step, attempt },
        stage: { name: 'asking', address: step.address ?? '', saving: idle },
      };
    case 'questionnaire':
      return { name: 'questionnaire', round: { applicant, step, attempt }, saving: idle };
    case 'applicant-data':
      return { name: 'applicant-data', round: { applicant, step, attempt }, saving: idle };
    case 'documents':
      return screenOfDocuments({ applicant, step, attempt }, settings);
  }
}

function screenOfDocuments(round: Round<DocumentStep>, settings: FlowSettings): Screen {
  const { applicant, step } = round;
  const { documentsByCountries } = settings;
  const chosenBefore = documentOf(step, { country: step.country, idDocType: step.idDocType }, documentsByCountries);
  if (chosenBefore) return screenOfDocument(round, chosenBefore, step.state !== 'send-again' && !isSelfie(step));

  const defined = documentOf(step, settings.documentDefinitions[step.idDocSetType], documentsByCountries);
  if (defined && applicant.countries.includes(defined.country)) return screenOfDocument(round, defined, false);

  const onlySelfie = isSelfie(step) ? documentOf(step, defaultChoiceOf(applicant, step, settings)) : undefined;
  return onlySelfie ? screenOfDocument(round, onlySelfie, false) : screenOfChoice(round, settings);
}

export function screenOfChoice(round: Round<DocumentStep>, settings: FlowSettings, chosen?: DocumentChoice): Screen {
  const { country, idDocType } = defaultChoiceOf(round.applicant, round.step, settings);
  const choice = chosen ?? { country: round.step.country ?? country, idDocType: round.step.idDocType ?? idDocType };
  return { name: 'document-type', round, choice, documentsByCountries: settings.documentsByCountries };
}

function defaultChoiceOf(applicant: FrameApplicant, step: DocumentStep, settings: FlowSettings): DocumentChoice {
  const country = defaultCountryOf(applicant, settings);
  const [type] = documentTypesOf(step, country, settings.documentsByCountries);
  return { country, idDocType: type?.idDocType ?? '' };
}

function defaultCountryOf(applicant: FrameApplicant, settings: FlowSettings): string {
  const chosenBefore = applicant.steps.map(step => step.kind === 'documents' && step.country).find(Boolean);
  const wishes = [settings.country, chosenBefore, defaultCountry];
  return wishes.find(wish => wish && applicant.countries.includes(wish)) || (applicant.countries[0] ?? defaultCountry);
}
