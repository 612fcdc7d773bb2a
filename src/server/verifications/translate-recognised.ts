import type { RecognisedFieldName, RecognisedSummary } from '#contract/documents';
import type { RevealedDocument, RevealedFieldName } from '#contract/revealed';
import type { Applicant } from '#idngo/applicant';
import type { RecognisedDocument } from '#idngo/documents';
import { toCountry, toDocumentType } from './provider-words';

/**
 * What was read from the documents. Only the fields named here are ever read: what else IDnGO recognised (middle names,
 * places of birth, machine-readable lines, further numbers) stays where it is, masked or not.
 */
type FieldName = RecognisedFieldName | RevealedFieldName;

/** Masked before it leaves the server: initials, the last characters of numbers, years of dates. */
export function translateRecognised(applicant: Applicant): RecognisedSummary[] {
  return (applicant.info?.idDocs ?? []).map(document => ({
    ...toHead(document),
    fields: readFields(document).flatMap(({ name, value }) => {
      if (name === 'address') return [];
      const masked = mask[name](value);
      return masked === undefined ? [] : [{ name, masked }];
    }),
  }));
}

/** The same fields in full, for the person themselves, who asked. */
export function translateRevealed(applicant: Applicant): RevealedDocument[] {
  return (applicant.info?.idDocs ?? []).map(document => ({
    ...toHead(document),
    fields: readFields(document).flatMap(({ name, value }) => (name === 'town' ? [] : [{ name, value }])),
  }));
}

function toHead(document: RecognisedDocument) {
  return {
    idDocType: toDocumentType(document.idDocType === 'other' ? document.providerDocType : document.idDocType),
    country: toCountry(document.country),
  };
}

function readFields(document: RecognisedDocument): { name: FieldName; value: string }[] {
  const fields: { name: FieldName; value: string }[] = [];
  const add = (name: FieldName, ...parts: (string | undefined)[]) => {
    const value = parts.flatMap(part => toPlainText(part) ?? []).join(name === 'address' ? ', ' : ' ');
    if (value !== '') fields.push({ name, value });
  };
  add('name', document.firstName, document.lastName);
  if (document.idDocType === 'UTILITY_BILL') {
    const { subStreet, street, town, state, postCode } = document.address ?? {};
    add('town', town);
    add('address', street, subStreet, town, state, postCode);
    add('issuedDate', document.issuedDate);
    return fields;
  }
  add('number', document.number);
  add('dob', document.dob);
  add('issuedDate', document.issuedDate);
  if (document.idDocType === 'DRIVERS') add('firstIssuedDate', document.firstIssuedDate);
  add('validUntil', document.validUntil);
  return fields;
}

const longestValue = 200;

function toPlainText(text: string | undefined): string | undefined {
  const plain = text
    ?.replace(/[\p{Cc}\p{Cs}]+/gu, ' ')
    .trim()
    .slice(0, longestValue);
  return plain || undefined;
}

const mask: Record<RecognisedFieldName, (value: string) => string | undefined> = {
  name: maskWords,
  town: maskWords,
  number: maskNumber,
  dob: maskDate,
  issuedDate: maskDate,
  firstIssuedDate: maskDate,
  validUntil: maskDate,
};

function maskWords(words: string): string {
  return words
    .split(/\s+/)
    .map(word => `${[...word][0]}•••`)
    .join(' ');
}

function maskNumber(number: string): string {
  const characters = [...number];
  const shown = Math.min(4, Math.floor(characters.length / 2));
  return `••••••${shown > 0 ? characters.slice(-shown).join('') : ''}`;
}

/** Their dates are `YYYY-MM-DD` [I]; of anything else nobody knows which part is the year. */
function maskDate(date: string): string | undefined {
  return /^(\d{4})-\d{2}-\d{2}$/.exec(date)?.[1];
}
