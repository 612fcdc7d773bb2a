import { type ContactAction, reduceContact } from './contact-stage';
import { documentOf, screenOfDocument, takesFiles, withoutWarnings, withUpload, withUploads } from './document-screens';
import type { DocumentsByCountries } from './document-types';
import { isBehindServer, isOpenForMore, withServerImages } from './follow-applicant';
import type { DocumentStep, FrameApplicant } from './frame-contract';
import type { Prefill } from './prefill';
import {
  type Attempt,
  type DocumentChoice,
  isOpenedFromReview,
  isStepComplete,
  isWaiting,
  type OtherDeviceLink,
  type Problem,
  type Round,
  roundOf,
  type Saving,
  type Screen,
  type Side,
  type UploadFailure,
  type UploadState,
  withoutInterruption,
} from './screen';
import { screenOfApplicant, screenOfChoice, screenOfNextStep, screenOfStep } from './screen-of-applicant';

export type FlowAction =
  | { name: 'applicant-read'; applicant: FrameApplicant }
  /** Read while the person may be at it on another device, too. */
  | { name: 'applicant-followed'; applicant: FrameApplicant }
  | { name: 'welcome-passed' }
  | { name: 'form-sent' }
  | { name: 'form-failed'; reason: UploadFailure }
  | ContactAction
  | { name: 'document-chosen'; choice: DocumentChoice }
  | { name: 'choice-reopened' }
  | { name: 'upload-changed'; side: Side; state: UploadState }
  | { name: 'warnings-accepted'; side: Side }
  | { name: 'other-device-opened' }
  | { name: 'link-changed'; link: OtherDeviceLink }
  | { name: 'other-device-closed' }
  | { name: 'step-finished' }
  | { name: 'step-reopened'; idDocSetType: string }
  | { name: 'other-document-wished'; idDocSetType: string }
  | { name: 'review-reopened' }
  | { name: 'review-confirmed' }
  | { name: 'resubmission-opened' }
  | { name: 'connection-lost' }
  | { name: 'problem-met'; problem: Problem }
  | { name: 'interruption-closed' }
  | { name: 'tried-again' };

export interface FlowSettings {
  country?: string | undefined;
  /** What the host knows of the person. */
  prefill?: Prefill | undefined;
  documentDefinitions: Readonly<Record<string, Partial<DocumentChoice> | undefined>>;
  documentsByCountries?: DocumentsByCountries | undefined;
}

