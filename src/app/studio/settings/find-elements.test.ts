import { expect, test } from 'vitest';
import { elementGroups } from '#theming/elements';
import { findParts, partGroups } from './find-elements';

const namesOf = (search: string) =>
  findParts(partGroups, search, ({ name }) => (name === 'submit' ? 'Main button' : name)).flatMap(({ parts }) =>
    parts.map(({ name }) => name),
  );

test('every element is in one part', () => {
  const all = partGroups.flatMap(({ parts }) => parts.flatMap(({ elements }) => elements));
  expect(all).toEqual(elementGroups.flatMap(({ elements }) => elements));
});

test('an element is found by its words, by its selector and by its property', () => {
  expect(namesOf('main')).toEqual(['submit']);
  expect(namesOf('.sumsub-logo')).toEqual(['logo']);
  expect(namesOf('list-mark content')).toEqual([]);
  expect(namesOf('button.submit text-transform')).toContain('submit');
});

test('nothing looked for finds everything', () => {
  expect(namesOf(' ')).toHaveLength(partGroups.flatMap(({ parts }) => parts).length);
});
