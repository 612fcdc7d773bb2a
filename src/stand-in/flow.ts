import type { FrameApplicant, FrameImage, FrameStep } from './frame-contract';

/** What the frame shows. Everything a screen needs is in its member; the server's applicant is the only other memory. */
export type Screen =
  | { name: 'loading' }
  | { name: 'document-type'; round: Round; choice: DocumentChoice }
  | { name: 'upload'; round: Round; document: ChosenDocument; uploads: SideUpload[]; choosable: boolean }
  | { name: 'selfie'; round: Round; document: ChosenDocument; uploads: SideUpload[] }
  | { name: 'sending'; applicant: FrameApplicant; attempt: Attempt; complete: boolean }
  | { name: 'pending'; applicant: FrameApplicant; connection: Connection }
  | { name: 'on-hold'; applicant: FrameApplicant; connection: Connection }
  | { name: 'approved'; applicant: FrameApplicant }
  | { name: 'resubmit'; applicant: FrameApplicant }
  | { name: 'rejected'; applicant: FrameApplicant }
  | { name: 'problem'; problem: Problem };

type StepScreen = Extract<Screen, { name: 'upload' | 'selfie' }>;

/** `again`: after a verdict that asked for some documents once more. */
export type Attempt = 'first' | 'again';
export type Connection = 'live' | 'lost';
export type Side = FrameImage['idDocSubType'];

export interface Round {
  applicant: FrameApplicant;
  step: FrameStep;
  attempt: Attempt;
}

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
  /** `file` is null where it was uploaded before this screen. */
  | { name: 'received'; imageId: string; file: File | null }
  | { name: 'accepted' }
  | { name: 'failed'; file: File; reason: UploadFailure };

export type UploadFailure = 'offline' | 'other' | `${number}`;
export type Problem = { kind: 'session-ended' } | { kind: 'offline' } | { kind: 'refused'; reason: UploadFailure };

export type FlowAction =
  | { name: 'applicant-read'; applicant: FrameApplicant }
  | { name: 'document-chosen'; choice: DocumentChoice }
  | { name: 'choice-reopened' }
  | { name: 'upload-changed'; side: Side; state: UploadState }
  | { name: 'step-finished' }
  | { name: 'resubmission-opened' }
  | { name: 'connection-lost' }
  | { name: 'problem-met'; problem: Problem }
  | { name: 'tried-again' };

export interface FlowSettings {
  country?: string | undefined;
  documentDefinitions: Readonly<Record<string, Partial<DocumentChoice> | undefined>>;
}

const defaultCountry = 'KAZ';

export function reduceFlow(screen: Screen, action: FlowAction, settings: FlowSettings): Screen {
  switch (action.name) {
    case 'applicant-read':
      return screenOfApplicant(action.applicant, attemptOf(screen), settings);
    case 'document-chosen': {
      if (screen.name !== 'document-type') return screen;
      const document = documentOf(screen.round.step, action.choice);
      return document ? screenOfDocument(screen.round, document, true) : screen;
    }
    case 'choice-reopened':
      return screen.name === 'upload' && screen.choosable
        ? { name: 'document-type', round: screen.round, choice: screen.document }
        : screen;
    case 'upload-changed':
      if (screen.name !== 'upload' && screen.name !== 'selfie') return screen;
      return {
        ...screen,
        round: action.state.name === 'received' ? withImage(screen, action.side, action.state.imageId) : screen.round,
        uploads: screen.uploads.map(upload =>
          upload.side === action.side ? { side: upload.side, state: action.state } : upload,
        ),
      };
    case 'step-finished':
      if (!isStepComplete(screen)) return screen;
      return { name: 'sending', applicant: screen.round.applicant, attempt: screen.round.attempt, complete: false };
    case 'resubmission-opened':
      return screen.name === 'resubmit' ? screenOfNextStep(screen.applicant, 'again', settings) : screen;
    case 'connection-lost':
      return screen.name === 'pending' || screen.name === 'on-hold' ? { ...screen, connection: 'lost' } : screen;
    case 'problem-met':
      return { name: 'problem', problem: action.problem };
    case 'tried-again':
      return { name: 'loading' };
  }
}

export function isStepComplete(screen: Screen): screen is StepScreen {
  return (
    (screen.name === 'upload' || screen.name === 'selfie') &&
    screen.uploads.every(({ state }) => state.name === 'received' || state.name === 'accepted')
  );
}

/** Steps that ask for files; the frame leaves forms, e-mail and the like aside. */
export function stepsWithFiles(applicant: FrameApplicant): FrameStep[] {
  return applicant.steps.filter(step => step.documentTypes.length > 0);
}

export function applicantOf(screen: Screen): FrameApplicant | undefined {
  if ('applicant' in screen) return screen.applicant;
  return 'round' in screen ? screen.round.applicant : undefined;
}

