import { describe, expect, test } from 'vitest';
import { green, redFinal, webhookBody } from '#testing/test-app';
import { createTestDatabase } from '#testing/test-database';
import { type Database, DatabaseUnavailable, type Queryable } from '../database/database';
import { type Log, type LogFacts, silentLog } from '../log';
import type { DeliveryFacts } from './delivery-facts';
import { createDeliveryDesk } from './take-delivery';

let roundTrips = 0;
const real = await createTestDatabase();
const database = countRoundTrips(real);
const desk = createDeliveryDesk({ database, log: silentLog, environment: 'sandbox' });
const bytesOf = (body: string) => new TextEncoder().encode(body);
const pending = { type: 'applicantPending', reviewStatus: 'pending' };

function countRoundTrips(counted: Database): Database {
  const count = (queryable: Queryable): Queryable => ({
    query: ((...args: Parameters<Queryable['query']>) => {
      roundTrips += 1;
      return queryable.query(...args);
    }) as Queryable['query'],
  });
  return {
    ...counted,
    query: count(counted).query,
    transaction(work) {
      roundTrips += 2; // its begin and its end
      return counted.transaction(client => work(count(client)));
    },
  };
}

async function take(body: string): Promise<[string, number]> {
  roundTrips = 0;
  const { outcome } = await desk.take(bytesOf(body));
  return [outcome, roundTrips];
}

test('a delivery costs few round trips, since every one is waited for while a person’s lock is held', async () => {
  const [introduction, approval] = [webhookBody('u-trips', 1, pending), webhookBody('u-trips', 2, green)];
  expect(await take(introduction)).toEqual(['changed', 9]);
  expect(await take(approval)).toEqual(['changed', 8]);
  expect(await take(webhookBody('u-trips', 3, { ...green, type: 'applicantTagsChanged' }))).toEqual(['unchanged', 6]);
  expect(await take(approval)).toEqual(['duplicate', 5]);
  expect(await take(webhookBody('u-trips', 4, { ...redFinal, applicantActionId: 'a-1' }))).toEqual(['ignored', 1]);
  expect(await take('not json')).toEqual(['malformed', 4]);
});

/** A desk with the lines of its log, each as its level, facts and message. */
function openDesk(options: { database?: Database; environment?: 'sandbox' | 'production' } = {}) {
  const lines: [string, LogFacts, string][] = [];
  const arrivals: (string | null)[] = [];
  const write = (level: string) => (facts: LogFacts, message: string) => void lines.push([level, facts, message]);
  const log = { ...silentLog, warn: write('warn'), error: write('error') } as Log;
  const onArrival = ({ type }: DeliveryFacts) => void arrivals.push(type);
  const opened = createDeliveryDesk({ database: real, log, environment: 'sandbox', onArrival, ...options });
  return { ...opened, lines, arrivals };
}

async function readLast(columns: string): Promise<unknown> {
  return (await real.query(`select ${columns} from deliveries order by id desc limit 1`)).rows[0];
}

test('keeps of a delivery what was read of it and what became of it', async () => {
  const fields = { ...redFinal, correlationId: 'req-1', sandboxMode: false, createdAtMs: '2026-11-20 12:00:01.250' };
  const body = webhookBody('u-kept', 1, fields);
  await openDesk().take(bytesOf(body));
  expect(
    await readLast(
      `outcome, reason, body_hash = sha256(convert_to('${body}', 'utf8')) as is_hash, body_bytes, type, applicant_id,
       external_user_id, level_name, happened_at, review_status, review_answer, review_reject_type, sandbox_mode,
       correlation_id, kind, exists (select from events where key = event_key and delivery_id = id) as is_cause`,
    ),
  ).toEqual({
    ...{ outcome: 'changed', reason: null, is_hash: true, body_bytes: body.length, type: 'applicantReviewed' },
    ...{ applicant_id: 'applicant-of-u-kept', external_user_id: 'u-kept', level_name: 'basic-kyc-level' },
    ...{ happened_at: new Date('2026-11-20T12:00:01.250Z'), review_status: 'completed', review_answer: 'RED' },
    ...{ review_reject_type: 'FINAL', sandbox_mode: false, correlation_id: 'req-1', kind: 'rejected', is_cause: true },
  });
});

test('keeps of a delivery that means nothing no event', async () => {
  await openDesk().take(bytesOf(webhookBody('u-kept', 1, { type: 'somethingNew' })));
  expect(await readLast('outcome, reason, event_key, kind')).toEqual({
    ...{ outcome: 'ignored', reason: 'unknown-type', event_key: null, kind: null },
  });
});

