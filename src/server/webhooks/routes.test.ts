import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { productionVariables } from '#testing/production-variables';
import {
  createTestApp,
  deliver,
  enter,
  green,
  readStatus,
  redFinal,
  redRetry,
  type TestApp,
  webhookBody,
} from '#testing/test-app';
import { maxArrivingBytes, maxDeliveryBytes } from './routes';

const testApp = await createTestApp();
const { app, database } = testApp;

async function outcomes(): Promise<string[]> {
  const { rows } = await database.query<{ outcome: string; reason: string | null }>(
    'select outcome, reason from deliveries order by id',
  );
  return rows.map(row => (row.reason ? `${row.outcome}: ${row.reason}` : row.outcome));
}

async function lastOutcome(): Promise<string | undefined> {
  return (await outcomes()).at(-1);
}

describe('a delivery that is not authentic', () => {
  const body = webhookBody('u-forged', 1, green);

  test.each<[string, Record<string, string>, string]>([
    ['without a digest', { 'X-Payload-Digest': '' }, 'digest-missing'],
    ['without an algorithm', { 'X-Payload-Digest-Alg': '' }, 'digest-missing'],
    [
      'with a forged digest',
      { 'X-Payload-Digest': createHmac('sha256', 'guess').update(body).digest('hex') },
      'digest-wrong',
    ],
    ['with SHA1, which nobody allowed', { 'X-Payload-Digest-Alg': 'HMAC_SHA1_HEX' }, 'digest-wrong'],
    ['with an invented algorithm', { 'X-Payload-Digest-Alg': 'none' }, 'digest-wrong'],
  ])('is refused %s and leaves no trace', async (_name, headers, code) => {
    const before = await outcomes();
    const response = await deliver(app, body, headers);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code, status: 401 });
    expect(await outcomes()).toEqual(before);
  });

  test.each([
    ['cut off', body.slice(0, -5)],
    ['written differently', JSON.stringify(JSON.parse(body), null, 2)],
    ['with one value changed', body.replace('GREEN', 'GREEM')],
  ])('is refused when it arrives %s', async (_name, altered) => {
    const digest = createHmac('sha256', 'a-webhook-secret').update(body).digest('hex');
    expect((await deliver(app, altered, { 'X-Payload-Digest': digest })).status).toBe(401);
  });

  test('is refused when it is larger than a megabyte', async () => {
    const response = await deliver(app, 'x'.repeat(maxDeliveryBytes + 1));
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ code: 'body-too-large' });
  });

  test('is refused as too large even when it hides its length', async () => {
    const chunk = new Uint8Array(64 * 1024);
    const endless = new ReadableStream<Uint8Array>({ pull: controller => controller.enqueue(chunk) });
    const request = new Request('http://localhost/webhooks/idngo', {
      method: 'POST',
      body: endless,
      duplex: 'half',
    } as RequestInit);
    expect((await app.fetch(request)).status).toBe(413);
  });
});

test('bodies that arrive and do not end have so much memory together, and small ones are taken all the same', async () => {
  const megabyte = new Uint8Array(maxDeliveryBytes);
  const ends: (() => void)[] = [];
  const begin = () => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(megabyte);
        ends.push(() => controller.close());
      },
    });
    const init = { method: 'POST', body, duplex: 'half' } as RequestInit;
    return app.fetch(new Request('http://localhost/webhooks/idngo', init));
  };
  const waiting = Array.from({ length: maxArrivingBytes / maxDeliveryBytes }, begin);
  const refused = await Promise.race([...waiting, ...Array.from({ length: 2 }, begin)]);
  expect([refused.status, refused.headers.get('connection')]).toEqual([503, 'close']);
  expect((await deliver(app, webhookBody('u-beside-a-flood', 1, green))).status).toBe(200);
  for (const end of ends) end();
  const statuses = (await Promise.all(waiting)).map(response => response.status);
  expect(new Set(statuses)).toEqual(new Set([401]));
  expect((await deliver(app, ` ${'x'.repeat(maxDeliveryBytes - 1)}`)).status).toBe(200);
});

