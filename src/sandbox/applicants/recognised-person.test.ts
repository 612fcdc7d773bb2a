import { expect, test } from 'vitest';
import type { ApplicantRecord } from './applicants';
import { recognisePerson } from './recognised-person';

type Source = Parameters<typeof recognisePerson>[0];

function recognise(fields: Partial<Source> = {}) {
  return recognisePerson({ applicantId: 'a-1', email: null, phone: null, fixedInfo: null, answers: [], ...fields });
}

function answered(values: Record<string, string>): ApplicantRecord['answers'] {
  return [{ idDocSetType: 'APPLICANT_DATA', values, state: 'received', moderationComment: null }];
}

test.each([
  ['Айгерим', 'AYGERIM'],
  ['Қайрат', 'KAYRAT'],
  ['Нұрғиса', 'NURGISA'],
  ['Өтеғұл', 'OTEGUL'],
  ['Әлия', 'ALIYA'],
  ['Щербаков', 'SCHERBAKOV'],
  ['Łukasz', 'LUKASZ'],
  ['John', 'JOHN'],
])('writes %s in capitals, and in Latin letters beside it', (name, latin) => {
  const person = recognise({ fixedInfo: { firstName: name } });
  expect(person.firstName).toBe(name.toUpperCase());
  expect(person.firstNameEn).toBe(latin);
});

test('takes a Latin spelling that the client gave', () => {
  expect(recognise({ fixedInfo: { lastName: 'Ким', lastNameEn: 'Kim' } })).toMatchObject({ lastNameEn: 'KIM' });
});

test('believes the person before the client, and the client before its own invention', () => {
  const fixedInfo = { firstName: 'Client', lastName: 'Client', nationality: 'KAZ' };
  const person = recognise({ fixedInfo, answers: answered({ firstName: 'Person', dob: '1990-01-01' }) });
  expect(person).toMatchObject({ firstName: 'PERSON', lastName: 'CLIENT', dob: '1990-01-01', nationality: 'KAZ' });
});

test('makes up a whole person where nothing is known, always the same for one applicant', () => {
  const person = recognise();
  expect(person.firstName).toMatch(/^[A-Z]+$/);
  expect(person.dob).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(person).not.toHaveProperty('middleName');
  expect(recognise()).toEqual(person);
  expect(recognise({ applicantId: 'a-2' })).not.toEqual(person);
});

test('reads an address from what was entered or sent', () => {
  const entered = { country: 'KAZ', town: 'Алматы', street: 'Абая', buildingNumber: '10', flatNumber: '5' };
  expect(recognise({ answers: answered(entered) }).address).toMatchObject({
    town: 'АЛМАТЫ',
    townEn: 'ALMATY',
    street: 'АБАЯ',
    streetEn: 'ABAYA',
    subStreet: '10 APT 5',
  });
  const sent = { addresses: [{ country: 'GBR', town: 'London', street: 'High Street', postCode: 'N1' }] };
  expect(recognise({ fixedInfo: sent }).address).toMatchObject({ town: 'LONDON', postCode: 'N1' });
});
