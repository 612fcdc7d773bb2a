import type { Context } from 'hono';
import { expect, test } from 'vitest';
import type { ProblemCode } from '#contract/problem';
import { createTestDatabase } from '#testing/test-database';
import { type Log, type LogFacts, silentLog } from '../log';
import { Refusal } from '../problems';
import { createEntryRefusal } from './entry-refusal';

const database = await createTestDatabase();

/** What becomes of a failed entry, with what it left behind. */
async function refuse(
  error: unknown,
  options: { isAborted?: boolean; isWithin?: boolean; consume?: () => Promise<void> } = {},
) {
  const earlier = (await database.query('select max(id) as id from audit_trail')).rows[0]?.id ?? 0;
  const lines: [string, LogFacts, string][] = [];
  const counted: unknown[] = [];
  const write = (level: string) => (facts: LogFacts, message: string) => void lines.push([level, facts, message]);
  const refuseEntry = createEntryRefusal({
    database,
    log: { ...silentLog, warn: write('warn'), error: write('error') } as Log,
    addresses: { read: () => '192.0.2.1' },
    limits: {
      consume: async (...count) => {
        counted.push(count);
        await options.consume?.();
      },
      isWithin: async (...count) => {
        counted.push(count);
        return options.isWithin ?? true;
      },
      purge: async () => undefined,
    },
  });
  const signal = options.isAborted ? AbortSignal.abort() : new AbortController().signal;
  const c = { req: { raw: { signal } }, get: (name: string) => `the ${name}` } as unknown as Context;
  const told = await refuseEntry(c, error, 'host');
  const written = 'select action, actor, detail from audit_trail where id > $1';
  const { rows: audited } = await database.query(written, [earlier]);
  return { told, lines, counted, audited };
}

const logged = (code: string) => [
  'warn',
  { requestId: 'the requestId', code, reason: 'a-reason' },
  'an entry was refused',
];
const inTrail = (code: string) => ({ action: 'sign-in-refused', actor: 'host', detail: { code, reason: 'a-reason' } });
const ofAddress = ['refused-entry', '192.0.2.1'];
const ofTrail = ['refused-entry-audit', 'everybody'];

test.each<[ProblemCode, string]>([
  ['hand-over-expired', 'expired'],
  ['hand-over-invalid', 'invalid'],
  ['hand-over-used', 'used'],
  ['cross-site', 'unavailable'],
])('%s is told as %s, counted, logged and audited', async (code, told) => {
  expect(await refuse(new Refusal(code, 'a-reason'))).toEqual({
    told,
    lines: [logged(code)],
    counted: [ofAddress, ofTrail],
    audited: [inTrail(code)],
  });
});

test('keys that are away count against nobody', async () => {
  const code = 'hand-over-unavailable';
  expect(await refuse(new Refusal(code, 'a-reason'))).toEqual({
    told: 'unavailable',
    lines: [logged(code)],
    counted: [ofTrail],
    audited: [inTrail(code)],
  });
});

test('more than the trail takes in is logged all the same', async () => {
  const refused = await refuse(new Refusal('hand-over-invalid', 'a-reason'), { isWithin: false });
  expect(refused).toMatchObject({ told: 'invalid', lines: [logged('hand-over-invalid')], audited: [] });
});

test.each<[string, Parameters<typeof refuse>, string]>([
  ['one that was limited', [new Refusal('rate-limited', 'Try again')], 'busy'],
  [
    'one too many of an address',
    [
      new Refusal('hand-over-invalid', 'a-reason'),
      { consume: () => Promise.reject(new Refusal('rate-limited', 'Try again')) },
    ],
    'busy',
  ],
  [
    'one that is refused in a way nobody is told of',
    [
      new Refusal('hand-over-invalid', 'a-reason'),
      { consume: () => Promise.reject(new Refusal('too-busy', 'Try again')) },
    ],
    'unavailable',
  ],
  [
    'one while the database is away',
    [new Refusal('hand-over-invalid', 'a-reason'), { consume: () => Promise.reject(new Error('away')) }],
    'unavailable',
  ],
  ['one whose browser has left', [new Refusal('hand-over-invalid', 'a-reason'), { isAborted: true }], 'unavailable'],
])('of %s nothing is written', async (_name, given, told) => {
  expect(await refuse(...given)).toMatchObject({ told, lines: [], audited: [] });
});

test('neither a limited entry nor one that was left counts', async () => {
  expect((await refuse(new Refusal('rate-limited', 'Try again'))).counted).toEqual([]);
  expect((await refuse(new Refusal('hand-over-invalid', 'a-reason'), { isAborted: true })).counted).toEqual([]);
});

test('a failure of our own is an error in the log, and counts against nobody', async () => {
  expect(await refuse(new TypeError('planted'))).toEqual({
    told: 'unavailable',
    lines: [['error', { requestId: 'the requestId', error: expect.anything() }, 'an entry failed']],
    counted: [],
    audited: [],
  });
});
