import { expect, test } from 'vitest';
import { listRules } from '#theming/checks/list-rules';
import { createFrameCascade, type WinRecord } from './frame-cascade';

function note(css: string): WinRecord {
  document.body.innerHTML = '<button class="submit">Continue</button>';
  const record: WinRecord = { won: new Set(), lost: new Map() };
  createFrameCascade(document, listRules(css, 'rules')).noteWins(record);
  return record;
}

test('of thousands of rules for one element the last decides, and every other loses to it', () => {
  const css = 'button.submit { color: red }\n'.repeat(5_000);
  const { won, lost } = note(css);
  const last = css.lastIndexOf('color');
  expect([...won]).toEqual([last]);
  expect(lost.size).toBe(4_999);
  expect([...lost.values()].every(({ to }) => to !== 'inline' && to.declaration.start === last)).toBe(true);
});

test('a rule under a condition of the person’s system beats only those under the same', () => {
  const css = 'p, button { color: red } @media (prefers-contrast: more) { button { color: blue } }';
  const matchMedia = window.matchMedia;
  window.matchMedia = () => ({ matches: true }) as MediaQueryList;
  try {
    expect(note(css).won.size).toBe(2);
  } finally {
    window.matchMedia = matchMedia;
  }
});
