import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inspectElement } from './inspect-element';

beforeEach(() => {
  vi.stubGlobal('matchMedia', (query: string) => ({ matches: !query.includes('max-width') }));
  document.head.innerHTML = `<style>button.submit:hover:not(:disabled) { color: black } button { color: gray; margin: 0 }
    #strong { padding: 0 !important }</style>`;
  document.body.innerHTML = '<button class="submit" id="strong">Go</button>';
});
afterEach(() => {
  vi.unstubAllGlobals();
  document.head.replaceChildren();
  document.body.replaceChildren();
});

function inspect(css: string) {
  const element = document.querySelector('button');
  if (!element) throw new Error('There is no button');
  return inspectElement(element, css, 'light');
}

const fates = (css: string) =>
  inspect(css).now.flatMap(({ selector, declarations }) =>
    declarations.map(({ property, value, fate }) => [selector, `${property}: ${value}`, fate] as const),
  );

test('tells what wins and by what the rest is beaten', () => {
  expect(
    fates('button { color: red } button.submit { color: green; color: blue; colour: teal; padding: 4px }'),
  ).toEqual([
    ['button.submit', 'color: green', { is: 'beaten', by: 'button.submit', of: 'theme' }],
    ['button.submit', 'color: blue', { is: 'wins' }],
    ['button.submit', 'colour: teal', { is: 'unknown' }],
    ['button.submit', 'padding: 4px', { is: 'beaten', by: '#strong', of: 'provider' }],
    ['button', 'color: red', { is: 'beaten', by: 'button.submit', of: 'theme' }],
  ]);
});

test('weighs the selector of a list that applies, and what is important', () => {
  expect(fates('p, #strong { color: red } button { color: green !important }')).toEqual([
    ['button', 'color: green', { is: 'wins' }],
    ['#strong', 'color: red', { is: 'beaten', by: 'button', of: 'theme' }],
  ]);
});

test('lets layers lose, but not what is important in them', () => {
  expect(
    fates('@layer a { #strong { color: red; top: 0 !important } } button { color: green; top: 1px !important }'),
  ).toEqual([
    ['button', 'color: green', { is: 'wins' }],
    ['button', 'top: 1px', { is: 'beaten', by: '#strong', of: 'theme' }],
    ['#strong', 'color: red', { is: 'beaten', by: 'button', of: 'theme' }],
    ['#strong', 'top: 0', { is: 'wins' }],
  ]);
});

test('keeps apart what applies in another state, what does not apply here, and what draws a pseudo-element', () => {
  const { now, inStates } = inspect(`button:hover { color: red } @media (max-width: 500px) { button { color: green } }
    button::before { color: blue } a:hover { top: 0 }`);
  expect(inStates.map(({ selector }) => selector)).toEqual(['button:hover']);
  expect(now.map(({ selector, pseudoElement }) => [selector, pseudoElement])).toEqual([['button::before', 'before']]);
  expect(now[0]?.declarations[0]?.fate).toEqual({ is: 'wins' });
});