export function canGoBack(screen: Screen): boolean {
  return screen.name === 'upload' && screen.choosable;
}

export function isReadyToSubmit(screen: Screen): screen is Extract<Screen, { name: 'sending' }> {
  return screen.name === 'sending' && screen.complete;
}

/** A verdict may come by itself. */
export function isWaiting(screen: Screen): boolean {
  return screen.name === 'pending' || screen.name === 'on-hold';
}

function attemptOf(screen: Screen): Attempt {
  if (screen.name === 'sending') return screen.attempt;
  return 'round' in screen ? screen.round.attempt : 'first';
}

function screenOfApplicant(applicant: FrameApplicant, attempt: Attempt, settings: FlowSettings): Screen {
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
      return screenOfNextStep(applicant, attempt, settings);
  }
}

function screenOfNextStep(applicant: FrameApplicant, attempt: Attempt, settings: FlowSettings): Screen {
  const step = stepsWithFiles(applicant).find(({ state }) => state === 'open' || state === 'send-again');
  if (!step) return { name: 'sending', applicant, attempt, complete: true };
  const round: Round = { applicant, step, attempt: step.state === 'send-again' ? 'again' : attempt };

  const chosenBefore = documentOf(step, { country: step.country, idDocType: step.idDocType });
  if (chosenBefore) return screenOfDocument(round, chosenBefore, step.state === 'open');

  const defined = documentOf(step, settings.documentDefinitions[step.idDocSetType]);
  if (defined) return screenOfDocument(round, defined, false);

  const choice = {
    country: defaultCountryOf(applicant, settings),
    idDocType: step.documentTypes[0]?.idDocType ?? '',
  };
  const onlySelfie = isSelfie(step) ? documentOf(step, choice) : undefined;
  if (onlySelfie) return screenOfDocument(round, onlySelfie, false);
  return { name: 'document-type', round, choice };
}

function screenOfDocument(round: Round, document: ChosenDocument, choosable: boolean): Screen {
  const uploads = uploadsOf(round.step, document);
  return isSelfie(round.step)
    ? { name: 'selfie', round, document, uploads }
    : { name: 'upload', round, document, uploads, choosable };
}

function isSelfie(step: FrameStep): boolean {
  return step.idDocSetType.startsWith('SELFIE');
}

function documentOf(
  step: FrameStep,
  choice: { country?: string | null | undefined; idDocType?: string | null | undefined } | undefined,
): ChosenDocument | undefined {
  const type = step.documentTypes.find(({ idDocType }) => idDocType === choice?.idDocType);
  return type && choice?.country
    ? { country: choice.country, idDocType: type.idDocType, sides: type.sides }
    : undefined;
}

function defaultCountryOf(applicant: FrameApplicant, settings: FlowSettings): string {
  const chosenBefore = applicant.steps.find(({ country }) => country)?.country;
  const wishes = [settings.country, chosenBefore, defaultCountry];
  return wishes.find(wish => wish && applicant.countries.includes(wish)) ?? applicant.countries[0] ?? defaultCountry;
}

/** Images count for a side only while the choice is the one they were uploaded under. */
function uploadsOf(step: FrameStep, document: ChosenDocument): SideUpload[] {
  const sameDocument = step.idDocType === document.idDocType && step.country === document.country;
  const uploads = document.sides.map(side => {
    const image = sameDocument ? step.images.find(({ idDocSubType }) => idDocSubType === side) : undefined;
    return { side, state: stateOfImage(image) };
  });
  const nothingNamed = uploads.every(({ state }) => state.name === 'received' || state.name === 'accepted');
  const wholeStepFlagged = step.state === 'send-again' && nothingNamed;
  return wholeStepFlagged ? document.sides.map(side => ({ side, state: { name: 'empty' } })) : uploads;
}

/** The round with an image that was just received, so that going back and forth does not ask for it twice. */
function withImage({ round, document }: StepScreen, side: Side, imageId: string): Round {
  const { step } = round;
  const image: FrameImage = {
    imageId,
    idDocSubType: side,
    state: 'received',
    rejectLabels: [],
    moderationComment: null,
  };
  const sameType = step.idDocType === document.idDocType;
  const images = [...(sameType ? step.images.filter(({ idDocSubType }) => idDocSubType !== side) : []), image];
  const { idDocType, country } = document;
  return { ...round, step: { ...step, idDocType, country, images } };
}

function stateOfImage(image: FrameImage | undefined): UploadState {
  switch (image?.state) {
    case undefined:
      return { name: 'empty' };
    case 'received':
      return { name: 'received', imageId: image.imageId, file: null };
    case 'accepted':
      return { name: 'accepted' };
    case 'send-again':
      return { name: 'send-again', image };
  }
}
