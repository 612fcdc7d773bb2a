import { type DocumentsByCountries, documentTypesOf } from './document-types';
import type { DocumentStep, FrameImage } from './frame-contract';
import type { ChosenDocument, Round, Screen, Side, SideUpload, StepScreen, UploadState } from './screen';

export function isSelfie(step: Pick<DocumentStep, 'idDocSetType'>): boolean {
  return step.idDocSetType.startsWith('SELFIE');
}

/** The document that a choice stands for; undefined where the step takes no such type of that country. */
export function documentOf(
  step: DocumentStep,
  choice: { country?: string | null | undefined; idDocType?: string | null | undefined } | undefined,
  documentsByCountries?: DocumentsByCountries | undefined,
): ChosenDocument | undefined {
  if (!choice?.country) return undefined;
  const types = documentTypesOf(step, choice.country, documentsByCountries);
  const type = types.find(({ idDocType }) => idDocType === choice.idDocType);
  return type && { country: choice.country, idDocType: type.idDocType, sides: type.sides };
}

export function screenOfDocument(round: Round<DocumentStep>, document: ChosenDocument, choosable: boolean): Screen {
  const uploads = uploadsOf(round.step, document);
  return isSelfie(round.step)
    ? { name: 'selfie', round, document, uploads }
    : { name: 'upload', round, document, uploads, choosable };
}

/** Images count for a side only while the choice is the one they were uploaded under. */
function uploadsOf(step: DocumentStep, document: ChosenDocument): SideUpload[] {
  const sameDocument = step.idDocType === document.idDocType && step.country === document.country;
  const uploads = document.sides.map(side => {
    const image = sameDocument ? step.images.find(({ idDocSubType }) => idDocSubType === side) : undefined;
    return { side, state: stateOfImage(image) };
  });
  const nothingNamed = uploads.every(({ state }) => state.name === 'received' || state.name === 'accepted');
  const wholeStepFlagged = step.state === 'send-again' && nothingNamed;
  return wholeStepFlagged ? document.sides.map(side => ({ side, state: { name: 'empty' } })) : uploads;
}

export function takesFiles(screen: Screen): screen is StepScreen {
  return screen.name === 'upload' || screen.name === 'selfie';
}

/** Changes the screen that takes files, also where it waits behind another one. */
export function withUploads<T extends Screen>(screen: T, change: (screen: StepScreen) => StepScreen): T {
  if (screen.name === 'other-device') return { ...screen, returnTo: withUploads(screen.returnTo, change) };
  if (screen.name === 'interrupted') return { ...screen, behind: withUploads(screen.behind, change) };
  return takesFiles(screen) ? (change(screen) as Screen as T) : screen;
}

/** An image that was just received counts as the step's, so that going back and forth does not ask for it twice. */
export function withUpload(screen: StepScreen, side: Side, state: UploadState): StepScreen {
  const round = state.name === 'received' ? withImage(screen, side, state.imageId) : screen.round;
  return { ...screen, round, uploads: screen.uploads.map(upload => (upload.side === side ? { side, state } : upload)) };
}

export function withoutWarnings(screen: StepScreen, side: Side): StepScreen {
  const uploads = screen.uploads.map(({ side: own, state }) =>
    own === side && state.name === 'received' ? { side, state: { ...state, warnings: [] } } : { side: own, state },
  );
  return { ...screen, uploads };
}

function withImage({ round, document }: StepScreen, side: Side, imageId: string): Round<DocumentStep> {
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

export function stateOfImage(image: FrameImage | undefined): UploadState {
  switch (image?.state) {
    case undefined:
      return { name: 'empty' };
    case 'received':
      return { name: 'received', imageId: image.imageId, file: null, warnings: [] };
    case 'accepted':
      return { name: 'accepted' };
    case 'send-again':
      return { name: 'send-again', image };
  }
}
