import * as v from 'valibot';
import { expect, test, vi } from 'vitest';
import { createAccessTokenSource } from './access-token';
import { createFrameApi, FrameApiError } from './frame-api';
import { sampleApplicant } from './frame-applicant-samples';
import { documentMetadataSchema } from './frame-contract';
import type { FormToSend, SentForm } from './send-form';

const uploaded = { imageId: '7', errors: [], warnings: [] };

/** A server that takes `fresh` and no other token. */
function openApi(answer: () => Response = () => Response.json(sampleApplicant())) {
  const askHost = vi.fn();
  const tokens = createAccessTokenSource('stale', askHost);
  const fetch = vi.fn(async (_: string | URL | Request, init?: RequestInit) =>
    new Headers(init?.headers).get('Authorization') === 'Bearer fresh' ? answer() : new Response('', { status: 401 }),
  );
  const sendForm = vi.fn(
    async ({ token }: FormToSend): Promise<SentForm> =>
      token === 'fresh'
        ? { kind: 'answered', httpStatus: 200, body: JSON.stringify(uploaded) }
        : { kind: 'answered', httpStatus: 401, body: '' },
  );
  return { api: createFrameApi({ fetch, sendForm, tokens }), tokens, askHost, fetch, sendForm };
}

const failureOf = async (promise: Promise<unknown>) => {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof FrameApiError ? error.failure : error;
};
const metadata = { idDocSetType: 'IDENTITY', idDocType: 'PASSPORT', country: 'KAZ', idDocSubType: null };
const options = () => ({ onProgress: vi.fn(), signal: new AbortController().signal });

test('asks the host once for all the calls that a refused token stops, then finishes them', async () => {
  const { api, tokens, askHost, sendForm } = openApi();
  const calls = [
    api.applicant('kk'),
    api.applicant('kk'),
    api.upload(metadata, new File(['x'], 'x.png', { type: 'image/png' }), options()),
  ];
  await vi.waitFor(() => expect(sendForm).toHaveBeenCalledOnce());
  await vi.waitFor(() => expect(askHost).toHaveBeenCalledOnce());
  tokens.receive('fresh');
  expect(await Promise.all(calls)).toEqual([sampleApplicant(), sampleApplicant(), uploaded]);
  expect(askHost).toHaveBeenCalledOnce();
});

test('does not ask the host when another call has renewed the token meanwhile', async () => {
  const { tokens, askHost } = openApi();
  tokens.receive('fresh');
  expect(await tokens.renew('stale')).toBe('fresh');
  expect(askHost).not.toHaveBeenCalled();
});

test('ends the session when the host has no token, and asks again at the next try', async () => {
  const { api, tokens, askHost } = openApi();
  askHost.mockImplementation(() => tokens.receive(null));
  expect(await failureOf(api.submit())).toEqual({ kind: 'session-ended' });
  expect(await failureOf(api.submit())).toEqual({ kind: 'session-ended' });
  expect(askHost).toHaveBeenCalledTimes(2);
});

test('ends the session instead of asking for ever when the new token is refused as well', async () => {
  const { api, tokens, askHost } = openApi();
  askHost.mockImplementation(() => tokens.receive('also stale'));
  expect(await failureOf(api.submit())).toEqual({ kind: 'session-ended' });
  expect(askHost).toHaveBeenCalledOnce();
});

test('sends the metadata before the file', async () => {
  const { api, tokens, sendForm } = openApi();
  tokens.receive('fresh');
  await api.upload(metadata, new File(['x'], 'id.png', { type: 'image/png' }), options());
  const form = sendForm.mock.calls[0]?.[0].form;
  expect([...(form?.keys() ?? [])]).toEqual(['metadata', 'content']);
  expect(v.parse(documentMetadataSchema, JSON.parse(String(form?.get('metadata'))))).toEqual(metadata);
});

test.each([
  ['a refusal in IDnGO’s form', { description: 'Empty', code: 400, errorCode: 1003 }, 400, { errorCode: 1003 }],
  ['a body of no known form', 'Bad gateway', 502, {}],
  ['a success that is no applicant', { ok: 1 }, 200, {}],
])('reads %s as refused', async (_, body, httpStatus, expected) => {
  const { api, tokens } = openApi(() => new Response(JSON.stringify(body), { status: httpStatus }));
  tokens.receive('fresh');
  expect(await failureOf(api.applicant('en'))).toMatchObject({ kind: 'refused', httpStatus, body: expected });
});

test('reads a request that never arrives as offline', async () => {
  const { api, tokens, fetch } = openApi();
  tokens.receive('fresh');
  fetch.mockRejectedValue(new TypeError('Failed to fetch'));
  expect(await failureOf(api.submit())).toEqual({ kind: 'offline' });
});
