import { afterEach, expect, test, vi } from 'vitest';
import { reportBorderRadius } from './report-border-radius';

afterEach(() => {
  document.head.innerHTML = '';
});

function addStyle(css: string) {
  const style = document.createElement('style');
  style.textContent = css;
  document.head.append(style);
}

test('says nothing of a square page', () => {
  const onRadius = vi.fn();
  reportBorderRadius(document, onRadius);
  expect(onRadius).not.toHaveBeenCalled();
});

test('tells the radius that the host gave the page, and another one when a stylesheet has come', () => {
  const onRadius = vi.fn();
  addStyle('body { border-radius: 12px }');
  reportBorderRadius(document, onRadius);
  addStyle('body { border-radius: 20px }');
  const link = document.createElement('link');
  document.head.append(link);
  link.dispatchEvent(new Event('load'));
  link.dispatchEvent(new Event('load'));
  expect(onRadius.mock.calls).toEqual([['12px'], ['20px']]);
});
