import { afterEach, expect, test, vi } from 'vitest';
import { holdFocus } from './preview-focus';

let end: (() => void) | undefined;

afterEach(() => {
  end?.();
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

test('takes the focus only from inside of the page', () => {
  document.body.innerHTML = '<input>';
  const hasFocus = vi.spyOn(document, 'hasFocus').mockReturnValue(false);
  end = holdFocus(window as Window & typeof globalThis);
  const input = document.querySelector('input');
  input?.focus();
  expect(document.activeElement).toBe(document.body);
  hasFocus.mockReturnValue(true);
  input?.focus();
  expect(document.activeElement).toBe(input);
});
