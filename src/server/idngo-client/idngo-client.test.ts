import { expect, test } from 'vitest';
import { createIdngoClient } from './idngo-client';
import { IdngoError } from './idngo-error';
import { computeSignature } from './sign-request';

interface Seen {
  url: string;
  init: RequestInit;
}

function clientAnswering(...answers: (() => Response | Promise<Response>)[]) {
  const seen: Seen[] = [];
  const client = createIdngoClient({
    baseUrl: 'https://api.idngo.example',
    appToken: 'sbx:token.private',
    secretKey: 'secret',
    now: () => 1_700_000_000_000,
    retryDelaysMs: [0, 0],
    fetch: async (url, init) => {
      seen.push({ url: String(url), init: init ?? {} });
      const answer = answers[Math.min(seen.length, answers.length) - 1];
      if (!answer) throw new Error('no answer was prepared');
      return answer();
    },
  });
  return { client, seen };
}

const json = (status: number, body: unknown) => () => new Response(JSON.stringify(body), { status });
const person = { userId: "a b+c@d o'brien", levelName: 'basic-kyc-level', ttlInSecs: 600 };

async function failureOf(promise: Promise<unknown>): Promise<IdngoError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof IdngoError)) throw new Error('an IdngoError was expected', { cause: error });
  return error;
}

test('signs the address as it goes over the wire', async () => {
  const { client, seen } = clientAnswering(json(200, { token: '_act-x' }));
  await client.createAccessToken(person);
  const { pathname, search } = new URL(seen[0]?.url ?? '');
  const request = { method: 'POST', pathAndQuery: pathname + search, body: new Uint8Array() };
  const sent = new Headers(seen[0]?.init.headers);
  expect(search).toContain('o%27brien');
  expect(sent.get('X-App-Access-Sig')).toBe(computeSignature(request, 1_700_000_000, 'secret'));
});

test('asks for a token with an encoded person, an explicit lifetime and no body', async () => {
  const { client, seen } = clientAnswering(json(200, { token: '_act-x', userId: person.userId }));
  expect((await client.createAccessToken(person)).token).toBe('_act-x');
  expect(seen[0]?.url).toBe(
    'https://api.idngo.example/resources/accessTokens?userId=a%20b%2Bc%40d%20o%27brien&levelName=basic-kyc-level&ttlInSecs=600',
  );
  expect(seen[0]?.init.body).toBeUndefined();
});

test.each([
  [4001, 'same environment'],
  [4003, 'include the body'],
  [4004, 'seconds, not milliseconds'],
  [4006, 'header is missing'],
])('explains a 401 with errorCode %i', async (errorCode, words) => {
  const { client, seen } = clientAnswering(json(401, { code: 401, errorCode, correlationId: 'abc' }));
  const error = await failureOf(client.createAccessToken(person));
  expect(error.message).toContain(words);
  expect(error).toMatchObject({ code: 'refused', retryable: false, httpStatus: 401, errorCode, correlationId: 'abc' });
  expect(seen).toHaveLength(1);
});

test.each([
  [405, 'HTTP method'],
  [415, 'Content-Type'],
])('explains a %i as the FAQ does', async (status, words) => {
  const { client } = clientAnswering(() => new Response('<html>', { status }));
  expect((await failureOf(client.readApplicantByExternalUserId('1'))).message).toContain(words);
});

test('names neither the person nor a secret in a diagnosis', async () => {
  const { client } = clientAnswering(json(401, { errorCode: 4003, description: 'secret a b+c@d' }));
  const { message } = await failureOf(client.createAccessToken(person));
  expect(message).not.toMatch(/a b\+c@d|a%20b|sbx:token|private/);
});

test('repeats a safe call after a fault and then answers', async () => {
  const { client, seen } = clientAnswering(
    () => new Response('bad gateway', { status: 502 }),
    () => Promise.reject(new TypeError('fetch failed')),
    json(200, { token: '_act-x' }),
  );
  expect((await client.createAccessToken(person)).token).toBe('_act-x');
  expect(seen).toHaveLength(3);
});

test('does not press on when it is told to slow down', async () => {
  const { client, seen } = clientAnswering(json(429, { code: 429 }));
  expect(await failureOf(client.readApplicantByExternalUserId('1'))).toMatchObject({
    code: 'rate-limited',
    retryable: true,
  });
  expect(seen).toHaveLength(1);
});

test('gives up with a retryable error when IDnGO stays away', async () => {
  const { client, seen } = clientAnswering(() => Promise.reject(new TypeError('fetch failed')));
  expect(await failureOf(client.readApplicantByExternalUserId('1'))).toMatchObject({
    code: 'unreachable',
    retryable: true,
  });
  expect(seen).toHaveLength(3);
});

test('says undefined of a person IDnGO does not know', async () => {
  const { client } = clientAnswering(json(404, { code: 404, description: 'not found' }));
  expect(await client.readApplicantByExternalUserId('nobody')).toBeUndefined();
});

test('refuses an answer that is not as documented', async () => {
  const { client } = clientAnswering(json(200, { tokens: [] }));
  expect(await failureOf(client.createAccessToken(person))).toMatchObject({ code: 'unreadable', retryable: false });
});

test('does not take a 404 that is not theirs for a word about a person', async () => {
  const { client } = clientAnswering(() => new Response('<html>not found</html>', { status: 404 }));
  expect(await failureOf(client.readReviewStatus('a1'))).toMatchObject({ code: 'refused', httpStatus: 404 });
});

test('reads the status of an applicant by their id', async () => {
  const { client, seen } = clientAnswering(json(200, { reviewStatus: 'completed', reviewDate: 'x', brandNew: 1 }));
  expect(await client.readReviewStatus('a/1')).toMatchObject({ reviewStatus: 'completed' });
  expect(seen[0]?.url).toBe('https://api.idngo.example/resources/applicants/a%2F1/status');
});

test.each([429, 503])('tells for how long a %i asks to be left alone, and asks no more', async status => {
  const { client, seen } = clientAnswering(() => new Response('{}', { status, headers: { 'Retry-After': '7' } }));
  expect(await failureOf(client.readReviewStatus('a1'))).toMatchObject({ retryable: true, retryAfterMs: 7_000 });
  expect(seen).toHaveLength(1);
});

test('asks no more when the caller has lost interest', async () => {
  const caller = new AbortController();
  const { client, seen } = clientAnswering(() => {
    caller.abort();
    return Promise.reject(new DOMException('The operation was aborted', 'AbortError'));
  });
  expect(await failureOf(client.readReviewStatus('a1', caller.signal))).toMatchObject({ code: 'unreachable' });
  expect(seen).toHaveLength(1);
});
