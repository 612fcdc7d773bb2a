import { expect, test } from 'vitest';
import { sdkSelectors } from './sdk-selectors';
import { sdkScopeMarks, sdkStructure } from './sdk-structure';
import { authorsOwnVariables, sdkVariables, unprovedVariables } from './sdk-variables';

const proved = sdkSelectors.filter(({ evidence }) => evidence === 'proved');
const namesIn = (selectors: readonly string[]) =>
  new Set(selectors.flatMap(selector => selector.match(/[.#][A-Za-z_][\w-]*/g) ?? []));

test('lists every selector once: 401 that are proved and 25 that are not', () => {
  expect(new Set(sdkSelectors.map(({ selector }) => selector)).size).toBe(426);
  expect([proved.length, sdkSelectors.length]).toEqual([401, 426]);
});

test("holds the vendor's sample whole", () => {
  const sample = sdkSelectors.filter(({ projects }) => projects.sample > 0);
  expect(sample.map(({ selector }) => selector)).toEqual([
    ':root',
    'p',
    'section',
    'section.content',
    '.round-icon',
    'button.submit',
    'button.back',
    'input',
  ]);
  expect(sample.every(({ projects }) => projects.sample === 19)).toBe(true);
});

test('builds the page of names that are proved, all but those whose place nobody shows', () => {
  const known = namesIn(proved.map(({ selector }) => selector));
  const named = namesIn(sdkStructure.flatMap(({ nesting }) => nesting));
  expect([...named].filter(name => !known.has(name))).toEqual([]);
  expect([...known].filter(name => !named.has(name)).toSorted()).toEqual([
    '.accent',
    '.blue',
    '.button',
    '.close',
    '.continue',
    '.desc',
    '.input',
    '.justify-start',
    '.profileSumsub__sdkUi',
  ]);
});

test('knows each scope mark by the selector that used it', () => {
  for (const { attribute, on } of sdkScopeMarks) {
    expect(proved.map(({ selector }) => selector)).toContain(`${on}[${attribute}]`);
  }
});

test('keeps variables of the frame apart from those that are not proved', () => {
  const names = [...sdkVariables.map(({ name }) => name), ...unprovedVariables, ...authorsOwnVariables];
  expect(new Set(names).size).toBe(names.length);
  expect(sdkVariables).toHaveLength(25);
});
