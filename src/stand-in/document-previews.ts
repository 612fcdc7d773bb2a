import type { CameraFault } from './camera';
import type { CameraState } from './camera-session';
import { screenOfDocument } from './document-screens';
import type { DocumentStep } from './frame-contract';
import { createPreviewApplicant } from './preview-applicant';
import type { ChosenDocument, OtherDeviceLink, Round, Screen, StepScreen, UploadState } from './screen';

/** Screens of documents, of the camera and of the phone, in each state that they can be in. */
const applicant = createPreviewApplicant();

const passport: ChosenDocument = { country: 'KAZ', idDocType: 'PASSPORT', sides: [null] };
const idCard: ChosenDocument = { country: 'KAZ', idDocType: 'ID_CARD', sides: ['FRONT_SIDE', 'BACK_SIDE'] };
const bill: ChosenDocument = { country: 'KAZ', idDocType: 'UTILITY_BILL', sides: [null] };
const selfie: ChosenDocument = { country: 'KAZ', idDocType: 'SELFIE', sides: [null] };

function roundOf(idDocSetType: string, change: Partial<DocumentStep> = {}): Round<DocumentStep> {
  const step = applicant.steps.find(one => one.idDocSetType === idDocSetType);
  if (step?.kind !== 'documents') throw new Error(`the preview applicant has no documents in step ${idDocSetType}`);
  return { applicant, step: { ...step, ...change }, attempt: 'first' };
}

function uploads(idDocSetType: string, document: ChosenDocument, states: readonly UploadState[] = []): Screen {
  const screen = screenOfDocument(roundOf(idDocSetType), document, true);
  return 'uploads' in screen ? withStates(screen, states) : screen;
}

function withStates(screen: StepScreen, states: readonly UploadState[]): StepScreen {
  return {
    ...screen,
    uploads: screen.uploads.map((upload, index) => ({ ...upload, state: states[index] ?? upload.state })),
  };
}

function face(change: Partial<DocumentStep>, cameraAtFirst: CameraState): Screen {
  const screen = screenOfDocument(roundOf('SELFIE', change), selfie, false);
  return screen.name === 'selfie' ? { ...screen, cameraAtFirst } : screen;
}

const film = (camera: CameraState) => face({ videoRequired: 'passiveLiveness' }, camera);
const photo = (camera: CameraState) => face({ videoRequired: null }, camera);
const fault = (name: CameraFault) => film({ name: 'faulty', fault: name });

function otherDevice(link: OtherDeviceLink): Screen {
  const returnTo = uploads('IDENTITY', idCard);
  if (returnTo.name !== 'upload') throw new Error('an identity document is uploaded on the screen of that name');
  return { name: 'other-device', link, returnTo };
}

const link = {
  url: 'https://sandbox.example/websdk/p/8fKq2Zr0sVxY7mTnB4cW1dLhJ6eUaPgo',
  expiresAt: Number.POSITIVE_INFINITY,
};

/** A picture of two colours, so that nothing has to be fetched for a preview. */
function picture(name: string, colour: string): File {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 200"><rect width="320" height="200" fill="${colour}"/><path d="M28 48h120M28 80h180M28 112h150" stroke="#fff" stroke-width="14"/></svg>`;
  return new File([svg], name, { type: 'image/svg+xml' });
}

const received = (warnings: string[] = []): UploadState => {
  return { name: 'received', imageId: '1', file: picture('front.jpg', '#4f7d8c'), warnings };
};

export const documentPreviews = {
  'document-type': (): Screen => ({ name: 'document-type', round: roundOf('IDENTITY'), choice: idCard }),
  'document-type-cards': (): Screen => ({
    name: 'document-type',
    round: roundOf('IDENTITY'),
    choice: idCard,
    documentsByCountries: { KAZ: { DRIVERS: { supported: false } } },
    layout: 'cards',
  }),
  upload: () => uploads('IDENTITY', idCard),
  'upload-one-side': () => uploads('IDENTITY', passport),
  'upload-address': () => uploads('PROOF_OF_ADDRESS', bill),
  'upload-type-in-card': (): Screen => {
    const screen = uploads('IDENTITY', passport);
    return screen.name === 'upload' ? { ...screen, layout: 'type-in-card' } : screen;
  },
  'upload-no-type-in-card': (): Screen => {
    const screen = uploads('IDENTITY', { ...passport, idDocType: '' });
    return screen.name === 'upload' ? { ...screen, layout: 'type-in-card' } : screen;
  },
  'upload-under-way': () =>
    uploads('IDENTITY', idCard, [
      received(),
      { name: 'uploading', file: picture('back.jpg', '#7b6a92'), fraction: 0.4 },
    ]),
  'upload-turned-down': () =>
    uploads('IDENTITY', idCard, [
      { name: 'turned-down', file: picture('front.jpg', '#4f7d8c'), errors: ['dataNotReadable'] },
      { name: 'failed', file: picture('back.jpg', '#7b6a92'), reason: 'offline' },
    ]),
  'upload-warned': () => uploads('IDENTITY', idCard, [received(['documentTooMuchOutside']), received()]),
  'upload-interrupted': (): Screen => {
    const problem = { kind: 'refused', reason: '1006' } as const;
    return { name: 'interrupted', problem, behind: uploads('IDENTITY', idCard) as StepScreen };
  },
  selfie: () => film({ name: 'closed' }),
  'selfie-photo': () => photo({ name: 'closed' }),
  'selfie-opening': () => film({ name: 'opening' }),
  'selfie-live': () => film({ name: 'live', stream: null, ready: true }),
  'selfie-recording': () => film({ name: 'recording', stream: null, secondsLeft: 3 }),
  'selfie-taken': () => photo({ name: 'taken', file: picture('selfie.jpg', '#8c6f5a') }),
  'selfie-denied': () => fault('denied'),
  'selfie-missing': () => fault('missing'),
  'selfie-busy': () => fault('busy'),
  'selfie-silent': () => fault('silent'),
  'selfie-lost': () => fault('lost'),
  'other-device': () => otherDevice({ name: 'ready', ...link }),
  'other-device-expired': () => otherDevice({ name: 'expired' }),
  'other-device-failed': () => otherDevice({ name: 'failed', reason: 'offline' }),
  'other-device-done': () => otherDevice({ name: 'done' }),
} as const satisfies Record<string, () => Screen>;
