import { expect, test } from 'vitest';
import { readSizes, usualSizes, writeSizes } from './pane-sizes';

function createStorage(text: string | null = null) {
  const kept = { text };
  return {
    getItem: () => kept.text,
    setItem(_: string, value: string) {
      kept.text = value;
    },
  };
}

test('panes are as wide as they were left, also when collapsed', () => {
  const storage = createStorage();
  writeSizes(storage, { settings: 311.6, side: 0 });
  expect(readSizes(storage, 1440)).toEqual({ settings: 312, side: 0 });
});

test('what is no width is the usual one', () => {
  for (const text of [null, '', 'x y', '9000 -3', '12 12', 'NaN Infinity']) {
    expect(readSizes(createStorage(text), 1280)).toEqual(usualSizes(1280));
  }
});

test('on a narrow window the stage keeps the most of it', () => {
  const { settings, side } = usualSizes(1024);
  expect(1024 - settings - side).toBeGreaterThan(460);
});
