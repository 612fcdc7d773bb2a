import type { FormField, Values } from './frame-contract';

/** Why an answer cannot be taken. The frame says it beside the field, the server refuses the form with it. */
export type FieldFault = 'required' | 'too-long' | 'date' | 'past' | 'email' | 'phone' | 'country' | 'option';

/** By name of the field. */
export type FormFaults = Readonly<Record<string, FieldFault>>;

const maxLength = { text: 200, textarea: 2000 } as const;
const earliestDate = '1900-01-01';
const fieldsInThePast: readonly string[] = ['dob'];

/** The first fault of an answer as `cleanValues` leaves it; `today` is `YYYY-MM-DD`. */
export function findFault(
  field: FormField,
  answer: string | string[] | undefined,
  today: string,
): FieldFault | undefined {
  if (answer === undefined) return field.required ? 'required' : undefined;
  if (field.kind === 'checkboxes') return areOptions(field, [answer].flat()) ? undefined : 'option';
  if (typeof answer !== 'string') return 'option';
  switch (field.kind) {
    case 'text':
    case 'textarea':
      return answer.length > maxLength[field.kind] ? 'too-long' : undefined;
    case 'date':
      if (!isDate(answer)) return 'date';
      return fieldsInThePast.includes(field.name) && answer >= today ? 'past' : undefined;
    case 'email':
      return isEmail(answer) ? undefined : 'email';
    case 'phone':
      return isPhone(answer) ? undefined : 'phone';
    case 'country':
      return /^[A-Z]{3}$/.test(answer) ? undefined : 'country';
    case 'checkbox':
      return answer === 'true' ? undefined : 'option';
    case 'select':
    case 'radio':
      return areOptions(field, [answer]) ? undefined : 'option';
  }
}

export function findFaults(fields: readonly FormField[], values: Values, today: string): FormFaults {
  const faults: Record<string, FieldFault> = {};
  for (const field of fields) {
    const fault = findFault(field, values[field.name], today);
    if (fault) faults[field.name] = fault;
  }
  return faults;
}

/** The answers to these fields and no others, without the spaces around them; what is empty is left out. */
export function cleanValues(fields: readonly FormField[], values: Values): Values {
  const cleaned: Values = {};
  for (const { name } of fields) {
    const given = Object.hasOwn(values, name) ? values[name] : undefined;
    const value = typeof given === 'string' ? given.trim() : given;
    if (value !== undefined && value.length > 0) cleaned[name] = value;
  }
  return cleaned;
}

export function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@,;]+@[^\s@,;.]+(\.[^\s@,;.]+)+$/.test(text);
}

/** E.164: `+`, calling code and number, at most 15 digits. */
export function isPhone(text: string): boolean {
  return /^\+[1-9]\d{6,14}$/.test(text);
}

/** A day that is in the calendar, `YYYY-MM-DD`. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text < earliestDate) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function areOptions({ options = [] }: FormField, answers: readonly string[]): boolean {
  return answers.every(answer => options.some(({ value }) => value === answer));
}
