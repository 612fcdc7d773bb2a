import type { DocumentImage, DocumentStep, DocumentVerdict } from '#contract/documents';
import type { ChangedRemedy, Verification } from '#contract/verification';
import { ago, hourMs } from '../gallery-state';

const reference = '7K2-94F';

export function person(status: Exclude<Verification['status'], 'changed'>, changedAt: string | null = ago(hourMs)) {
  return { status, revision: 4, changedAt, reference } satisfies Verification;
}

export function changedPerson(
  remedy: ChangedRemedy,
  changedAt: string | null = ago(hourMs),
  approvedAt: string = ago(50 * hourMs),
) {
  return {
    status: 'changed',
    remedy,
    approvedAt,
    revision: 9,
    changedAt,
    reference,
  } satisfies Verification;
}

export function step(
  idDocSetType: string,
  idDocType: string | null,
  verdict: DocumentVerdict,
  images: readonly DocumentImage[] = [],
  reasons: readonly string[] = [],
): DocumentStep {
  return { idDocSetType, idDocType, verdict, reasons: [...reasons], comment: null, images: [...images] };
}

export function image(
  side: DocumentImage['side'],
  verdict: DocumentVerdict,
  reasons: readonly string[] = [],
  comment: string | null = null,
): DocumentImage {
  return { side, verdict, reasons: [...reasons], comment };
}

export const noContact = { return: null, support: null, privacy: null, retention: null, appeal: null };
