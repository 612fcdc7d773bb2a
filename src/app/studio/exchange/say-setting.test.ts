import { expect, test } from 'vitest';
import { loadStudioTexts } from '../i18n/studio-texts';
import { sayOwner, saySetting } from './say-setting';

const en = await loadStudioTexts('en');
const ru = await loadStudioTexts('ru');

test('an element is called as in the settings, with its state', () => {
  const place = { start: 0, end: 1, property: 'color', value: 'red' };
  expect(sayOwner({ ...place, kind: 'element', element: 'submit:hover' }, en)).toBe('Main button, hover');
  expect(sayOwner({ ...place, kind: 'element', element: 'submit' }, ru)).toBe('Главная кнопка');
  expect(sayOwner({ ...place, kind: 'variable', element: ':root' }, en)).toBeUndefined();
});

test.each([
  ['dark.accentHover', 'Accent, hover, dark'],
  ['variables.light.--red-color', '--red-color, light'],
  ['controlHeight', 'Height'],
  ['fontFamily', 'Font'],
])('the setting %s is called %s', (path, name) => {
  expect(saySetting(path, en)).toBe(name);
});
