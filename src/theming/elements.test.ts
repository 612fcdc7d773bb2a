import { expect, test } from 'vitest';
import { sdkSelectors } from '#idngo/sdk-selectors';
import { elementGroups, findElement, findElementBySelector, propertyKinds, toSubject } from './elements';
import { readSelectors } from './specificity';

const elements = elementGroups.flatMap(group => group.elements);

test('have an id and a selector each, which no other has', () => {
  expect(new Set(elements.map(({ id }) => id)).size).toBe(elements.length);
  expect(new Set(elements.map(({ selector }) => selector)).size).toBe(elements.length);
  for (const element of elements) {
    expect(findElement(element.id)).toBe(element);
    expect(findElementBySelector(element.selector)).toBe(element);
    expect(element.properties.every(property => property in propertyKinds)).toBe(true);
    expect(new Set(element.properties).size).toBe(element.properties.length);
  }
  expect(findElement('toString')).toBeUndefined();
});

test('name nothing that no integration names', () => {
  const proved = sdkSelectors
    .filter(({ evidence }) => evidence === 'proved')
    .flatMap(({ selector }) => selector.match(/[.#][a-z][\w-]*/gi) ?? []);
  const named = elements.flatMap(({ selector }) => selector.match(/[.#][a-z][\w-]*/gi) ?? []);
  expect([...new Set(named)].filter(name => !proved.includes(name))).toEqual([]);
});

test('are found in a page by what is left without the pointer and the keyboard', () => {
  const subjects = elements.map(toSubject);
  expect(subjects.filter(subject => readSelectors(subject) === undefined)).toEqual([]);
  expect(subjects.filter(subject => /:(?:hover|focus|active|checked|before|after|:placeholder)/.test(subject))).toEqual(
    [],
  );
  const hovered = findElement('submit:hover');
  expect(hovered && toSubject(hovered)).toBe('button.submit');
});
