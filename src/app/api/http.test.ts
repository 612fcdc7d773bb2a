import { expect, test } from 'vitest';
import { endpoints } from '#contract/endpoints';
import { aVerification } from '../testing/fake-backend';
import { createApi, ProblemError } from './http';

function answering(body: string, init?: ResponseInit) {
  return createApi({ fetch: async () => new Response(body, init) });
}

const read = (api: ReturnType<typeof createApi>) => api.call(endpoints.readVerification);

async function failureOf(promise: Promise<unknown>): Promise<ProblemError> {
  const error = await promise.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  if (!(error instanceof ProblemError)) throw new Error('a ProblemError is expected', { cause: error });
  return error;
}

test('reads an answer by the contract', async () => {
  const verification = aVerification({ revision: 3 });
  expect(await read(answering(JSON.stringify(verification)))).toEqual(verification);
});

test('turns a problem into its code, with the request and the time to wait', async () => {
  const body = { type: 'about:blank', title: 'x', status: 429, code: 'rate-limited', requestId: 'r-1' };
  const api = answering(JSON.stringify(body), { status: 429, headers: { 'Retry-After': '30' } });
  const { code, requestId, retryAfterSeconds } = await failureOf(read(api));
  expect({ code, requestId, retryAfterSeconds }).toEqual({
    code: 'rate-limited',
    requestId: 'r-1',
    retryAfterSeconds: 30,
  });
});

test.each([
  ['a page of a proxy', '<html>Bad gateway</html>', 502],
  ['a code nobody knows', JSON.stringify({ code: 'teapot' }), 418],
  ['an answer outside the contract', JSON.stringify({ status: 'approved' }), 200],
])('reports %s as unreadable', async (_, body, status) => {
  expect((await failureOf(read(answering(body, { status })))).code).toBe('unreadable');
});

test('reports a failed connection as unreachable', async () => {
  const api = createApi({ fetch: () => Promise.reject(new TypeError('Failed to fetch')) });
  expect((await failureOf(read(api))).code).toBe('unreachable');
});

test('reports silence as unreachable', async () => {
  const fetch: typeof globalThis.fetch = (_, init) =>
    new Promise((_, reject) => init?.signal?.addEventListener('abort', () => reject(new Error('aborted'))));
  expect((await failureOf(read(createApi({ fetch, timeoutMs: 1 })))).code).toBe('unreachable');
});
