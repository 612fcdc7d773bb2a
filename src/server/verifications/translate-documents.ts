import type { DocumentImage, DocumentStep, DocumentVerdict, RecognisedSummary } from '#contract/documents';
import type { Applicant } from '#idngo/applicant';
import type { RecognisedDocument, RequiredIdDocsStatus, StepStatus } from '#idngo/documents';
import type { ReviewResult } from '#idngo/review';
import { isPresentable } from './presentable-labels';

/** Results by step as a person may see them. `clientComment` is never read; comments only where something can be sent again. */
export function translateSteps(status: RequiredIdDocsStatus): DocumentStep[] {
  return Object.entries(status).map(([idDocSetType, step]) => {
    if (!step) {
      return { idDocSetType, idDocType: null, verdict: 'missing', reasons: [], comment: null, images: [] };
    }
    return {
      idDocSetType,
      idDocType: step.idDocType ?? null,
      verdict: toVerdict(step.reviewResult),
      ...toExplanation(step.reviewResult),
      images: translateImages(step),
    };
  });
}

export function translateComment(result: ReviewResult | undefined): string | null {
  return toExplanation(result).comment;
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
    reasons: (result.rejectLabels ?? []).filter(isPresentable),
    comment: withoutPlaceholders(result.moderationComment),
  };
}

/** Comments can hold `${clientSupportEmail}` and the like, filled in by their e-mails only [S]. */
function withoutPlaceholders(comment: string | undefined): string | null {
  const text = comment?.replace(/\$\{\w+\}/g, '').trim();
  return text ? text : null;
}

/** What was read from the documents, masked before it leaves the server. */
export function translateRecognised(applicant: Applicant): RecognisedSummary[] {
  return (applicant.info?.idDocs ?? []).map(document => ({
    idDocType: document.idDocType === 'other' ? document.providerDocType : document.idDocType,
    country: document.country ?? null,
    fields: toFields(document),
  }));
}

function toFields(document: RecognisedDocument): RecognisedSummary['fields'] {
  const name = [document.firstName, document.lastName].filter(part => part !== undefined).map(maskName);
  const fields: RecognisedSummary['fields'] = name.length > 0 ? [{ name: 'name', masked: name.join(' ') }] : [];
  const add = (field: RecognisedSummary['fields'][number]['name'], masked: string | undefined) => {
    if (masked) fields.push({ name: field, masked });
  };
  if (document.idDocType === 'UTILITY_BILL') {
    add('town', document.address?.town && maskName(document.address.town));
    add('issuedDate', maskDate(document.issuedDate));
    return fields;
  }
  add('number', document.number && maskNumber(document.number));
  add('dob', maskDate(document.dob));
  add('issuedDate', maskDate(document.issuedDate));
  if (document.idDocType === 'DRIVERS') add('firstIssuedDate', maskDate(document.firstIssuedDate));
  add('validUntil', maskDate(document.validUntil));
  return fields;
}

function maskName(name: string): string {
  const [initial = ''] = [...name];
  return `${initial}•••`;
}

function maskNumber(number: string): string {
  const shown = Math.min(4, Math.floor(number.length / 2));
  return `••••••${shown > 0 ? number.slice(-shown) : ''}`;
}

function maskDate(date: string | undefined): string | undefined {
  return date?.match(/^\d{4}/)?.[0];
}
