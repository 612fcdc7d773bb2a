import type { CameraState } from './camera-session';
import { type ContactAction, type ContactStage, reduceContact } from './contact-stage';
import { documentOf, screenOfDocument, takesFiles, withoutWarnings, withUpload, withUploads } from './document-screens';
import type { DocumentsByCountries } from './document-types';
import { isBehindServer, isOpenForMore, withServerImages } from './follow-applicant';
import type {
  ApplicantDataStep,
  ContactStep,
  DocumentStep,
  FrameApplicant,
  FrameImage,
  FrameStep,
  LinkAnswer,
  QuestionnaireStep,
} from './frame-contract';
import type { Prefill } from './prefill';
import { screenOfApplicant, screenOfChoice, screenOfNextStep, screenOfStep } from './screen-of-applicant';

/** What the frame shows. Everything a screen needs is in its member; the server's applicant is the only other memory. */
export type Screen =
  | { name: 'loading' }
  | { name: 'welcome'; applicant: FrameApplicant }
  | { name: 'contact'; round: Round<ContactStep>; stage: ContactStage }
  | ({ name: 'questionnaire'; round: Round<QuestionnaireStep> } & FormProgress)
  | ({ name: 'applicant-data'; round: Round<ApplicantDataStep> } & FormProgress)
  | {
      name: 'document-type';
      round: Round<DocumentStep>;
      choice: DocumentChoice;
      documentsByCountries?: DocumentsByCountries | undefined;
      layout?: 'cards';
    }
  | {
      name: 'upload';
      round: Round<DocumentStep>;
      document: ChosenDocument;
      uploads: SideUpload[];
      choosable: boolean;
      layout?: 'type-in-card';
    }
  | {
      name: 'selfie';
      round: Round<DocumentStep>;
      document: ChosenDocument;
      uploads: SideUpload[];
      /** How a preview finds the camera. */
      cameraAtFirst?: CameraState;
    }
  | { name: 'other-device'; link: OtherDeviceLink; returnTo: StepScreen }
  | { name: 'review'; applicant: FrameApplicant }
  | { name: 'sending'; applicant: FrameApplicant; attempt: Attempt; complete: boolean }
  | { name: 'pending'; applicant: FrameApplicant; connection: Connection }
  | { name: 'on-hold'; applicant: FrameApplicant; connection: Connection }
  | { name: 'approved'; applicant: FrameApplicant }
  | { name: 'resubmit'; applicant: FrameApplicant }
  | { name: 'rejected'; applicant: FrameApplicant }
  | { name: 'problem'; problem: Problem }
  /** Something went wrong over a screen that is kept as it was. */
  | { name: 'interrupted'; problem: Problem; behind: Exclude<Screen, { name: 'interrupted' }> };
export type ScreenName = Screen['name'];

/** The screens that take files. */
export type StepScreen = Extract<Screen, { name: 'upload' | 'selfie' }>;
export type FormScreen = Extract<Screen, { name: 'questionnaire' | 'applicant-data' }>;

/** `again`: after a verdict that asked for some documents once more. */
export type Attempt = 'first' | 'again';
export type Connection = 'live' | 'lost';
export type Side = FrameImage['idDocSubType'];

export interface Round<Step extends FrameStep = FrameStep> {
  applicant: FrameApplicant;
  step: Step;
  attempt: Attempt;
}

interface FormProgress {
  saving: Saving;
  /** How a preview finds it: already looked over for faults. */
  isCheckedAtFirst?: boolean;
}

/** A form that is being filled in, on its way, or came back. */
export type Saving = { name: 'idle' } | { name: 'under-way' } | { name: 'failed'; reason: UploadFailure };

export type OtherDeviceLink =
  | { name: 'asking' }
  | { name: 'ready'; link: LinkAnswer }
  | { name: 'expired' }
  /** The step was finished there. */
  | { name: 'done' }
  | { name: 'failed'; reason: UploadFailure };

export interface DocumentChoice {
  country: string;
  idDocType: string;
}

export interface ChosenDocument extends DocumentChoice {
  sides: readonly Side[];
}

export interface SideUpload {
  side: Side;
  state: UploadState;
}

export type UploadState =
  | { name: 'empty' }
  | { name: 'send-again'; image: FrameImage }
  | { name: 'uploading'; file: File; fraction: number }
  /** `file` is null where it was uploaded before this screen; `warnings` are fast-fail tags. */
  | { name: 'received'; imageId: string; file: File | null; warnings: readonly string[] }
  | { name: 'accepted' }
  | { name: 'failed'; file: File; reason: UploadFailure }
  /** Turned down at once, with fast-fail tags. */
  | { name: 'turned-down'; file: File; errors: readonly string[] };

export type UploadFailure = 'offline' | 'other' | `${number}`;
export type Problem = { kind: 'session-ended' } | { kind: 'offline' } | { kind: 'refused'; reason: UploadFailure };

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

export function isStepComplete(screen: Screen): screen is StepScreen {
  return (
    takesFiles(screen) &&
    screen.uploads.every(({ state }) =>
      state.name === 'received' ? state.warnings.length === 0 : state.name === 'accepted',
    )
  );
}

export function applicantOf(screen: Screen): FrameApplicant | undefined {
  if (screen.name === 'other-device') return applicantOf(screen.returnTo);
  if (screen.name === 'interrupted') return applicantOf(screen.behind);
  if ('applicant' in screen) return screen.applicant;
  return 'round' in screen ? screen.round.applicant : undefined;
}

/** The step a screen is about, also where the person went on elsewhere with it. */
export function roundOf(screen: Screen): Round | undefined {
  if (screen.name === 'other-device') return screen.returnTo.round;
  if (screen.name === 'interrupted') return roundOf(screen.behind);
  return 'round' in screen ? screen.round : undefined;
}

export function canGoBack(screen: Screen): boolean {
  return screen.name === 'other-device' || (screen.name === 'upload' && screen.choosable) || isOpenedFromReview(screen);
}

/** Everything had been given before this step was opened once more. */
export function isOpenedFromReview(screen: Screen): screen is Extract<Screen, { round: Round }> {
  if (!('round' in screen)) return false;
  const { applicant, attempt } = screen.round;
  const isComplete = applicant.steps.every(({ state }) => state === 'received' || state === 'accepted');
  return attempt === 'first' && isComplete && !applicant.navConf.skipReviewScreen;
}

export function isReadyToSubmit(screen: Screen): screen is Extract<Screen, { name: 'sending' }> {
  return screen.name === 'sending' && screen.complete;
}

/** A verdict may come by itself. */
export function isWaiting(screen: Screen): screen is Extract<Screen, { connection: Connection }> {
  return screen.name === 'pending' || screen.name === 'on-hold';
}

export function withoutInterruption(screen: Screen): Exclude<Screen, { name: 'interrupted' }> {
  return screen.name === 'interrupted' ? screen.behind : screen;
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
