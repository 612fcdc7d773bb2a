import { expect, test } from 'vitest';
import { findWord } from './sdk-words';

/** `|` is where the pointer is. */
function find(text: string): string | undefined {
  const found = findWord(text.replace('|', ''), text.indexOf('|'));
  return found && `${found.word.kind} ${found.word.name}`;
}

test.each([
  ['.country-selector  .list li|:hover { }', 'selector .country-selector .list li:hover'],
  ['html .upload-|item { }', 'selector .upload-item'],
  ['button.sub|mit:focus-visible { }', 'selector button.submit'],
  ['.own .mobile-button.own|, p { }', undefined],
  ['.own.mobile-but|ton { }', 'selector .mobile-button'],
  ['.kyc-but|ton { }', 'selector .kyc-button'],
  [':root { --primary-|color: red }', 'variable --primary-color'],
  ['p { color: var(--succ|ess-color) }', 'variable --success-color'],
  ['p { color: var(--sns-brand|-color) }', 'unprovedVariable --sns-brand-color'],
  ['p { color: r|ed }', undefined],
  ['/* .upload-|item */', undefined],
])('in %s the word is %s', (text, expected) => {
  expect(find(text)).toBe(expected);
});
