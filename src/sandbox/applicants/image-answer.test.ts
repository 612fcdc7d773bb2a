import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answerImage } from './image-answer';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'image-answer-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const image = { mediaType: 'image/png', bytes: 5 } as const;

test('opens the file when somebody reads it, and not for HEAD, where nobody does', async () => {
  const path = join(folder, '1');
  const response = answerImage(path, image);
  await expect(stat(path)).rejects.toThrow('ENOENT');
  writeFileSync(path, 'bytes');
  expect(await response.text()).toBe('bytes');
  expect(Object.fromEntries(response.headers)).toEqual({ 'content-type': 'image/png', 'content-length': '5' });
});
