import { expect, test } from 'vitest';
import { checkDirection } from './check-direction';
import { checkFonts, listFonts } from './check-fonts';
import { checkForcedColours } from './check-forced-colours';
import { checkOutside } from './check-outside';
import { checkSupport } from './check-support';
import { checkVariables } from './check-variables';
import { listRules, toLine } from './list-rules';

const rulesOf = (text: string) => listRules(text, 'rules');
const fontsOf = (text: string) => listFonts(rulesOf(text), start => ({ tab: 'rules', ...toLine(text, start) }));
const seed = { tab: 'seeds', control: 'fontFamily' } as const;

test('whoever the frame would ask is named once', () => {
  const text = `@import url("https://fonts.example/css?family=Inter");
.a { background: url(https://cdn.example/a.png), url('https://cdn.example/b.png') }
.b { background: url(data:image/png;base64,AA) ; mask: url(#mark) }`;
  expect(checkOutside(text).map(({ kind, code }) => [kind, code])).toEqual([
    ['importRemote', 'fonts.example'],
    ['urlRemote', 'cdn.example'],
  ]);
});

test('an address without a host would lead to the provider', () => {
  expect(checkOutside('.a { background: url(img/a.png) } @font-face { src: url("/f.woff2") }')).toMatchObject([
    { kind: 'urlRelative', code: 'img/a.png', place: { line: 1, column: 18 } },
    { kind: 'urlRelative', code: '/f.woff2' },
  ]);
});

test('a font that nothing loads is told with what people see instead', () => {
  const text = `@font-face { font-family: "Own"; src: url(x) }
p { font-family: Own, serif } h2 { font-family: "Gotham", Georgia, serif } h3 { font-family: system-ui }`;
  expect(checkFonts(fontsOf(text), text, [])).toMatchObject([
    { kind: 'fontNotLoaded', code: 'Gotham', values: { next: 'Georgia' } },
  ]);
  expect(checkFonts([{ list: 'Lora, serif', place: seed }], '', [])).toMatchObject([
    { code: 'Lora', place: { tab: 'seeds' } },
  ]);
  expect(checkFonts([{ list: "'Golos Text Variable', serif", place: seed }], '', ['Golos Text Variable'])).toEqual([]);
});

test('a font that a font service is asked for counts as loaded, and of another sheet nothing is known', () => {
  const of = (address: string) => {
    const text = `@import url('${address}');\np { font-family: "Open Sans", serif } b { font-family: Gotham }`;
    return checkFonts(fontsOf(text), text, []).map(({ code }) => code);
  };
  expect(of('https://fonts.example/css2?family=Lora:wght@400&family=Open+Sans')).toEqual(['Gotham']);
  expect(of('https://cdn.example/all.css')).toEqual([]);
});

test('a variable has to be declared somewhere, or to be replaceable', () => {
  const text = ':root { --own: red } p { color: var(--own) } a { color: var(--none); border-color: var(--other, red) }';
  expect(checkVariables(rulesOf(text), text, new Set()).map(({ code }) => code)).toEqual(['--none']);
  expect(checkVariables(rulesOf(text), text, new Set(['--none']))).toEqual([]);
});

test('what the browser drops is told, with the property that may be meant', () => {
  const text = 'p { colr: red; color: blurple; -moz-foo: 1; --x: y; color: red }';
  const browser = {
    supports: (property: string, value: string) => property === 'color' && ['red', 'inherit'].includes(value),
    properties: ['color', 'columns', 'clear'],
  };
  expect(checkSupport(rulesOf(text), text, browser)).toMatchObject([
    { kind: 'unknownProperty', fix: { start: 4, was: 'colr', value: 'color' } },
    { kind: 'unknownValue', code: 'color: blurple' },
  ]);
});

test('what stays on its side is told, with what turns', () => {
  const text = 'p { margin-left: 8px; text-align: left } a { left: 50% } b { padding-left: 1px; padding-right: 1px }';
  expect(checkDirection(rulesOf(text), text)).toMatchObject([
    { values: { logical: 'margin-inline-start: 8px' }, fix: { was: 'margin-left', value: 'margin-inline-start' } },
    { values: { logical: 'text-align: start' }, fix: { was: 'left', value: 'start', start: text.indexOf('left }') } },
  ]);
  expect(checkDirection(rulesOf('[dir=rtl] p { left: 0 }'), '')).toEqual([]);
});

test('a state that forced colours wipe out is told, unless something of it stays', () => {
  const kinds = (text: string, held = false) =>
    checkForcedColours(rulesOf(text), text, () => held).map(({ kind }) => kind);
  expect(kinds('.step.active .bullet { background: red }')).toEqual(['forcedMeaning']);
  expect(kinds('.step.active .bullet { background: red }', true)).toEqual([]);
  expect(kinds('.step.active .bullet { background: red; border-width: 3px }')).toEqual([]);
  expect(kinds('.bullet { background: red }')).toEqual([]);
  expect(kinds('p { forced-color-adjust: none }')).toEqual(['forcedAdjustOff']);
});
