import { expect, test } from 'vitest';
import { readZoomKey, stepZoom, zooms } from './zoom';

test('steps through the zooms and stays at their ends', () => {
  expect(stepZoom(1, 1)).toBe(1.25);
  expect(stepZoom(1, -1)).toBe(0.75);
  expect(stepZoom(2, 1)).toBe(2);
  expect(stepZoom(0.5, -1)).toBe(0.5);
  expect(stepZoom('fit', 1)).toBe(1);
  expect(stepZoom('fit', -1)).toBe(0.75);
  expect(stepZoom(0.6, 1)).toBe(0.75);
});

test('reads keys, and leaves others to whom they are for', () => {
  expect(['+', '=', '-', '1', '0', 'a', '2'].map(key => readZoomKey(key, 1))).toEqual([
    1.25,
    1.25,
    0.75,
    1,
    'fit',
    undefined,
    undefined,
  ]);
  expect(zooms).toContain('fit');
});
