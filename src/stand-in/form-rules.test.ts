import { expect, test } from 'vitest';
import { cleanValues, findFault, findFaults } from './form-rules';
import type { FieldKind, FormField } from './frame-contract';

const today = '2026-01-15';
const field = (kind: FieldKind, given: Partial<FormField> = {}): FormField => ({
  name: 'field',
  kind,
  required: true,
  options: [{ value: 'a' }, { value: 'b' }],
  ...given,
});

test.each<[FieldKind, string | string[]]>([
  ['text', 'Әйгерім'],
  ['textarea', 'x'.repeat(2000)],
  ['date', '2024-02-29'],
  ['date', '2031-01-01'],
  ['email', 'aigerim.o+kyc@mail.example.kz'],
  ['phone', '+77010000000'],
  ['country', 'KAZ'],
  ['checkbox', 'true'],
  ['select', 'a'],
  ['radio', 'b'],
  ['checkboxes', ['a', 'b']],
])('takes %s: %j', (kind, answer) => {
  expect(findFault(field(kind), answer, today)).toBeUndefined();
});

test.each<[FieldKind, string | string[], string]>([
  ['text', 'x'.repeat(201), 'too-long'],
  ['textarea', 'x'.repeat(2001), 'too-long'],
  ['date', '2023-02-29', 'date'],
  ['date', '15.01.1990', 'date'],
  ['date', '0199-01-01', 'date'],
  ['date', '275760-09-13', 'date'],
  ['email', 'aigerim@example', 'email'],
  ['email', 'a@b.kz, c@d.kz', 'email'],
  ['phone', '87010000000', 'phone'],
  ['phone', '+0701000000', 'phone'],
  ['country', 'Kazakhstan', 'country'],
  ['checkbox', 'false', 'option'],
  ['select', 'c', 'option'],
  ['radio', ['a'], 'option'],
  ['checkboxes', ['a', 'c'], 'option'],
])('refuses %s: %j as %s', (kind, answer, fault) => {
  expect(findFault(field(kind), answer, today)).toBe(fault);
});

test('asks only for a date of birth that it is in the past', () => {
  const dob = field('date', { name: 'dob' });
  expect(findFault(dob, today, today)).toBe('past');
  expect(findFault(dob, '2026-01-14', today)).toBeUndefined();
});

test('misses only what is required, and spaces are nothing', () => {
  const fields = [
    field('text', { name: 'firstName' }),
    field('text', { name: 'middleName', required: false }),
    field('checkboxes', { name: 'services' }),
  ];
  const values = cleanValues(fields, { firstName: '  ', middleName: ' Bolat ', services: [], stranger: 'x' });
  expect(values).toEqual({ middleName: 'Bolat' });
  expect(findFaults(fields, values, today)).toEqual({ firstName: 'required', services: 'required' });
});