describe('an authentic delivery', () => {
  test('maps the applicant to our person and changes their status', async () => {
    const person = await enter(testApp);
    expect((await deliver(app, webhookBody(person.externalUserId, 1, green))).status).toBe(200);
    expect(await readStatus(app, person.cookie)).toMatchObject({ status: 'verified', revision: 1 });
    const { rows } = await database.query('select external_user_id from applicants where applicant_id = $1', [
      `applicant-of-${person.externalUserId}`,
    ]);
    expect(rows).toEqual([{ external_user_id: person.externalUserId }]);
  });

  test('is taken when it is written with spaces and line breaks, since its bytes were signed', async () => {
    const person = await enter(testApp);
    const pretty = JSON.stringify(JSON.parse(webhookBody(person.externalUserId, 1, green)), null, 2).replaceAll(
      '":',
      '" :',
    );
    expect((await deliver(app, pretty)).status).toBe(200);
    expect(await readStatus(app, person.cookie)).toMatchObject({ status: 'verified' });
  });

  test('changes nothing the second time', async () => {
    const person = await enter(testApp);
    const body = webhookBody(person.externalUserId, 1, green);
    for (const outcome of ['changed', 'duplicate', 'duplicate']) {
      expect((await deliver(app, body)).status).toBe(200);
      expect(await lastOutcome()).toBe(outcome);
    }
    expect(await readStatus(app, person.cookie)).toMatchObject({ status: 'verified', revision: 1 });
  });

  test('follows several final results in any direction', async () => {
    const person = await enter(testApp);
    const seen: unknown[] = [];
    for (const [second, fields] of [green, redFinal, green, redRetry].entries()) {
      await deliver(app, webhookBody(person.externalUserId, second, fields));
      seen.push((await readStatus(app, person.cookie)).status);
    }
    expect(seen).toEqual(['verified', 'changed', 'verified', 'changed']);
  });

  test('that is older than the present result takes its place without showing', async () => {
    const person = await enter(testApp);
    await deliver(app, webhookBody(person.externalUserId, 30, redFinal));
    const before = await readStatus(app, person.cookie);
    await deliver(app, webhookBody(person.externalUserId, 5, { type: 'applicantPending', reviewStatus: 'pending' }));
    expect(await lastOutcome()).toBe('unchanged: older');
    expect(await readStatus(app, person.cookie)).toEqual(before);
    await deliver(app, webhookBody(person.externalUserId, 10, green));
    expect(await readStatus(app, person.cookie)).toMatchObject({ status: 'changed', remedy: 'contact' });
  });

  test.each(['applicantReset', 'applicantLevelChanged', 'applicantDeactivated', 'applicantDeleted'])(
    'of type %s withdraws an approval although it carries a stale GREEN',
    async type => {
      const person = await enter(testApp);
      await deliver(app, webhookBody(person.externalUserId, 1, green));
      await deliver(app, webhookBody(person.externalUserId, 2, { ...green, type, reviewStatus: 'init' }));
      expect(await readStatus(app, person.cookie)).toMatchObject({ status: 'changed' });
    },
  );

  test('about an action never touches the verification', async () => {
    const person = await enter(testApp);
    await deliver(app, webhookBody(person.externalUserId, 1, green));
    await deliver(
      app,
      webhookBody(person.externalUserId, 2, { ...redFinal, type: 'applicantActionReviewed', applicantActionId: 'a-1' }),
    );
    expect(await lastOutcome()).toBe('ignored: not-a-verification');
    expect(await readStatus(app, person.cookie)).toMatchObject({ status: 'verified' });
  });

  test.each([
    ['of an unknown type', webhookBody('u-x', 1, { type: 'somethingNew' }), 'ignored: unknown-type'],
    ['that is not JSON', 'not json', 'malformed: not-json-with-a-type'],
    ['that is empty', '', 'malformed: not-json-with-a-type'],
    ['that is a list', '[1]', 'malformed: not-json-with-a-type'],
    ['with a character that no text column takes', webhookBody('u-x\u0000', 1, green), 'ignored: unusable-name'],
    ['with half a character in a name', webhookBody('u-x\ud800', 1, green), 'ignored: unusable-name'],
    ['with a line break in a level', webhookBody('u-x', 1, { ...green, levelName: 'a\nb' }), 'ignored: unusable-name'],
    ['with a name as long as a text', webhookBody('u'.repeat(201), 1, green), 'ignored: unusable-name'],
    [
      'with numbers for names',
      webhookBody('u-x', 1, { ...green, externalUserId: 7, applicantId: 8 }),
      'ignored: no-person',
    ],
    ['with a type that is a sentence', webhookBody('u-x', 1, { type: 'Something new\u0000' }), 'ignored: unknown-type'],
    [
      'of the year 99999',
      webhookBody('u-x', 1, { ...green, createdAtMs: '99999-01-01 00:00:00.000' }),
      'ignored: no-time',
    ],
    ['of the year 0', webhookBody('u-year-0', 1, { ...green, createdAtMs: '0000-01-01 00:00:00.000' }), 'changed'],
    [
      'of the year 9999',
      webhookBody('u-year-9999', 1, { ...green, createdAtMs: '9999-12-31 23:59:59.999' }),
      'changed',
    ],
    ['without a time', webhookBody('u-x', 1, { ...green, createdAtMs: null }), 'ignored: no-time'],
  ])('%s is kept and answered 200', async (_name, body, outcome) => {
    expect((await deliver(app, body)).status).toBe(200);
    expect(await lastOutcome()).toBe(outcome);
  });

  test('that names only the applicant waits until somebody says whose it is', async () => {
    const person = await enter(testApp);
    const nameless = webhookBody(person.externalUserId, 9, { ...green, externalUserId: null });
    await deliver(app, nameless);
    expect(await lastOutcome()).toBe('unknown-person');
    expect(await readStatus(app, person.cookie)).toMatchObject({ status: 'not-started' });
    await deliver(app, webhookBody(person.externalUserId, 1, { type: 'applicantCreated', reviewStatus: 'init' }));
    expect(await readStatus(app, person.cookie)).toMatchObject({ status: 'verified' });
  });

  test('about somebody we have not met is kept for the day they come', async () => {
    await deliver(app, webhookBody('u-not-met', 1, green));
    const { rows } = await database.query(`select status from verifications where external_user_id = 'u-not-met'`);
    expect(rows).toEqual([{ status: 'verified' }]);
  });
});

