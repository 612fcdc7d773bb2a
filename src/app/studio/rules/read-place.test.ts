import { expect, test } from 'vitest';
import { readWritingPlace } from './read-place';

/** `|` is the cursor. */
function read(text: string): string {
  const at = text.indexOf('|');
  const place = readWritingPlace(text.replace('|', ''), at);
  if (place.kind === 'selector') return `selector ${text.slice(place.from, at)} … ${text.slice(place.compound, at)}`;
  return place.kind === 'variable' ? `${place.in} ${text.slice(place.from, at)}` : place.kind;
}

test.each([
  ['|', 'selector  … '],
  ['.up|', 'selector .up … .up'],
  ['p { top: 0 }\n.list .fl|ag { }', 'selector .list .fl … .fl'],
  ['h1, .list > li|', 'selector .list > li … li'],
  ['@media (width > 1px) { .up|', 'selector .up … .up'],
  ['.a { color: red; &.act|', 'selector &.act … &.act'],
  ['button:not(.dis|', 'selector .dis … .dis'],
  ['/* a { */ button.su|', 'selector button.su … button.su'],
])('in %s a selector is written', (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  [':root { --pri|: red }', 'name --pri'],
  ['p { color: var(--pri|', 'brackets --pri'],
  ['p { color: var(|', 'brackets '],
  ['p { color: --pri|', 'value --pri'],
  ['.a { .b { color: red; border: 1px solid var( --li|', 'brackets --li'],
])('in %s a variable is written', (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  '/* .up|',
  '@media (wid|',
  'p { content: ".up|',
  'p { col|',
  'p { color: re|',
  'p { color: var(--a, re|',
  'p { color: var(--a) re|',
  '@font-face { font-f|',
  '@keyframes a { fro|',
  'li:nth-child(2|',
  'a[hre|',
  'p { background: url(.up|',
])('in %s nothing of the widget is written', text => {
  expect(read(text)).toBe('other');
});
