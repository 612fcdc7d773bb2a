import { Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openOutput } from './output';

function failWith(code: string): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error('no'), { code })) });
}

test('goes on when its reader has had enough', async () => {
  const output = openOutput(failWith('EPIPE'));
  output.print('one');
  await setImmediate();
  output.print('two');
  await setImmediate();
  expect(output.failure()).toBeUndefined();
});

test('tells that a line could not be written', async () => {
  const output = openOutput(failWith('ENOSPC'));
  output.print('one');
  await setImmediate();
  expect(output.failure()).toBe('ENOSPC');
});