test('any order of arrival with repeats ends in the same status', async () => {
  const story = [
    { type: 'applicantCreated', reviewStatus: 'init' },
    { type: 'applicantPending', reviewStatus: 'pending' },
    redRetry,
    { type: 'applicantPending', reviewStatus: 'pending' },
    green,
    redFinal,
  ];
  let person = 0;
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([...story.keys(), ...story.keys()], { minLength: 12 }), async order => {
      person += 1;
      const externalUserId = `u-order-${person}`;
      for (const position of order) {
        const response = await deliver(app, webhookBody(externalUserId, position, story[position] ?? {}));
        expect(response.status).toBe(200);
      }
      const { rows } = await database.query(
        'select status, remedy, changed_at from verifications where external_user_id = $1',
        [externalUserId],
      );
      expect(rows).toEqual([{ status: 'changed', remedy: 'contact', changed_at: new Date('2026-11-20T12:00:05Z') }]);
    }),
    { numRuns: 40 },
  );
});

test('deliveries of one person that arrive all at once lose none', async () => {
  const person = await enter(testApp);
  const bodies = Array.from({ length: 30 }, (_, second) =>
    webhookBody(person.externalUserId, second, second % 2 ? redFinal : green),
  );
  const answers = await Promise.all(bodies.map(body => deliver(app, body)));
  expect(answers.map(answer => answer.status)).toEqual(bodies.map(() => 200));
  const { rows } = await database.query('select count(*)::int as kept from events where external_user_id = $1', [
    person.externalUserId,
  ]);
  expect(rows).toEqual([{ kept: 30 }]);
  expect(await readStatus(app, person.cookie)).toMatchObject({ status: 'changed' });
});

test('production keeps but refuses a delivery of the sandbox, and takes one that does not say', async () => {
  const production: TestApp = await createTestApp({
    variables: productionVariables,
  });
  const statusOf = async (fields: Record<string, unknown>) => {
    const body = webhookBody('u-production', 1, { ...green, ...fields });
    const digest = createHmac('sha256', productionVariables.IDNGO_WEBHOOK_SECRET).update(body).digest('hex');
    return (await deliver(production.app, body, { 'X-Payload-Digest': digest })).status;
  };
  expect(await statusOf({ sandboxMode: true })).toBe(403);
  expect(await statusOf({ sandboxMode: 'true' })).toBe(403);
  expect((await production.database.query('select 1 from verifications')).rowCount).toBe(0);
  expect((await production.database.query(`select 1 from deliveries where outcome = 'refused'`)).rowCount).toBe(2);
  expect(await statusOf({ sandboxMode: undefined })).toBe(200);
  expect((await production.database.query(`select 1 from verifications where status = 'verified'`)).rowCount).toBe(1);
});
