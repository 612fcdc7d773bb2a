import { expect, test } from 'vitest';
import { measureUploadMemory } from './upload-memory';

test('keeps its memory while files of 50 MB arrive one after the other', async () => {
  const fromSources = ['--import', 'tsx', 'src/sandbox/main.ts'];
  const { idleBytes, startBytes, peakBytes, endBytes } = await measureUploadMemory(fromSources, 25);
  const allowed = 100 * 1024 * 1024;
  expect(endBytes - startBytes).toBeLessThan(allowed);
  expect(peakBytes - idleBytes).toBeLessThan(allowed);
});
