import type { DocumentStep, DocumentVerdict, VerificationDocuments } from '#contract/documents';

/** One card: an image where the verdict names images, otherwise a step. */
export interface DocumentItem {
  step: DocumentStep;
  side: 'front' | 'back' | 'whole';
  verdict: DocumentVerdict;
  reasons: string[];
  comment: string | null;
}

/** What a person is asked for. Some verdicts touch no document: then the frame alone knows what it is. */
export type Request =
  | { is: 'photos'; count: number; rest: 'accepted' | 'open' }
  | { is: 'things'; rest: 'accepted' | 'open' }
  | { is: 'unnamed' };

export function toRequest(items: readonly DocumentItem[]): Request {
  const wanted = items.filter(isWanted);
  if (wanted.length === 0) return { is: 'unnamed' };
  const others = items.filter(item => !isWanted(item));
  const rest = others.length > 0 && others.every(item => item.verdict === 'accepted') ? 'accepted' : 'open';
  return wanted.every(isPhoto) ? { is: 'photos', count: wanted.length, rest } : { is: 'things', rest };
}

const order: DocumentVerdict[] = ['send-again', 'missing', 'waiting', 'accepted'];

/** What the person has to send first. A step to be sent again of which no image is named counts as one. */
export function toDocumentItems({ steps }: Pick<VerificationDocuments, 'steps'>): DocumentItem[] {
  return steps.flatMap(toItems).sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
}

function toItems(step: DocumentStep): DocumentItem[] {
  const { verdict, reasons, comment } = step;
  const whole: DocumentItem = { step, side: 'whole', verdict, reasons, comment };
  const namesImages = step.images.some(image => image.verdict === verdict);
  if (!namesImages) return [whole];
  return step.images.map(image => ({
    step,
    side: image.side,
    verdict: image.verdict,
    reasons: image.reasons.length > 0 || image.verdict !== verdict ? image.reasons : reasons,
    comment: image.comment ?? (image.verdict === verdict ? comment : null),
  }));
}

const notPhotographed = ['QUESTIONNAIRE', 'APPLICANT_DATA', 'EMAIL_VERIFICATION', 'PHONE_VERIFICATION'];

export function isPhoto({ step }: DocumentItem): boolean {
  return !notPhotographed.includes(step.idDocSetType);
}

export function isWanted({ verdict }: DocumentItem): boolean {
  return verdict === 'send-again' || verdict === 'missing';
}
