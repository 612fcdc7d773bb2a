import { describe, expect, test } from 'vitest';
import { createFakeClock } from '#sandbox/fake-clock';
import { createTestDatabase } from '#testing/test-database';
import type { Database } from '../database/database';
import { createIdngoClient } from '../idngo-client/idngo-client';
import type { Log } from '../log';
import { createMetrics } from '../metrics';
import { recordStatus } from '../verifications/record-status';
import { readVerification } from '../verifications/verification-rows';
import { createReconciler } from './reconciler';

const level = 'basic-kyc-level';
const goOn = new AbortController().signal;
let people = 0;

type Answer = (externalUserId: string, init?: RequestInit) => Response | Promise<Response>;

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

function review(fields: object): Answer {
  return externalUserId => json({ id: `applicant-of-${externalUserId}`, review: { levelName: level, ...fields } });
}

const stillPending = review({ reviewStatus: 'pending' });
const green = review({
  reviewStatus: 'completed',
  reviewDate: '2026-11-25 12:10:00+0000',
  reviewResult: { reviewAnswer: 'GREEN' },
});

/** As `fetch` does: it ends when its signal says so. */
function neverAnswer(init: RequestInit | undefined): Promise<Response> {
  return new Promise((_, reject) => {
    const end = () => reject(init?.signal?.reason);
    if (init?.signal?.aborted) end();
    init?.signal?.addEventListener('abort', end);
  });
}

function createRig(database: Database, answer: Answer, options: { random?: () => number } = {}) {
  const clock = createFakeClock(Date.UTC(2026, 10, 25, 13, 0, 0));
  const asked: string[] = [];
  const counted: string[] = [];
  const logged: { fields: unknown; message: string }[] = [];
  const write = (fields: unknown, message: string) => logged.push({ fields, message });
  const rig = { answer, asked, counted, logged, clock, onTheWay: 0, mostOnTheWay: 0 };
  const reconciler = createReconciler({
    database,
    idngo: createIdngoClient({
      baseUrl: 'https://api.idngo.example',
      appToken: 'sbx:token.private',
      secretKey: 'secret',
      now: clock.now,
      retryDelaysMs: [],
      timeoutMs: 200,
      fetch: async (input, init) => {
        const externalUserId = decodeURIComponent(/externalUserId=([^/]+)/.exec(String(input))?.[1] ?? '');
        asked.push(externalUserId);
        rig.onTheWay += 1;
        rig.mostOnTheWay = Math.max(rig.mostOnTheWay, rig.onTheWay);
        try {
          return await rig.answer(externalUserId, init);
        } finally {
          rig.onTheWay -= 1;
        }
      },
    }),
    log: { info: write, warn: write, error: write } as unknown as Log,
    metrics: { countCheck: outcome => counted.push(outcome) },
    now: clock.now,
    random: options.random ?? (() => 0.5),
  });
  return Object.assign(rig, { run: (signal = goOn) => reconciler.run(signal) });
}

/** Somebody in review whom a delivery without an applicant's id told of. */
async function addPerson(database: Database): Promise<{ externalUserId: string; id: string }> {
  people += 1;
  const externalUserId = `u-reconcile-${people}`;
  const happenedAt = new Date(Date.UTC(2026, 10, 25, 12, 0, 0));
  await database.transaction(client =>
    recordStatus(client, {
      cause: { kind: 'delivery', deliveryId: '1' },
      type: 'applicantPending',
      subject: { externalUserId, applicantId: null },
      event: { key: externalUserId, kind: 'submitted', levelName: level, happenedAt },
    }),
  );
  const { rows } = await database.query<{ id: string }>('select id from verifications where external_user_id = $1', [
    externalUserId,
  ]);
  return { externalUserId, id: rows[0]?.id ?? '' };
}

async function createPeople(count: number) {
  const database = await createTestDatabase();
  await database.query(
    `insert into deliveries (outcome) values ('changed')`, // the one that everybody below comes from
  );
  const found = [];
  for (let made = 0; made < count; made += 1) found.push(await addPerson(database));
  await makeDue(database);
  return { database, people: found };
}

async function makeDue(database: Database): Promise<void> {
  await database.query(`update verifications set check_at = now() where check_at is not null`);
}

async function countDue(database: Database): Promise<number> {
  return (await database.query('select 1 from verifications where check_at <= now()')).rowCount ?? 0;
}

async function readChecks(database: Database) {
  const { rows } = await database.query<{ cause: string; outcome: string; error_code: string | null }>(
    'select cause, outcome, error_code, review_status, review_answer from status_checks order by id',
  );
  return rows;
}

test('asks about everybody who is due, a few at a time, and about each once', async () => {
  const { database } = await createPeople(50);
  let waiting: (() => void)[] = [];
  const rig = createRig(database, async externalUserId => {
    const isAnswered = new Promise<void>(resolve => waiting.push(resolve));
    if (waiting.length === 4 || rig.asked.length === 50) {
      // Long enough for a fifth to come, if one could.
      for (let query = 0; query < 3; query += 1) await database.query('select 1');
      for (const answer of waiting) answer();
      waiting = [];
    }
    await isAnswered;
    return stillPending(externalUserId);
  });
  await rig.run();
  expect(rig.asked).toHaveLength(50);
  expect(new Set(rig.asked).size).toBe(50);
  expect(rig.mostOnTheWay).toBe(4);
  expect(await countDue(database)).toBe(0);
  expect(rig.counted).toEqual(Array.from({ length: 50 }, () => 'agreed'));
});

