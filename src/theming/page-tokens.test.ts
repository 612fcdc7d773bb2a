import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { markContrast, textContrast, toContrast } from './contrast';

const tokens = readFileSync(join(import.meta.dirname, '../app/ui/tokens.css'), 'utf8');
const pairs = [...tokens.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)];

function readScheme(group: 2 | 3): Record<string, string> {
  return Object.fromEntries(pairs.map(pair => [pair[1] ?? '', pair[group] ?? '']));
}

const grounds = ['paper', 'surface', 'sunk'];
const textOn: Record<string, readonly string[]> = {
  ink: [...grounds, 'accent-tint', 'good-tint', 'warn-tint', 'bad-tint'],
  'ink-2': grounds,
  'ink-3': grounds,
  accent: [...grounds, 'accent-tint'],
  good: [...grounds, 'good-tint'],
  warn: [...grounds, 'warn-tint'],
  bad: [...grounds, 'bad-tint'],
  'on-accent': ['accent-fill', 'accent-hover'],
  surface: ['good'],
};
const marksOn: Record<string, readonly string[]> = { 'line-3': grounds, accent: grounds, 'accent-fill': grounds };

describe.each([
  ['light', readScheme(2)],
  ['dark', readScheme(3)],
] as const)('in the %s scheme', (_, scheme) => {
  test.each([
    ['text', textOn, textContrast],
    ['a mark', marksOn, markContrast],
  ] as const)('%s can be read on everything it stands on', (_, table, ratio) => {
    const measured = Object.entries(table).flatMap(([name, on]) =>
      on.map(ground => ({ pair: `${name} on ${ground}`, ratio: toContrast(scheme[name] ?? '', scheme[ground] ?? '') })),
    );
    expect(measured.filter(found => found.ratio < ratio)).toEqual([]);
  });
});

test('every colour has a light and a dark value', () => {
  expect(pairs.length).toBeGreaterThan(20);
  expect(tokens.match(/#[0-9a-f]{3,8}\b/gi)).toHaveLength(pairs.length * 2);
});
