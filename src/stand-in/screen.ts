import type { CameraState } from './camera-session';
import type { ContactStage } from './contact-stage';
import { takesFiles } from './document-screens';
import type { DocumentsByCountries } from './document-types';
import type {
  ApplicantDataStep,
  ContactStep,
  DocumentStep,
  FrameApplicant,
  FrameImage,
  FrameStep,
  QuestionnaireStep,
} from './frame-contract';

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
  /** `expiresAt` by the page's clock: milliseconds since 1970. */
  | { name: 'ready'; url: string; expiresAt: number }
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