test('never asks about one person twice at a time, though they may be due at two levels', async () => {
  const { database, people } = await createPeople(1);
  await database.query(
    `insert into verifications (external_user_id, level_name, status, check_at) values ($1, 'another-level', 'in-review', now())`,
    [people[0]?.externalUserId],
  );
  const rig = createRig(database, async externalUserId => {
    await database.query('select 1');
    return stillPending(externalUserId);
  });
  await rig.run();
  await rig.run();
  expect(rig.asked).toHaveLength(2);
  expect(rig.mostOnTheWay).toBe(1);
});

test('two processes ask about each person once', async () => {
  const { database } = await createPeople(50);
  const rigs = [createRig(database, stillPending), createRig(database, stillPending)];
  await Promise.all(rigs.map(rig => rig.run()));
  const asked = rigs.flatMap(rig => rig.asked);
  expect(asked).toHaveLength(50);
  expect(new Set(asked).size).toBe(50);
});

test('records what no delivery told, with its cause, and plans anew', async () => {
  const { database, people } = await createPeople(1);
  const [person] = people;
  const rig = createRig(database, green);
  await rig.run();
  expect(await readVerification(database, person?.id ?? '')).toMatchObject({
    standing: { status: 'verified', since: new Date('2026-11-25T12:10:00Z') },
    revision: 2,
  });
  expect(await readChecks(database)).toEqual([
    { cause: 'overdue', outcome: 'missing', error_code: null, review_status: 'completed', review_answer: 'GREEN' },
  ]);
  const { rows } = await database.query(
    `select e.kind, e.stand_in, e.type, a.action, a.actor from events e
     join status_checks s on s.id = e.status_check_id join audit_trail a on a.status_check_id = s.id`,
  );
  expect(rows).toEqual([
    { kind: 'approved', stand_in: 'second', type: 'statusCheck', action: 'status-changed', actor: 'provider' },
  ]);
  expect(rig.counted).toEqual(['missing']);
  expect(rig.logged).toEqual([
    { message: 'a webhook is missing', fields: { verificationId: person?.id, statusCheckId: '1', cause: 'overdue' } },
  ]);
  await makeDue(database);
  await rig.run();
  expect(rig.counted).toEqual(['missing', 'agreed']);
});

test('counts its questions, and the webhooks that were missing', async () => {
  const metrics = createMetrics();
  for (const outcome of ['agreed', 'missing', 'missing']) metrics.countCheck(outcome);
  const { body } = await metrics.render();
  expect(body).toContain('portico_reconciler_checks_total{outcome="missing"} 2');
  expect(body).toContain('portico_webhooks_missing_total 2');
});

test('asks ever more rarely while nothing happens', async () => {
  const { database } = await createPeople(1);
  const rig = createRig(database, stillPending);
  const waits: number[] = [];
  for (let round = 0; round < 4; round += 1) {
    await makeDue(database);
    await rig.run();
    const { rows } = await database.query<{ minutes: number }>(
      'select extract(epoch from check_at - now())::float / 60 as minutes from verifications',
    );
    waits.push(Math.round(rows[0]?.minutes ?? 0));
  }
  expect(waits).toEqual([20, 40, 80, 160]);
});

test('whoever asked for it comes first, and is not made to wait longer the next time', async () => {
  const { database, people } = await createPeople(6);
  const last = people.at(-1);
  await database.query(`update verifications set check_cause = 'requested' where id = $1`, [last?.id]);
  const rig = createRig(database, stillPending);
  await rig.run();
  expect(rig.asked.slice(0, 4)).toContain(last?.externalUserId);
  const { rows } = await database.query('select checks_made, check_cause from verifications where id = $1', [last?.id]);
  expect(rows).toEqual([{ checks_made: 0, check_cause: 'overdue' }]);
});

test('keeps a request that comes while the question is on its way', async () => {
  const { database, people } = await createPeople(1);
  let requests = 0;
  const rig = createRig(database, async externalUserId => {
    requests += 1;
    if (requests === 1) {
      await database.query(`update verifications set check_at = now(), check_cause = 'requested' where id = $1`, [
        people[0]?.id,
      ]);
    }
    return stillPending(externalUserId);
  });
  await rig.run();
  expect(rig.asked).toHaveLength(2);
  expect((await readChecks(database)).map(({ cause }) => cause)).toEqual(['overdue', 'requested']);
});

test('records nothing of an answer that a delivery was faster than', async () => {
  const { database, people } = await createPeople(1);
  const externalUserId = people[0]?.externalUserId ?? '';
  const rig = createRig(database, async asked => {
    await database.transaction(client =>
      recordStatus(client, {
        cause: { kind: 'delivery', deliveryId: '1' },
        type: 'applicantReviewed',
        subject: { externalUserId, applicantId: null },
        event: { key: 'faster', kind: 'approved', levelName: level, happenedAt: new Date('2026-11-25T12:10:00.244Z') },
      }),
    );
    return green(asked);
  });
  await rig.run();
  expect(rig.counted).toEqual(['agreed']);
  expect((await database.query('select 1 from events')).rowCount).toBe(2);
});