test('tells of everything that arrives, and logs what changes nothing by its reason, but for actions', async () => {
  const { take: receive, lines, arrivals } = openDesk();
  await receive(bytesOf(webhookBody('u-logged', 1, green)));
  await receive(bytesOf(webhookBody('u-logged', 2, { type: 'somethingNew' })));
  await receive(bytesOf(webhookBody('u-logged', 3, { ...green, applicantActionId: 'a-1' })));
  await receive(bytesOf('not json'));
  expect(arrivals).toEqual(['applicantReviewed', 'somethingNew', 'applicantReviewed', null]);
  const kept = (outcome: string, reason: string) => [
    'warn',
    { deliveryId: expect.stringMatching(/^\d+$/), outcome, reason },
    'a delivery is kept and changes nothing',
  ];
  expect(lines).toEqual([kept('ignored', 'unknown-type'), kept('malformed', 'not-json-with-a-type')]);
});

test('refuses in production what the sandbox sent, and keeps that it came', async () => {
  const { take: receive } = openDesk({ environment: 'production' });
  const body = (sandboxMode: boolean) => bytesOf(webhookBody('u-production', 1, { ...green, sandboxMode }));
  expect(await receive(body(true))).toEqual({ outcome: 'refused', reason: 'sandbox' });
  expect(await readLast('outcome, reason, external_user_id')).toEqual({
    ...{ outcome: 'refused', reason: 'sandbox', external_user_id: 'u-production' },
  });
  expect(await receive(body(false))).toEqual({ outcome: 'changed' });
});

describe('the status of somebody in review', () => {
  const inReview = async (externalUserId: string) => {
    await desk.take(bytesOf(webhookBody(externalUserId, 1, pending)));
    await real.query('update verifications set check_cause = null where external_user_id = $1', [externalUserId]);
  };
  const causeOf = async (externalUserId: string) => {
    const asked = 'select check_cause from verifications where external_user_id = $1';
    return (await real.query(asked, [externalUserId])).rows[0]?.check_cause;
  };

  test.each<[string, 'sandbox' | 'production', object, string | null]>([
    ['in doubt after an unknown type', 'sandbox', { type: 'somethingNew' }, 'doubt'],
    ['in doubt after a delivery without a time', 'sandbox', { ...green, createdAtMs: null }, 'doubt'],
    ['in no doubt after an action', 'sandbox', { ...green, applicantActionId: 'a-1' }, null],
    ['in no doubt after a delivery of the sandbox', 'production', { type: 'somethingNew' }, null],
  ])('is %s', async (name, environment, fields, cause) => {
    const externalUserId = `u-${name.length}-${environment}`;
    await inReview(externalUserId);
    await openDesk({ environment }).take(bytesOf(webhookBody(externalUserId, 2, { ...fields })));
    expect(await causeOf(externalUserId)).toBe(cause);
  });
});

describe('a failure of our own code', () => {
  const failing = (error: unknown): Database => ({ ...real, transaction: () => Promise.reject(error) });

  test.each<[string, unknown, string]>([
    ['its code', Object.assign(new Error('planted'), { code: 'XX001' }), 'XX001'],
    ['its name where it has no code', new TypeError('planted'), 'TypeError'],
    ['its name where the code is a sentence', Object.assign(new RangeError(), { code: 'planted words' }), 'RangeError'],
    ['nothing where the name is one, too', Object.assign(new Error(), { name: 'planted words' }), 'unknown'],
    ['nothing where it is no error', 'planted', 'unknown'],
  ])('is kept by %s', async (_name, error, reason) => {
    const { take: receive, lines } = openDesk({ database: failing(error) });
    expect(await receive(bytesOf(webhookBody('u-failing', 1, green)))).toEqual({ outcome: 'failed', reason });
    expect(await readLast('outcome, reason, external_user_id, kind')).toEqual({
      ...{ outcome: 'failed', reason, external_user_id: 'u-failing', kind: 'approved' },
    });
    expect(lines).toEqual([
      [
        'error',
        { deliveryId: expect.stringMatching(/^\d+$/), error: expect.anything() },
        'a delivery is kept, acting on it failed',
      ],
    ]);
  });

  test('is none where the database is away: nothing is kept, and IDnGO is to send it again', async () => {
    const { take: receive, lines } = openDesk({ database: failing(new DatabaseUnavailable('away')) });
    const count = async () => (await real.query('select 1 from deliveries')).rowCount;
    const before = await count();
    await expect(receive(bytesOf(webhookBody('u-away', 1, green)))).rejects.toThrow(DatabaseUnavailable);
    expect([await count(), lines]).toEqual([before, []]);
  });
});
