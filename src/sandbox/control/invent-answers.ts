import type { FormField, Values } from '#stand-in/frame-contract';
import { inventPerson } from '../applicants/recognised-person';

/** A plausible e-mail address and phone number, always the same for one person. */
export function inventContacts(seed: string): { email: string; phone: string } {
  const { firstName, lastName, number } = inventPerson(seed);
  return { email: `${firstName}.${lastName}@example.com`.toLowerCase(), phone: `+7701${number.slice(0, 7)}` };
}

/** What the person whom the sandbox plays fills into a form: every field, always the same for one applicant. */
export function inventAnswers(fields: readonly FormField[], applicantId: string): Values {
  return Object.fromEntries(fields.map(field => [field.name, inventAnswer(field, applicantId)]));
}

function inventAnswer({ name, kind, options = [] }: FormField, applicantId: string): string | string[] {
  const person = inventPerson(applicantId);
  const { email, phone } = inventContacts(applicantId);
  switch (kind) {
    case 'email':
      return email;
    case 'phone':
      return phone;
    case 'country':
      return 'KAZ';
    case 'date':
      return name === 'dob' ? person.dob : '2026-01-01';
    case 'checkbox':
      return 'true';
    case 'checkboxes':
      return options.slice(0, 1).map(({ value }) => value);
    case 'select':
      return options[0]?.value ?? '';
    case 'radio':
      return options.at(-1)?.value ?? '';
    case 'text':
    case 'textarea':
      return knownTexts(person)[name] ?? 'Sample';
  }
}

function knownTexts({ firstName, lastName }: ReturnType<typeof inventPerson>): Record<string, string> {
  const capitalise = (word: string) => word.charAt(0) + word.slice(1).toLowerCase();
  return {
    firstName: capitalise(firstName),
    lastName: capitalise(lastName),
    placeOfBirth: 'Almaty',
    state: 'Almaty',
    town: 'Almaty',
    street: 'Abay Avenue',
    buildingNumber: '15',
    flatNumber: '9',
    postCode: '050000',
  };
}
