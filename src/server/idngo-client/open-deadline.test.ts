import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { createIdngoClient } from './idngo-client';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function createHangingClient(timeoutMs: number) {
  return createIdngoClient({
    baseUrl: 'http://provider.test',
    appToken: 'sbx:test.token',
    secretKey: 'a-secret-key',
    now: Date.now,
    retryDelaysMs: [],
    timeoutMs,
    fetch: (_, init) =>
      new Promise((_resolve, reject) => {
        const weak = new WeakRef(init?.signal ?? new AbortController().signal);
        weak.deref()?.addEventListener('abort', () => reject(weak.deref()?.reason));
      }),
  });
}

test('a call that nobody answers ends in time, whatever is collected as garbage meanwhile', async () => {
  const stop = new AbortController();
  const asked = createHangingClient(100).readReviewStatus('an-applicant', stop.signal);
  const ended = expect(asked).rejects.toMatchObject({ code: 'timed-out' });
  for (let round = 0; round < 5; round += 1) {
    await new Promise(resolve => setImmediate(resolve));
    collectGarbage();
  }
  await ended;
});

test('a call ends with whoever asked', async () => {
  const stop = new AbortController();
  const asked = createHangingClient(60_000).readReviewStatus('an-applicant', stop.signal);
  stop.abort(new Error('the process stops'));
  await expect(asked).rejects.toMatchObject({ name: 'IdngoError' });
});
