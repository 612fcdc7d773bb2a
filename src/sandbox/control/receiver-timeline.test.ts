import { afterEach, describe, expect, test } from 'vitest';
import { openTestSandbox, type TestSandbox } from '../open-test-sandbox';

let bench: TestSandbox;
afterEach(() => bench.close());

const source = { url: 'http://receiver.test/people/{externalUserId}/timeline?of={externalUserId}', token: 'a-token' };
let asked: Request[] = [];

/** Whose receiver answers the question with this, and webhooks with 200. */
async function openWith(answer: () => Response | Promise<Response>, receiverTimeline = source): Promise<string> {
  asked = [];
  bench = openTestSandbox({
    receiverTimeline,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      if (request.method === 'POST') return new Response('ok');
      asked.push(request);
      return answer();
    },
  });
  const created = await bench.call('POST', '/resources/applicants?levelName=basic-kyc-level', {
    json: { externalUserId: 'u 1/ä' },
  });
  const { id } = (await created.json()) as { id: string };
  return id;
}

async function read(applicantId: string): Promise<unknown> {
  return (await bench.panel(`/applicants/${applicantId}/receiver-timeline`)).json();
}

describe('what the receiver made of it', () => {
  test('is asked with the token, under the address with the person’s id', async () => {
    const entries = [
      { at: '2026-01-15T10:00:00.000Z', what: 'Delivery 1', detail: 'changed nothing', more: true },
      { at: '2026-01-15T10:00:01.000Z', what: 'Verified', detail: null },
    ];
    const applicantId = await openWith(() => Response.json({ entries, somethingElse: 1 }));
    expect(await read(applicantId)).toEqual({
      state: 'told',
      entries: [
        { at: '2026-01-15T10:00:00.000Z', what: 'Delivery 1', detail: 'changed nothing' },
        { at: '2026-01-15T10:00:01.000Z', what: 'Verified' },
      ],
    });
    expect(asked[0]?.url).toBe('http://receiver.test/people/u%201%2F%C3%A4/timeline?of=u%201%2F%C3%A4');
    expect(asked[0]?.headers.get('authorization')).toBe('Bearer a-token');
  });

  test.each<[string, () => Response | Promise<Response>, string]>([
    ['a refusal', () => new Response('no', { status: 403 }), 'it answered 403'],
    ['a redirect, which is not followed', () => Response.redirect('http://elsewhere.test/', 302), 'it answered 302'],
    ['a page', () => new Response('<html>'), 'its answer has no list of entries with a time and a text'],
    [
      'another list',
      () => Response.json({ entries: [{ when: 1 }] }),
      'its answer has no list of entries with a time and a text',
    ],
    ['more than can be shown', () => new Response('x'.repeat(4 * 1024 * 1024 + 1)), 'its answer is longer than 4 MB'],
    ['nobody', () => Promise.reject(new TypeError('fetch failed')), 'fetch failed'],
  ])('is not known from %s', async (_name, answer, why) => {
    expect(await read(await openWith(answer))).toEqual({ state: 'silent', why });
  });

  test('is not waited for longer than 5 seconds', async () => {
    let reached: () => void = () => undefined;
    const isAsked = new Promise<void>(resolve => {
      reached = resolve;
    });
    const applicantId = await openWith(() => {
      reached();
      return new Promise<Response>(() => undefined);
    });
    const answer = read(applicantId);
    await isAsked;
    bench.clock.advance(5_000);
    expect(await answer).toEqual({ state: 'silent', why: 'it did not answer within 5 seconds' });
  });

  test('is asked of nobody where nothing is configured, and for nobody who is not there', async () => {
    bench = openTestSandbox();
    const created = await bench.call('POST', '/resources/applicants?levelName=basic-kyc-level', {
      json: { externalUserId: 'u-1' },
    });
    const { id } = (await created.json()) as { id: string };
    expect(await read(id)).toEqual({ state: 'not-configured' });
    expect((await bench.panel('/applicants/nobody/receiver-timeline')).status).toBe(404);
  });

  test('is its newest 300 entries', async () => {
    const entries = Array.from({ length: 400 }, (_, number) => ({ at: '2026-01-15T10:00:00.000Z', what: `${number}` }));
    const told = (await read(await openWith(() => Response.json({ entries })))) as { entries: { what: string }[] };
    expect([told.entries.length, told.entries[0]?.what, told.entries.at(-1)?.what]).toEqual([300, '100', '399']);
  });
});
