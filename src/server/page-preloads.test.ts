import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createPagePreloads, screenModules } from './page-preloads';

test('names modules that there are', () => {
  const root = join(import.meta.dirname, '../..');
  expect(
    Object.values(screenModules)
      .flat()
      .filter(file => !existsSync(join(root, file))),
  ).toEqual([]);
});

test('fetches beside the first chunk what a screen needs, and nothing twice', () => {
  const directory = mkdtempSync(join(tmpdir(), 'portico-preloads-'));
  mkdirSync(join(directory, '.vite'));
  const manifest = {
    'index.html': { file: 'assets/index.js', imports: ['_first.js'] },
    '_first.js': { file: 'assets/first.js', css: ['assets/first.css'] },
    '_shared.js': { file: 'assets/shared.js', imports: ['_first.js'] },
    'src/app/status/status-page.tsx': {
      file: 'assets/status.js',
      css: ['assets/status.css'],
      imports: ['_first.js', '_shared.js'],
    },
    'src/app/live/follower.tsx': { file: 'assets/follower.js', imports: ['_first.js', '_shared.js'] },
  };
  writeFileSync(join(directory, '.vite/manifest.json'), JSON.stringify(manifest));
  const read = createPagePreloads(directory);
  expect(read('/status')).toEqual([
    '<link rel="stylesheet" crossorigin href="/assets/status.css" />',
    '<link rel="modulepreload" crossorigin href="/assets/shared.js" />',
    '<link rel="modulepreload" crossorigin href="/assets/status.js" />',
    '<link rel="modulepreload" crossorigin href="/assets/follower.js" />',
  ]);
  expect(read('/')).toEqual([]);
  expect(read('/gallery')).toEqual([]);
});

test('does without a build', () => {
  expect(createPagePreloads(undefined)('/verify')).toEqual([]);
});
