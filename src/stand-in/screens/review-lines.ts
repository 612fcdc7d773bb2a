import { nameCountry } from '../countries';
import type { FormField, FrameStep, Values } from '../frame-contract';
import type { Texts } from '../texts';
import { sayField, sayOption } from './fields/field-words';

export interface ReviewLine {
  label: string;
  value: string;
}

/** What was given for a step, pictures aside, in the words of its screen; what was left empty is left out. */
export function listReviewLines(step: FrameStep, texts: Texts): ReviewLine[] {
  switch (step.kind) {
    case 'contact':
      return step.address === null ? [] : [{ label: texts.say(`fields.${step.contact}`), value: step.address }];
    case 'applicant-data':
      return listAnswers(step.fields, step.values, texts);
    case 'questionnaire': {
      const fields = step.questionnaire.sections.flatMap(section => section.fields);
      return listAnswers(fields, step.values, texts);
    }
    case 'documents': {
      if (step.idDocType === null || step.country === null || step.images.length === 0) return [];
      const value = texts.sayNamed('documentTypes', step.idDocType);
      const country = { label: texts.say('document.country'), value: nameCountry(step.country, texts.language) };
      const isSelfie = step.idDocSetType.startsWith('SELFIE');
      return [{ label: texts.say('document.type'), value }, ...(isSelfie ? [] : [country])];
    }
  }
}

function listAnswers(fields: readonly FormField[], values: Values, texts: Texts): ReviewLine[] {
  return fields.flatMap(field => {
    const answer = values[field.name];
    if (answer === undefined || answer.length === 0) return [];
    return [{ label: sayField(field, texts), value: sayAnswer(field, answer, texts) }];
  });
}

function sayAnswer(field: FormField, answer: string | string[], texts: Texts): string {
  const answers = [answer].flat();
  switch (field.kind) {
    case 'select':
    case 'radio':
    case 'checkboxes':
      return answers.map(value => sayOption(field, value, texts)).join(', ');
    case 'checkbox':
      return texts.say('form.yes');
    case 'country':
      return answers.map(alpha3 => nameCountry(alpha3, texts.language)).join(', ');
    case 'date':
      return answers.map(date => sayDate(date, texts.language)).join(', ');
    case 'text':
    case 'textarea':
    case 'email':
    case 'phone':
      return answers.join(', ');
  }
}

function sayDate(date: string, language: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return date;
  // Chromium has no Kazakh dates; in figures they are written as Russian ones.
  const format =
    language === 'kk'
      ? new Intl.DateTimeFormat('ru', { dateStyle: 'short', timeZone: 'UTC' })
      : new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(day);
}
