import { expect, test } from 'vitest';
import { createTheme, type Theme } from '#contract/theme';
import { compileTheme } from '../compile-theme';
import { presets } from '../presets';
import { applyFix } from './apply-fix';
import { checkSettings } from './check-settings';
import { listRules } from './list-rules';

const fontFace = { family: 'Golos Text Variable', url: '../fonts/golos.woff2', unicodeRange: 'U+0-FF' };

function check(changes: Partial<Theme>, isOnSomeScreen: (selector: string) => boolean = () => true) {
  const theme = { ...createTheme('x'), fontFamily: "'Golos Text Variable'", ...changes };
  const text = compileTheme({ ...theme, rules: '' }, [fontFace]);
  const findings = checkSettings(theme, listRules(text, 'settings'), text, {
    browser: { supports: (_, value) => value !== 'blurple', properties: [] },
    isOnSomeScreen,
    declared: new Set(),
    held: () => false,
  });
  return { theme, findings };
}

test('an address in an element’s value, a variable or the mark leads to its setting', () => {
  const { findings } = check({
    elements: { card: { 'background-image': 'url(https://cdn.example/a.png)' }, submit: { color: 'red' } },
    variables: { light: { '--yee': 'url(img/b.png)' }, dark: {} },
    logo: { kind: 'replaced', image: 'https://logo.example/c.svg' },
  });
  expect(findings.map(({ kind, code, place }) => [kind, code, place])).toEqual([
    ['urlRemote', 'logo.example', { tab: 'seeds', control: 'logo' }],
    ['urlRelative', 'img/b.png', { tab: 'seeds', control: '--yee' }],
    ['urlRemote', 'cdn.example', { tab: 'elements', element: 'card', property: 'background-image' }],
  ]);
});

test('a variable that nothing declares is told where it is used, as a seed too', () => {
  const { findings } = check({
    light: { accent: 'var(--brand)', success: 'var(--set)' },
    elements: { submit: { color: 'var(--ink)' } },
    variables: { light: { '--set': 'red' }, dark: {} },
  });
  expect(findings.map(({ code, place }) => [code, place])).toEqual([
    ['--brand', { tab: 'seeds', control: 'accent' }],
    ['--ink', { tab: 'elements', element: 'submit', property: 'color' }],
  ]);
});

test('a value that stands on one side, that the browser drops, or that forced colours take away is told with its setting', () => {
  const { theme, findings } = check({
    elements: {
      title: { 'text-align': 'left' },
      submit: { color: 'blurple' },
      'step-dot:current': { 'background-color': 'red' },
    },
  });
  expect(findings.map(({ kind, place }) => [kind, place?.tab === 'elements' && place.element])).toEqual([
    ['unknownValue', 'submit'],
    ['physicalProperty', 'title'],
    ['forcedMeaning', 'step-dot:current'],
  ]);
  const [fix] = findings.flatMap(finding => finding.fix ?? []);
  if (!fix) throw new Error('No fix');
  expect(applyFix(theme, fix).elements.title).toEqual({ 'text-align': 'start' });
});

test('an element that no screen has is told, and a list of which some screen has one is not', () => {
  const elements = { close: { color: 'red' }, button: { color: 'red' } };
  expect(check({ elements }, selector => selector === 'button.submit').findings).toMatchObject([
    { kind: 'selectorNoMatch', code: '.button.close', place: { tab: 'elements', element: 'close' } },
  ]);
});

test.each(presets)('of $id nothing is told', ({ theme }) => {
  expect(check(theme).findings).toEqual([]);
});
