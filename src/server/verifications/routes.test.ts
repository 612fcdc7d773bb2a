import { describe, expect, test } from 'vitest';
import { createTestApp, deliver, enter, green, readStatus, redFinal, redRetry, webhookBody } from '#testing/test-app';

const asked: URL[] = [];
let provider: (url: URL) => Response = () => new Response(null, { status: 404 });

const testApp = await createTestApp({
  now: () => Date.parse('2026-11-23T12:00:00Z'),
  fetch: async url => {
    asked.push(new URL(String(url)));
    return provider(new URL(String(url)));
  },
});
const { app } = testApp;

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

function askToken(cookie: string, init: RequestInit = {}) {
  return app.request('/api/access-token', { method: 'POST', headers: { cookie }, ...init });
}

test('a first visit is told that nobody is signed in, and a later one who is', async () => {
  const ask = async (headers: Record<string, string>) => (await app.request('/api/session', { headers })).json();
  expect(await ask({})).toEqual({ verification: null });
  expect(await ask({ cookie: 'portico-session=made-up' })).toEqual({ verification: null });
  const { cookie } = await enter(testApp);
  expect(await ask({ cookie })).toMatchObject({
    verification: { status: 'not-started' },
    ends: { inSeconds: 7 * 24 * 60 * 60, canStay: true },
  });
});

describe('an access token', () => {
  test('is for the person and level of the session, whatever the request says', async () => {
    provider = () => json({ token: '_act-sbx-1', userId: 'x' });
    const person = await enter(testApp);
    const response = await app.request('/api/access-token?userId=somebody-else&levelName=another', {
      method: 'POST',
      headers: { cookie: person.cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ userId: 'somebody-else', externalUserId: 'somebody-else', levelName: 'another' }),
    });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toMatchObject({ token: '_act-sbx-1', expiresAt: '2026-11-23T12:10:00.000Z' });
    expect(Object.fromEntries(asked.at(-1)?.searchParams ?? [])).toEqual({
      userId: person.externalUserId,
      levelName: 'basic-kyc-level',
      ttlInSecs: '600',
    });
  });

  test('is refused without a session', async () => {
    expect((await askToken('portico-session=made-up')).status).toBe(401);
  });

  test('is limited per person, and says when to come back', async () => {
    provider = () => json({ token: '_act-sbx-1' });
    const [eager, other] = [await enter(testApp), await enter(testApp)];
    for (let count = 0; count < 30; count += 1) expect((await askToken(eager.cookie)).status).toBe(200);
    const refused = await askToken(eager.cookie);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await askToken(other.cookie)).status).toBe(200);
  });

  test('that IDnGO refuses is a 502 that says nothing of why', async () => {
    provider = () => json({ code: 401, errorCode: 4003, description: 'secret-key mismatch' }, 401);
    const { cookie } = await enter(testApp);
    const response = await askToken(cookie);
    expect(response.status).toBe(502);
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ code: 'provider-refused' });
    expect(text).not.toMatch(/secret|4003|signature/);
  });
});

describe('documents', () => {
  const applicant = {
    id: '674f349fd61a536c7f2f318b',
    review: {
      reviewStatus: 'completed',
      reviewResult: {
        reviewAnswer: 'RED',
        reviewRejectType: 'RETRY',
        moderationComment: 'Please send the back again. ${clientSupportEmail}',
        clientComment: 'suspected forger',
      },
    },
    info: {
      idDocs: [
        {
          idDocType: 'ID_CARD',
          country: 'KAZ',
          firstName: 'AIGERIM',
          lastName: 'DOE',
          number: '87988779ID',
          dob: '1990-01-01',
          validUntil: '2031-08-08',
        },
      ],
    },
  };
  const steps = {
    IDENTITY: {
      idDocType: 'ID_CARD',
      imageIds: [1, 2],
      reviewResult: { reviewAnswer: 'RED' },
      imageReviewResults: {
        1: { reviewAnswer: 'GREEN' },
        2: {
          reviewAnswer: 'RED',
          reviewRejectType: 'RETRY',
          rejectLabels: ['SANCTIONS', 'LOW_QUALITY', 'FORGERY', 'BRAND_NEW'],
          moderationComment: 'The back is blurred.',
          clientComment: 'suspected forger',
        },
      },
    },
    SELFIE: null,
  };

  test('tell what to send again, and nothing that a person must not read', async () => {
    provider = url => json(url.pathname.endsWith('/one') ? applicant : steps);
    const { cookie, externalUserId } = await enter(testApp);
    await deliver(app, webhookBody(externalUserId, 1, redRetry));
    const response = await app.request('/api/verification/documents', { headers: { cookie } });
    expect(response.headers.get('cache-control')).toBe('no-store');
    const text = await response.text();
    expect(text).not.toMatch(/SANCTIONS|FORGERY|BRAND_NEW|forger|clientSupportEmail|AIGERIM|87988779/);
    expect(JSON.parse(text)).toEqual({
      reference: (await readStatus(app, cookie)).reference,
      comment: 'Please send the back again.',
      reasons: [],
      attempts: null,
      recognised: [],
      steps: [
        {
          idDocSetType: 'IDENTITY',
          idDocType: 'ID_CARD',
          verdict: 'send-again',
          reasons: [],
          comment: null,
          images: [
            { side: 'front', verdict: 'accepted', reasons: [], comment: null },
            { side: 'back', verdict: 'send-again', reasons: ['LOW_QUALITY'], comment: 'The back is blurred.' },
          ],
        },
        { idDocSetType: 'SELFIE', idDocType: null, verdict: 'missing', reasons: [], comment: null, images: [] },
      ],
    });
  });

  test('tell nothing of single documents once the rejection is final', async () => {
    provider = url => json(url.pathname.endsWith('/one') ? applicant : steps);
    const { cookie, externalUserId } = await enter(testApp);
    await deliver(app, webhookBody(externalUserId, 1, redFinal));
    const response = await app.request('/api/verification/documents', { headers: { cookie } });
    expect(await response.json()).toMatchObject({ comment: null, steps: [], recognised: [] });
  });

  test('show what was read, masked, once the person is verified', async () => {
    provider = url => json(url.pathname.endsWith('/one') ? applicant : steps);
    const person = await enter(testApp);
    await deliver(app, webhookBody(person.externalUserId, 1, green));
    const response = await app.request('/api/verification/documents', { headers: { cookie: person.cookie } });
    const { recognised } = (await response.json()) as { recognised: unknown };
    expect(recognised).toEqual([
      {
        idDocType: 'ID_CARD',
        country: 'KAZ',
        fields: [
          { name: 'name', masked: 'A••• D•••' },
          { name: 'number', masked: '••••••79ID' },
          { name: 'dob', masked: '1990' },
          { name: 'validUntil', masked: '2031' },
        ],
      },
    ]);
  });

  test('are empty for somebody IDnGO does not know yet', async () => {
    provider = () => json({ code: 404 }, 404);
    const { cookie } = await enter(testApp);
    const response = await app.request('/api/verification/documents', { headers: { cookie } });
    expect(await response.json()).toMatchObject({ comment: null, steps: [], recognised: [] });
  });
});
