import { expect, test } from 'vitest';
import { createLog } from './log';

function writtenAt(level: string): number {
  const lines: string[] = [];
  const log = createLog(level, { write: line => void lines.push(line) });
  for (const name of ['debug', 'info', 'warn', 'error'] as const) log[name]('something happened');
  return lines.length;
}

test('writes from the level on', () => {
  expect(['debug', 'info', 'error', 'fatal', 'silent'].map(writtenAt)).toEqual([4, 3, 1, 0, 0]);
});

test('counts an empty level and one that is none as info, so that the configuration can complain about it', () => {
  expect(['', 'verbose', 'INFO', 'constructor'].map(writtenAt)).toEqual([3, 3, 3, 3]);
});
