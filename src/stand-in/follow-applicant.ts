import { screenOfDocument, stateOfImage } from './document-screens';
import type { DocumentStep, FrameApplicant, FrameStep } from './frame-contract';
import type { Round, Screen, SideUpload, StepScreen } from './screen';

/** The server has what the screen still asks for: it was given on another device. */
export function isBehindServer({ step }: Round, applicant: FrameApplicant): boolean {
  const there = applicant.steps.find(({ idDocSetType }) => idDocSetType === step.idDocSetType);
  return !there || (isGiven(there) && !isGiven(step)) || !isOpenForMore(applicant);
}

/** Nobody has asked for the check yet, or the verdict asks for something again. */
export function isOpenForMore({ review: { reviewStatus = 'init', reviewResult } }: FrameApplicant): boolean {
  return reviewStatus === 'init' || (reviewStatus === 'completed' && reviewResult?.reviewRejectType === 'RETRY');
}

function isGiven({ state }: FrameStep): boolean {
  return state === 'received' || state === 'accepted';
}

/** The screen with those uploads of the same step that were made elsewhere; what was begun here is kept. */
export function withServerImages(screen: Screen, applicant: FrameApplicant): Screen {
  if (screen.name === 'other-device') {
    const returnTo = withServerImages(screen.returnTo, applicant);
    return returnTo === screen.returnTo ? screen : { ...screen, returnTo: returnTo as StepScreen };
  }
  if (screen.name !== 'upload' && screen.name !== 'selfie') return screen;
  const there = applicant.steps.find(({ idDocSetType }) => idDocSetType === screen.round.step.idDocSetType);
  if (there?.kind !== 'documents' || there.images.every(image => isKnown(screen, image.imageId))) return screen;
  const round: Round<DocumentStep> = { ...screen.round, applicant, step: there };
  const type = there.documentTypes.find(({ idDocType }) => idDocType === there.idDocType);
  if (!type || there.country === null) return screen;
  if (there.idDocType !== screen.document.idDocType || there.country !== screen.document.country) {
    const document = { country: there.country, idDocType: type.idDocType, sides: type.sides };
    return screenOfDocument(round, document, screen.name === 'upload' && screen.choosable);
  }
  return { ...screen, round, uploads: screen.uploads.map(upload => withServerImage(upload, there)) };
}

function withServerImage(upload: SideUpload, { images }: DocumentStep): SideUpload {
  const image = images.find(({ idDocSubType }) => idDocSubType === upload.side);
  const isBegunHere = upload.state.name === 'uploading' || upload.state.name === 'received';
  return image && !isBegunHere ? { side: upload.side, state: stateOfImage(image) } : upload;
}

function isKnown({ uploads, round }: StepScreen, imageId: string): boolean {
  const isUploadedHere = uploads.some(({ state }) => state.name === 'received' && state.imageId === imageId);
  return isUploadedHere || round.step.images.some(image => image.imageId === imageId);
}
