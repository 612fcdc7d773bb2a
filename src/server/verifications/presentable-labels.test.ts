import { expect, test } from 'vitest';
import { rejectLabels } from '#idngo/reject-labels';
import { neverTold, toldLabels, toToldLabels } from './presentable-labels';

test('every label of the reference is either told or never told, and none is both', () => {
  const decided = [...toldLabels, ...Object.keys(neverTold)];
  expect(decided.sort()).toEqual(Object.keys(rejectLabels).sort());
});

test.each([
  ['another document before a sharper photo of this one', ['LOW_QUALITY', 'EXPIRATION_DATE'], 'EXPIRATION_DATE'],
  [
    'the missing side before that a page is missing',
    ['DOCUMENT_PAGE_MISSING', 'FRONT_SIDE_MISSING'],
    'FRONT_SIDE_MISSING',
  ],
  ['what is wrong with a photo before that something is', ['UNSATISFACTORY_PHOTOS', 'SCREENSHOTS'], 'SCREENSHOTS'],
  [
    'the kind of document before all else',
    ['BACK_SIDE_MISSING', 'SCREENSHOTS', 'UNSUITABLE_DOCUMENT'],
    'UNSUITABLE_DOCUMENT',
  ],
  ['what a person may know of what they may not', ['SPAM', 'FORGERY', 'LOW_QUALITY'], 'LOW_QUALITY'],
])('of several labels speaks %s', (_, labels, first) => {
  expect(toToldLabels(labels)[0]).toBe(first);
  expect(toToldLabels(labels.toReversed())[0]).toBe(first);
});

test('labels that nobody knows, repeats and secrets are left out', () => {
  expect(toToldLabels(['BRAND_NEW', 'LOW_QUALITY', 'LOW_QUALITY', 'SANCTIONS', 'constructor'])).toEqual([
    'LOW_QUALITY',
  ]);
});
