import { expect, test } from 'vitest';
import { toNeeds } from './to-needs';

test('names each thing once, in the order of the steps, and the camera last', () => {
  expect(
    toNeeds([
      { need: 'contact' },
      { need: 'contact' },
      { need: 'questions' },
      { need: 'identity', documents: ['ID_CARD', 'PASSPORT'] },
      { need: 'identity', documents: ['DRIVERS'] },
      { need: 'selfie', as: 'photo' },
      { need: 'selfie', as: 'film' },
      { need: 'address', documents: ['UTILITY_BILL'] },
    ]),
  ).toEqual([
    { is: 'contact' },
    { is: 'questions' },
    { is: 'document', which: 'choice', documents: ['ID_CARD', 'PASSPORT'] },
    { is: 'document', which: 'further', documents: ['DRIVERS'] },
    { is: 'address', documents: ['UTILITY_BILL'] },
    { is: 'camera', for: 'film' },
  ]);
});

test('asks for no face where the level has no selfie, and for no camera where it has no pictures', () => {
  expect(toNeeds([{ need: 'identity', documents: ['PASSPORT'] }])).toEqual([
    { is: 'document', which: 'one', documents: ['PASSPORT'] },
    { is: 'camera', for: 'documents' },
  ]);
  expect(toNeeds([{ need: 'questions' }])).toEqual([{ is: 'questions' }]);
});
