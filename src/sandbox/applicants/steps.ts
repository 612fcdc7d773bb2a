import { ApiError, codedError } from '../api-error';
import type { Dossier, StepAnswer } from './dossier';
import type { ImageRecord } from './image-record';
import type { DocumentStep, DocumentType, Level, LevelStep, Side } from './levels';

export interface StepView {
  step: LevelStep;
  /** `open`: nothing, or not all of it, is given. `send-again`: the verdict asks for it once more. */
  state: 'open' | 'received' | 'accepted' | 'send-again';
  /** Of a step without documents. */
  answer: StepAnswer | null;
  /** What was chosen at the last upload. */
  idDocType: string | null;
  country: string | null;
  /** Active ones, front first. */
  images: ImageRecord[];
  missingSides: readonly Side[];
}

/** Each step of the level with what was given for it. */
export function toStepViews(level: Level, { images, answers }: Pick<Dossier, 'images' | 'answers'>): StepView[] {
  return level.steps.map(step => {
    if (step.kind === 'documents') {
      const given = images.filter(image => image.idDocSetType === step.idDocSetType && image.state !== 'inactive');
      return toDocumentView(step, given);
    }
    const answer = answers.find(({ idDocSetType }) => idDocSetType === step.idDocSetType) ?? null;
    const state = answer?.state ?? 'open';
    return { step, state, answer, idDocType: null, country: null, images: [], missingSides: [] };
  });
}

function toDocumentView(step: DocumentStep, uploads: ImageRecord[]): StepView {
  const latest = uploads.at(-1);
  const type = step.documentTypes.find(({ idDocType }) => idDocType === latest?.idDocType);
  const sides = latest?.sides ?? type?.sides ?? [];
  const images = uploads.toSorted((a, b) => sides.indexOf(a.idDocSubType) - sides.indexOf(b.idDocSubType));
  const missingSides = sides.filter(side => !images.some(image => image.idDocSubType === side));
  return {
    step,
    state: toState(images, missingSides),
    answer: null,
    idDocType: latest?.idDocType ?? null,
    country: latest?.country ?? null,
    images,
    missingSides,
  };
}

function toState(images: ImageRecord[], missingSides: readonly Side[]): StepView['state'] {
  if (images.some(image => image.state === 'send-again')) return 'send-again';
  if (images.length === 0 || missingSides.length > 0) return 'open';
  return images.every(image => image.state === 'accepted') ? 'accepted' : 'received';
}

/** Names what keeps an applicant from being checked: `SELFIE`, or `IDENTITY (ID_CARD BACK_SIDE)`. */
export function listMissing(level: Level, given: Pick<Dossier, 'images' | 'answers'>): string[] {
  return toStepViews(level, given).flatMap(({ step, state, idDocType, images, missingSides }) => {
    if (state === 'received' || state === 'accepted') return [];
    const sendAgain = images.filter(image => image.state === 'send-again').map(image => image.idDocSubType);
    const sides = [...missingSides, ...sendAgain].filter(side => side !== null);
    return [sides.length > 0 ? `${step.idDocSetType} (${idDocType} ${sides.join(', ')})` : step.idDocSetType];
  });
}

/** [?] The first step that takes the type and is not through with its documents yet; undefined where there is none. */
export function findOpenStep(
  level: Level,
  given: Pick<Dossier, 'images' | 'answers'>,
  idDocType: string,
): string | undefined {
  const views = toStepViews(level, given).filter(
    ({ step }) => step.kind === 'documents' && step.documentTypes.some(type => type.idDocType === idDocType),
  );
  return views.find(({ state }) => state === 'open' || state === 'send-again')?.step.idDocSetType;
}

interface DocumentChoice {
  idDocSetType?: string;
  idDocType: string;
  idDocSubType: Side;
  sides?: readonly Side[] | undefined;
}

/**
 * The step and document type of the level that an upload is for; without a step's name, the first that takes the type.
 * Throws 1010 when the level asks for no such document, 400 when the document has no such side.
 */
export function findDocumentType(
  level: Level,
  { idDocSetType, idDocType, idDocSubType, sides: askedSides }: DocumentChoice,
): { step: DocumentStep; documentType: DocumentType } {
  const found = level.steps
    .filter(step => step.kind === 'documents')
    .filter(step => idDocSetType === undefined || step.idDocSetType === idDocSetType)
    .flatMap(step => step.documentTypes.map(documentType => ({ step, documentType })))
    .find(({ documentType }) => documentType.idDocType === idDocType);
  if (!found) {
    const where = idDocSetType === undefined ? '' : ` in step ${idDocSetType}`;
    throw codedError(1010, `Document type ${idDocType} is not required${where} at level '${level.levelName}'`);
  }
  const sides = askedSides ?? found.documentType.sides;
  if (!sides.includes(idDocSubType)) {
    throw new ApiError(400, `idDocSubType of ${idDocType} must be ${sides.map(side => side ?? 'none').join(' or ')}`);
  }
  return found;
}
