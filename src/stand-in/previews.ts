import { screenOfDocument } from './document-screens';
import type { ChosenDocument, Round, Screen } from './flow';
import type { DocumentStep, FrameStep } from './frame-contract';
import { createPreviewApplicant } from './preview-applicant';
import { statusPreviews } from './status-previews';

/** Screens with fixed data, by the name under which each can be opened: `?preview=<name>`. */
export type PreviewName = keyof typeof previews;

const idCard: ChosenDocument = { country: 'KAZ', idDocType: 'ID_CARD', sides: ['FRONT_SIDE', 'BACK_SIDE'] };
const selfie: ChosenDocument = { country: 'KAZ', idDocType: 'SELFIE', sides: [null] };

const applicant = createPreviewApplicant();

function roundOf<Kind extends FrameStep['kind']>(
  kind: Kind,
  idDocSetType: string,
): Round<Extract<FrameStep, { kind: Kind }>> {
  const step = applicant.steps.find(one => one.idDocSetType === idDocSetType);
  if (step?.kind !== kind) throw new Error(`the preview applicant has no step ${idDocSetType} of kind ${kind}`);
  return { applicant, step: step as Extract<FrameStep, { kind: Kind }>, attempt: 'first' };
}

function documentScreen(idDocSetType: string, document: ChosenDocument): Screen {
  return screenOfDocument(roundOf('documents', idDocSetType) as Round<DocumentStep>, document, true);
}

export const previews = {
  loading: (): Screen => ({ name: 'loading' }),
  welcome: (): Screen => ({ name: 'welcome', applicant }),
  'document-type': (): Screen => ({
    name: 'document-type',
    round: roundOf('documents', 'IDENTITY'),
    choice: idCard,
  }),
  upload: () => documentScreen('IDENTITY', idCard),
  selfie: () => documentScreen('SELFIE', selfie),
  ...statusPreviews,
} as const satisfies Record<string, () => Screen>;

export function findPreview(name: string): Screen | undefined {
  return Object.hasOwn(previews, name) ? previews[name as PreviewName]() : undefined;
}
