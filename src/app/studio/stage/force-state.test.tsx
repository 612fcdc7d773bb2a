import { afterEach, expect, test } from 'vitest';
import { forceState, toForcible, toWritten } from './force-state';

afterEach(() => {
  document.head.replaceChildren();
  document.body.replaceChildren();
  forceState(document, 'rest');
});

test.each([
  'button.submit:hover:not(:disabled):not(.disabled):not(:active)',
  'input:focus',
  'a:focus-visible, .row:focus-within > a',
  'button.submit.disabled:disabled',
  'button[disabled]',
])('turns %s back into what was written', selector => {
  const forcible = toForcible(selector);
  expect(forcible).not.toBe(selector);
  expect(toWritten(forcible)).toBe(selector);
  expect(toForcible(forcible)).toBe(forcible);
});

test.each(['p', '.hovered', '.a\\:hover', 'input::placeholder', '.disabled-look', ':focusable'])(
  'leaves %s as it is',
  selector => expect(toForcible(selector)).toBe(selector),
);

test('makes rules of a state apply to what it can apply to, and lets go of them', () => {
  document.head.innerHTML =
    '<style>button:hover:not(:disabled) { color: rgb(1, 2, 3) } button:disabled { color: rgb(4, 5, 6) }</style>';
  document.body.innerHTML = '<button type="button">Go</button>';
  const colour = () => getComputedStyle(document.querySelector('button') as Element).color;
  const atRest = colour();
  forceState(document, 'hover');
  expect(colour()).toBe('rgb(1, 2, 3)');
  forceState(document, 'disabled');
  expect(colour()).toBe('rgb(4, 5, 6)');
  forceState(document, 'rest');
  expect(colour()).toBe(atRest);
});
