import { expect, test } from 'vitest';
import { createScreenTexts } from './screen-texts';

const files: Record<string, string> = {
  'en/start.json': '{"product":"Identity check"}',
  'en/check.json': '{"verified.heading":"You’re verified"}',
  'en/device.json': '{}',
  'kk/start.json': '{}',
  'kk/check.json': '{}',
  'kk/names.json': '{"day":"{{day}} {{month}}"}',
};
const read = createScreenTexts(path => files[path]);

test('has what the screen of the address says, and no more', () => {
  expect(JSON.parse(read('/', 'en') ?? '')).toEqual({ start: { product: 'Identity check' } });
  expect(JSON.parse(read('/status', 'en') ?? '')).toEqual({
    start: { product: 'Identity check' },
    check: { 'verified.heading': 'You’re verified' },
  });
  expect(JSON.parse(read('/nowhere', 'en') ?? '')).toHaveProperty('start');
});

test('has the names that browsers lack with the texts that say days', () => {
  expect(Object.keys(JSON.parse(read('/status', 'kk') ?? ''))).toEqual(['start', 'check', 'names']);
  expect(Object.keys(JSON.parse(read('/', 'kk') ?? ''))).toEqual(['start']);
});

test('has nothing where there are no files', () => {
  expect(read('/', 'tg')).toBeUndefined();
});
