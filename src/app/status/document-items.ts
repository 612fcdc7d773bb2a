import type { DocumentStep, DocumentVerdict, VerificationDocuments } from '#contract/documents';

/** One card: an image where the verdict names images, otherwise a step. */
export interface DocumentItem {
  step: DocumentStep;
  side: 'front' | 'back' | 'whole';
  verdict: DocumentVerdict;
  reasons: string[];
  comment: string | null;
}

const order: DocumentVerdict[] = ['send-again', 'missing', 'waiting', 'accepted'];

/** What the person has to send first. A step to be sent again of which no image is named counts as one. */
export function toDocumentItems(documents: VerificationDocuments): DocumentItem[] {
  return documents.steps.flatMap(toItems).sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
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

const notPhotographed = ['QUESTIONNAIRE', 'APPLICANT_DATA', 'EMAIL_VERIFICATION'];

export function isPhoto({ step }: DocumentItem): boolean {
  return !notPhotographed.includes(step.idDocSetType);
}

export function isWanted({ verdict }: DocumentItem): boolean {
  return verdict === 'send-again' || verdict === 'missing';
}