test('takes nothing from an answer that is about somebody else', async () => {
  const { database, people: found } = await createPeople(1);
  const ofAnother: Answer = async (...asked) =>
    json({ ...((await (await green(...asked)).json()) as object), externalUserId: 'somebody-else' });
  const rig = createRig(database, ofAnother);
  await rig.run();
  expect(rig.counted).toEqual(['failed']);
  expect((await readVerification(database, found[0]?.id ?? ''))?.standing.status).toBe('in-review');
  expect((await database.query('select from applicants')).rowCount).toBe(0);
});

describe('when IDnGO fails', () => {
  test.each<[string, Answer, string]>([
    ['with 500', () => json({ code: 500 }, 500), 'unavailable'],
    ['with a gateway’s page', () => new Response('<html>', { status: 502 }), 'unavailable'],
    ['with 429', () => json({ code: 429 }, 429), 'rate-limited'],
    ['with 401', () => json({ code: 401, errorCode: 4001 }, 401), 'refused'],
    ['with 403', () => json({ code: 403 }, 403), 'refused'],
    ['by not being there', () => Promise.reject(new TypeError('fetch failed')), 'unreachable'],
    ['by not answering', (_, init) => neverAnswer(init), 'timed-out'],
  ])('%s: changes nothing, leaves everybody due, waits, and says so once', async (_name, failing, code) => {
    const { database, people } = await createPeople(12);
    const rig = createRig(database, failing);
    await rig.run();
    expect(rig.asked.length).toBeLessThanOrEqual(4);
    expect(await countDue(database)).toBe(12);
    expect(new Set((await readChecks(database)).map(check => `${check.outcome} ${check.error_code}`))).toEqual(
      new Set([`failed ${code}`]),
    );
    expect(rig.logged.map(({ message }) => message)).toEqual([
      'IDnGO cannot be asked for statuses; asking again later',
    ]);
    expect(await readVerification(database, people[0]?.id ?? '')).toMatchObject({ revision: 1 });

    const before = rig.asked.length;
    await rig.run();
    expect(rig.asked).toHaveLength(before);

    rig.clock.advance(5_000);
    await rig.run();
    expect(rig.asked, 'one goes ahead of the others').toHaveLength(before + 1);

    rig.clock.advance(10_000);
    rig.answer = stillPending;
    await rig.run();
    expect(await countDue(database)).toBe(0);
  });

  test('names the cause of a 401, and neither a person nor a secret', async () => {
    const { database, people } = await createPeople(1);
    const rig = createRig(database, () => json({ code: 401, errorCode: 4001 }, 401));
    await rig.run();
    const text = JSON.stringify(rig.logged);
    expect(text).toContain('same environment');
    for (const secret of [people[0]?.externalUserId ?? '', 'sbx:token', 'private']) expect(text).not.toContain(secret);
  });

  test('leaves it alone for as long as it asks', async () => {
    const { database } = await createPeople(1);
    const rig = createRig(
      database,
      () => new Response('{"code":429}', { status: 429, headers: { 'retry-after': '90' } }),
    );
    await rig.run();
    rig.clock.advance(89_000);
    await rig.run();
    expect(rig.asked).toHaveLength(1);
    rig.clock.advance(1_000);
    await rig.run();
    expect(rig.asked).toHaveLength(2);
  });

  test('only about one person: the others do not wait for it', async () => {
    const { database, people } = await createPeople(6);
    const rig = createRig(database, externalUserId =>
      externalUserId === people[0]?.externalUserId ? new Response('{"id":') : stillPending(externalUserId),
    );
    await rig.run();
    expect(rig.asked).toHaveLength(6);
    expect(await countDue(database)).toBe(0);
    expect(rig.counted.toSorted()).toEqual(['agreed', 'agreed', 'agreed', 'agreed', 'agreed', 'failed']);
    expect(rig.logged.map(({ message }) => message)).toEqual(['a status check failed']);
  });
});

test('stops at once when it is told to, and leaves the person due', async () => {
  const { database } = await createPeople(3);
  const stop = new AbortController();
  const rig = createRig(database, (_, init) => {
    stop.abort();
    return neverAnswer(init);
  });
  await rig.run(stop.signal);
  expect(await countDue(database)).toBe(3);
  expect(await readChecks(database)).toEqual([]);
});

test('whoever dies over a question leaves it to others two minutes later', async () => {
  const { database } = await createPeople(1);
  const dead = createRig(database, () => new Promise(() => undefined));
  void dead.run();
  await expect.poll(() => dead.asked.length).toBe(1);
  const other = createRig(database, stillPending);
  await other.run();
  expect(other.asked).toHaveLength(0);
  await database.query(`update verifications set check_at = check_at - interval '2 minutes'`);
  await other.run();
  expect(other.asked).toHaveLength(1);
});
