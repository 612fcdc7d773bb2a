import { expect, test } from 'vitest';
import { isName } from '../verifications/names';
import { readScopes, readText, toHttpUrl } from './read-claims';

test.each([
  [' customer 7 ', ' customer 7 '],
  ['', null],
  [' \t', null],
  [7, null],
  [undefined, null],
])('a claim of %j is the text %j', (value, expected) => {
  expect(readText({ level: value, other: 'x' }, 'level')).toBe(expected);
});

test.each([
  ['a'.repeat(200), true],
  ['a'.repeat(201), false],
  ['Әлия 🙂', true],
  ['a\u0000', false],
  ['\u009f', false],
  ['\ud83d', false],
])('%j is a name: %j', (text, expected) => {
  expect(isName(text)).toBe(expected);
});

test.each<[unknown, string[]]>([
  ['operator designer', ['designer', 'operator']],
  ['openid operator', ['operator']],
  [['designer', 'admin'], ['designer']],
  ['operator,designer', []],
  [{ operator: true }, []],
  [undefined, []],
])('a scope of %j has ours: %j', (scope, expected) => {
  expect(readScopes({ scope })).toEqual(expected);
});

test.each([
  ['https://bank.example/a?b=c', 'https://bank.example/a?b=c'],
  ['http://localhost:3000', 'http://localhost:3000/'],
  ['javascript:alert(1)', null],
  ['/account', null],
  ['', null],
  [null, null],
])('%j leads back to %j', (text, expected) => {
  expect(toHttpUrl(text)).toBe(expected);
});
