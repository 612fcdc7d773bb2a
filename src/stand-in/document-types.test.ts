import { expect, test } from 'vitest';
import { countriesOf, documentTypesOf, unusualSides } from './document-types';
import { identityStep } from './frame-applicant-samples';

const step = identityStep();
const typesOf = (country: string, rules: Parameters<typeof documentTypesOf>[2]) =>
  documentTypesOf(step, country, rules).map(({ idDocType, sides }) => [idDocType, sides]);
const asTheLevelSays = [
  ['PASSPORT', [null]],
  ['ID_CARD', ['FRONT_SIDE', 'BACK_SIDE']],
];

test('takes the level’s documents where the host says nothing', () => {
  expect(typesOf('KAZ', undefined)).toEqual(asTheLevelSays);
  expect(typesOf('KAZ', { DEU: { PASSPORT: { supported: false } } })).toEqual(asTheLevelSays);
  expect(typesOf('KAZ', { KAZ: { DRIVERS: { supported: true } } })).toEqual(asTheLevelSays);
});

test('leaves out what the host says is not supported, by country', () => {
  const rules = { KAZ: { PASSPORT: { supported: false, doubleSided: false } } };
  expect(typesOf('KAZ', rules)).toEqual([asTheLevelSays[1]]);
  expect(typesOf('DEU', rules)).toEqual(asTheLevelSays);
});

test('asks for one side or two as the host says', () => {
  const rules = { KAZ: { PASSPORT: { doubleSided: true }, ID_CARD: { doubleSided: false } } };
  expect(typesOf('KAZ', rules)).toEqual([
    ['PASSPORT', ['FRONT_SIDE', 'BACK_SIDE']],
    ['ID_CARD', [null]],
  ]);
});

test('offers no country of which nothing is taken', () => {
  const nothing = { PASSPORT: { supported: false }, ID_CARD: { supported: false } };
  expect(countriesOf(step, ['DEU', 'KAZ'], { DEU: nothing })).toEqual(['KAZ']);
});

test('names the sides only where they are not the level’s', () => {
  expect(unusualSides(step, { idDocType: 'PASSPORT', sides: [null] })).toBeUndefined();
  expect(unusualSides(step, { idDocType: 'ID_CARD', sides: [null] })).toEqual([null]);
});
