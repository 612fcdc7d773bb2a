import type { DocumentImage, DocumentStep, DocumentVerdict } from '#contract/documents';
import type { RequiredIdDocsStatus, StepStatus } from '#idngo/documents';
import type { ReviewResult } from '#idngo/review';
import { toToldLabels } from './presentable-labels';
import { toDocumentType, toStepName } from './provider-words';

/** Results by step as a person may see them. `clientComment` is never read; comments only where something can be sent again. */
export function translateSteps(status: RequiredIdDocsStatus): DocumentStep[] {
  return Object.entries(status).map(([name, step]) => {
    const idDocSetType = toStepName(name);
    if (!step) {
      return { idDocSetType, idDocType: null, verdict: 'missing', reasons: [], comment: null, images: [] };
    }
    return {
      idDocSetType,
      idDocType: step.idDocType === undefined ? null : toDocumentType(step.idDocType),
      verdict: toVerdict(step.reviewResult),
      ...toExplanation(step.reviewResult),
      images: translateImages(step),
    };
  });
}

/** What the verdict as a whole says; some touch no document. */
export function translateVerdict(result: ReviewResult | undefined): { reasons: string[]; comment: string | null } {
  return toExplanation(result);
}

function translateImages({ imageIds = [], imageReviewResults = {} }: StepStatus): DocumentImage[] {
  return imageIds.map((imageId, position) => {
    const result = imageReviewResults[imageId] ?? undefined;
    const side = imageIds.length === 1 ? 'whole' : position === 0 ? 'front' : 'back';
    return { side, verdict: toVerdict(result), ...toExplanation(result) };
  });
}

function toVerdict(result: ReviewResult | undefined): DocumentVerdict {
  if (result?.reviewAnswer === 'GREEN') return 'accepted';
  return result?.reviewAnswer === 'RED' ? 'send-again' : 'waiting';
}

function toExplanation(result: ReviewResult | undefined): { reasons: string[]; comment: string | null } {
  if (result?.reviewAnswer !== 'RED' || result.reviewRejectType === 'FINAL') return { reasons: [], comment: null };
  return {
    reasons: toToldLabels(result.rejectLabels ?? []),
    comment: toReadable(result.moderationComment),
  };
}

const longestComment = 2_000;

/** Comments can hold `${clientSupportEmail}` and the like, filled in by their e-mails only [S]. */
function toReadable(comment: string | undefined): string | null {
  const text = comment
    ?.replace(/\$\{\w+\}/g, '')
    .replace(/(?!\n)[\p{Cc}\p{Cs}]+/gu, ' ')
    .trim()
    .slice(0, longestComment);
  return text || null;
}