export function reduceFlow(screen: Screen, action: FlowAction, settings: FlowSettings): Screen {
  switch (action.name) {
    case 'applicant-read':
      return screenOfApplicant(action.applicant, seenFrom(screen), settings);
    case 'applicant-followed':
      return followApplicant(action.applicant, screen, settings);
    case 'welcome-passed':
      return screen.name === 'welcome' ? screenOfNextStep(screen.applicant, 'first', settings) : screen;
    case 'form-sent':
      return withSaving(screen, { name: 'under-way' });
    case 'form-failed':
      return withSaving(screen, { name: 'failed', reason: action.reason });
    case 'code-asked':
    case 'code-sent':
    case 'code-refused':
    case 'address-reopened':
      return screen.name === 'contact' ? { ...screen, stage: reduceContact(screen.stage, action) } : screen;
    case 'document-chosen': {
      if (screen.name !== 'document-type') return screen;
      const document = documentOf(screen.round.step, action.choice, settings.documentsByCountries);
      return document ? screenOfDocument(screen.round, document, true) : screen;
    }
    case 'choice-reopened':
      return screen.name === 'upload' && screen.choosable
        ? screenOfChoice(screen.round, settings, screen.document)
        : screen;
    case 'upload-changed':
      return withUploads(screen, found => withUpload(found, action.side, action.state));
    case 'warnings-accepted':
      return withUploads(screen, found => withoutWarnings(found, action.side));
    case 'other-device-opened':
      if (screen.name === 'other-device') return { ...screen, link: { name: 'asking' } };
      return takesFiles(screen) ? { name: 'other-device', link: { name: 'asking' }, returnTo: screen } : screen;
    case 'link-changed':
      return screen.name === 'other-device' ? { ...screen, link: action.link } : screen;
    case 'other-device-closed':
      return screen.name === 'other-device' ? screen.returnTo : screen;
    case 'step-finished':
      if (!isStepComplete(screen)) return screen;
      return { name: 'sending', applicant: screen.round.applicant, attempt: screen.round.attempt, complete: false };
    case 'step-reopened': {
      const round = roundToReopen(screen, action.idDocSetType);
      return round ? screenOfStep(round, settings) : screen;
    }
    case 'other-document-wished': {
      const round = roundToReopen(screen, action.idDocSetType);
      return round && isOfDocuments(round) ? screenOfChoice(round, settings) : screen;
    }
    case 'review-reopened':
      return isOpenedFromReview(screen) ? { name: 'review', applicant: screen.round.applicant } : screen;
    case 'review-confirmed':
      if (screen.name !== 'review') return screen;
      return { name: 'sending', applicant: screen.applicant, attempt: 'first', complete: true };
    case 'resubmission-opened':
      return screen.name === 'resubmit' ? screenOfNextStep(screen.applicant, 'again', settings) : screen;
    case 'connection-lost':
      return isWaiting(screen) ? { ...screen, connection: 'lost' } : screen;
    case 'problem-met':
      return interruptWith(action.problem, screen);
    case 'interruption-closed':
      if (screen.name !== 'interrupted') return screen;
      return screen.behind.name === 'sending' ? { name: 'problem', problem: screen.problem } : screen.behind;
    case 'tried-again':
      return screen.name === 'interrupted' ? screen.behind : { name: 'loading' };
  }
}

/** What somebody is in the middle of stays behind the message; anything else gives way to it. */
function interruptWith(problem: Problem, screen: Screen): Screen {
  const behind = withoutInterruption(screen);
  const isAtStake = roundOf(behind) || behind.name === 'sending' || behind.name === 'review';
  return isAtStake ? { name: 'interrupted', problem, behind } : { name: 'problem', problem };
}

/** Moves on where the step was finished elsewhere, and takes over what was uploaded there; else changes nothing. */
function followApplicant(applicant: FrameApplicant, screen: Screen, settings: FlowSettings): Screen {
  if (screen.name === 'interrupted') return screen;
  const round = roundOf(screen);
  const isBehind = round ? isBehindServer(round, applicant) : screen.name === 'review' && !isOpenForMore(applicant);
  if (!isBehind) return withServerImages(screen, applicant);
  return screen.name === 'other-device'
    ? { ...screen, link: { name: 'done' } }
    : screenOfApplicant(applicant, seenFrom(screen), settings);
}

/** What of a screen matters to the one that follows it. */
function seenFrom(screen: Screen): { attempt: Attempt; isFirst: boolean } {
  const attempt = screen.name === 'sending' ? screen.attempt : (roundOf(screen)?.attempt ?? 'first');
  return { attempt, isFirst: screen.name === 'loading' };
}

function withSaving(screen: Screen, saving: Saving): Screen {
  if (screen.name === 'contact') return { ...screen, stage: { ...screen.stage, saving } };
  return screen.name === 'questionnaire' || screen.name === 'applicant-data' ? { ...screen, saving } : screen;
}

/** The step that a person picks from a list of them, before everything is sent or after it came back. */
function roundToReopen(screen: Screen, idDocSetType: string): Round | undefined {
  if (screen.name !== 'review' && screen.name !== 'resubmit') return undefined;
  const { applicant } = screen;
  const step = applicant.steps.find(one => one.idDocSetType === idDocSetType);
  return step && { applicant, step, attempt: screen.name === 'resubmit' ? 'again' : 'first' };
}

function isOfDocuments(round: Round): round is Round<DocumentStep> {
  return round.step.kind === 'documents';
}
