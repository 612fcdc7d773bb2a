import { describe, expect, test } from 'vitest';
import { createTestApp, deliver, green, redFinal, webhookBody } from '#testing/test-app';
import { silentLog } from '../log';
import { createSessions } from '../sessions/sessions';
import { recordStatus } from '../verifications/record-status';
import { countRows } from './erase-person';
import { createRetentionJob } from './retention';
import { retentionTable } from './retention-table';

const dayMs = 24 * 60 * 60 * 1000;
/** The rows are made by the database's clock, so the app's is set relative to it. */
const start = Date.now();

const { app, database } = await createTestApp();
const sessions = createSessions(database, 'a-session-secret-for-tests', () => start);

function deliverAt(externalUserId: string, daysAgo: number, fields: Record<string, unknown>) {
  const createdAtMs = new Date(start - daysAgo * dayMs).toISOString().replace('T', ' ').replace('Z', '');
  return deliver(app, webhookBody(externalUserId, 0, { ...fields, createdAtMs }));
}

function signIn(externalUserId: string) {
  return sessions.create({ externalUserId, levelName: 'basic-kyc-level', returnUrl: null });
}

/** As if it were so many days later. */
function enforce(daysLater: number, batch = 500, signal = new AbortController().signal) {
  return createRetentionJob({ database, log: silentLog, now: () => start + daysLater * dayMs, batch }).run(signal);
}

async function count(table: string, where: string) {
  const { rows } = await database.query<{ count: number }>(`select count(*)::int from ${table} where ${where}`);
  return rows[0]?.count;
}

const of = (externalUserId: string) => `external_user_id = '${externalUserId}'`;
const about = (externalUserId: string) => `subject_pseudonym = pseudonym('${externalUserId}')`;

test('every column of every table is in the statement of what is kept, and nothing that does not exist', async () => {
  const { rows } = await database.query<{ table_name: string; column_name: string }>(
    `select table_name, column_name from information_schema.columns where table_schema = 'public'`,
  );
  const stated = Object.entries(retentionTable).flatMap(([table, { columns }]) =>
    Object.keys(columns).map(column => `${table}.${column}`),
  );
  expect(stated.sort()).toEqual(rows.map(row => `${row.table_name}.${row.column_name}`).sort());
  expect(stated.length).toBeGreaterThan(60);
});

test('every table that names a person says what happens to the person’s rows', () => {
  const naming = Object.entries(retentionTable).filter(([, { columns }]) =>
    ['external_user_id', 'applicant_id'].some(column => Object.hasOwn(columns, column)),
  );
  expect(naming.map(([table]) => table)).toEqual(['verifications', 'events', 'applicants', 'deliveries']);
  expect(naming.filter(([, { rules }]) => !rules.some(rule => rule.kind === 'with-person'))).toEqual([]);
});

test('the tables whose rows are said to go with the person are those that an erasure empties of them', async () => {
  const stated = Object.entries(retentionTable).filter(([, { rules }]) =>
    rules.some(rule => rule.kind === 'with-person'),
  );
  expect(stated.map(([table]) => table).sort()).toEqual(Object.keys(await countRows(database, 'u-nobody')).sort());
});

describe('after its time', () => {
  test('a delivery is deleted, and the event it brought keeps its place', async () => {
    for (let number = 0; number < 7; number += 1) await deliverAt(`u-aged-${number}`, 1, green);
    await enforce(89, 3);
    expect(await count('deliveries', `external_user_id like 'u-aged-%'`)).toBe(7);
    await enforce(91, 3);
    expect(await count('deliveries', `external_user_id like 'u-aged-%'`)).toBe(0);
    expect(await count('events', `external_user_id like 'u-aged-%' and delivery_id is null`)).toBe(7);
    expect(await count('verifications', `external_user_id like 'u-aged-%' and status = 'verified'`)).toBe(7);
  });

  test('an event of an applicant whom nobody introduced is deleted', async () => {
    await deliverAt('u-unknown', 1, { ...green, externalUserId: undefined });
    await deliverAt('u-known', 1, green);
    await enforce(89);
    expect(await count('events', `applicant_id = 'applicant-of-u-unknown'`)).toBe(1);
    await enforce(91);
    expect(await count('events', `applicant_id = 'applicant-of-u-unknown'`)).toBe(0);
    expect(await count('events', `applicant_id = 'applicant-of-u-known'`)).toBe(1);
  });

  test('a status check is deleted', async () => {
    await database.query(
      `insert into status_checks (verification_id, cause, outcome) values (gen_random_uuid(), 'doubt', 'agreed')`,
    );
    await enforce(89);
    expect(await count('status_checks', 'true')).toBe(1);
    await enforce(91);
    expect(await count('status_checks', 'true')).toBe(0);
  });

  test('a draft of a theme that was deleted is forgotten with its versions, and what was published of it stays', async () => {
    await database.query(`
      with draft as (insert into theme_drafts (created_by, deleted_at) values ('ann', now()), ('ann', null) returning id)
      insert into theme_versions select id, 1, 'Old', '{}', now(), 'ann', true from draft`);
    await database.query(`insert into theme_files values ('/themes/old/1.css', 'p{}')`);
    await database.query(`
      insert into theme_publications (name, document, draft_id, version, frame_path, paper_light, paper_dark, published_by)
      select 'Old', '{}', id, 1, '/themes/old/1.css', '#fff', '#000', 'ann' from theme_drafts`);
    await enforce(29);
    expect(await count('theme_versions', 'true')).toBe(2);
    await enforce(31);
    expect(await count('theme_versions', 'true')).toBe(1);
    expect(await count('theme_publications', 'draft_id is null')).toBe(1);
    expect(await count('theme_files', 'true')).toBe(1);
  });

  test('what expires is deleted when it has: sessions, spent tokens, rate limits', async () => {
    await signIn('u-session');
    const tomorrow = start + dayMs;
    await database.query(`insert into spent_tokens values ('\\x01', $1)`, [new Date(tomorrow)]);
    await database.query(`insert into rate_limits values ('a', 1, $1), ('for-ever', 1, null)`, [tomorrow]);
    const left = async () => [
      await count('sessions', 'true'),
      await count('spent_tokens', 'true'),
      await count('rate_limits', 'true'),
    ];
    await enforce(0.5);
    expect(await left()).toEqual([1, 1, 2]);
    await enforce(31);
    expect(await left()).toEqual([0, 0, 1]);
  });

  test('an entry of the audit trail is deleted, after five years and not before', async () => {
    await deliverAt('u-audited', 1, green);
    await enforce(5 * 365 - 1);
    expect(await count('audit_trail', about('u-audited'))).toBe(1);
    await enforce(5 * 365 + 1);
    expect(await count('audit_trail', `${about('u-audited')} and action = 'status-changed'`)).toBe(0);
  });

  test('a person is erased five years after their last change, unless they are signed in', async () => {
    await deliverAt('u-old', 0, green);
    await deliverAt('u-here', 0, green);
    await signIn('u-here');
    await database.query(`update sessions set expires_at = now() + interval '10 years'`);
    await enforce(5 * 365 - 1);
    expect(await count('verifications', of('u-old'))).toBe(1);
    await enforce(5 * 365 + 1);
    expect(await count('verifications', of('u-old'))).toBe(0);
    expect(await count('events', of('u-old'))).toBe(0);
    expect(await count('audit_trail', `${about('u-old')} and action = 'erased' and actor = 'system'`)).toBe(1);
    expect(await count('verifications', of('u-here'))).toBe(1);
  });
});

describe('somebody IDnGO deleted', () => {
  const deleted = { type: 'applicantDeleted', reviewStatus: 'init' };

  test.each(['applicantDeleted', 'applicantPersonalDataDeleted'])('by %s is erased thirty days later', async type => {
    const id = `u-${type}`;
    await deliverAt(id, 5, green);
    await deliverAt(id, 4, { type });
    await deliverAt(`${id}-not`, 4, green);
    await enforce(25);
    expect(await count('verifications', of(id))).toBe(1);
    await enforce(27);
    expect(await count('verifications', of(id))).toBe(0);
    expect(await count('verifications', of(`${id}-not`))).toBe(1);
    expect(await count('audit_trail', `${about(id)} and detail->>'reason' = 'deleted-at-provider'`)).toBe(1);
  });

  test('and who was created anew there is kept', async () => {
    await deliverAt('u-anew', 4, deleted);
    await deliverAt('u-anew', 3, { type: 'applicantCreated' });
    await enforce(60);
    expect(await count('verifications', of('u-anew'))).toBe(1);
  });

  test('and of whom IDnGO says something later is kept until thirty days after that', async () => {
    await deliverAt('u-noted', 20, deleted);
    await deliverAt('u-noted', 1, { type: 'applicantTagsChanged' });
    await enforce(25);
    expect(await count('verifications', of('u-noted'))).toBe(1);
    await enforce(30);
    expect(await count('verifications', of('u-noted'))).toBe(0);
  });

  test('only as far as an answer lets conclude is kept, and no deletion is announced', async () => {
    await deliverAt('u-unknown', 5, { type: 'applicantCreated' });
    const { rows } = await database.query<{ id: string }>(
      `insert into status_checks (verification_id, cause, outcome) values (gen_random_uuid(), 'overdue', 'missing') returning id`,
    );
    await database.transaction(client =>
      recordStatus(client, {
        cause: { kind: 'status-check', statusCheckId: rows[0]?.id ?? '' },
        type: 'statusCheck',
        subject: { externalUserId: 'u-unknown', applicantId: null },
        event: {
          ...{ key: 'concluded', kind: 'deleted', levelName: null },
          ...{ happenedAt: new Date(start - 4 * dayMs), standIn: 'later' },
        },
      }),
    );
    await enforce(60);
    expect(await count('verifications', `${of('u-unknown')} and status = 'not-started'`)).toBe(1);
    expect(await count('audit_trail', `${about('u-unknown')} and action = 'deletion-announced'`)).toBe(0);
  });

  test('and who is signed in, or was since, is kept', async () => {
    await deliverAt('u-back', 4, deleted);
    await signIn('u-back');
    await enforce(29);
    expect(await count('verifications', of('u-back'))).toBe(1);
    await database.query(
      `insert into audit_trail (action, actor, subject_pseudonym) values ('signed-in', 'person', pseudonym('u-back'))`,
    );
    await enforce(40);
    expect(await count('sessions', 'true')).toBe(1); // u-here's
    expect(await count('verifications', of('u-back'))).toBe(1);
  });

  test('is not brought back by what is delivered again', async () => {
    await deliverAt('u-late', 5, redFinal);
    await deliverAt('u-late', 4, deleted);
    await enforce(27);
    await deliverAt('u-late', 5, redFinal);
    await deliverAt('u-late', 4, deleted);
    expect(await count('verifications', of('u-late'))).toBe(0);
    expect(await count('deliveries', of('u-late'))).toBe(0);
    expect(await count('events', `applicant_id = 'applicant-of-u-late'`)).toBe(0);
  });
});

test('a delivery that was being kept while its person was erased loses its name at the next run', async () => {
  await database.query(
    `insert into erasures values (pseudonym('u-race'), now());
     insert into deliveries (outcome, external_user_id, applicant_id, happened_at) values ('failed', 'u-race', 'a-race', now() - interval '1 s');
     insert into deliveries (outcome, external_user_id) values ('failed', 'u-other')`,
  );
  await enforce(0);
  expect(await count('deliveries', `external_user_id = 'u-race' or applicant_id = 'a-race'`)).toBe(0);
  expect(await count('deliveries', of('u-other'))).toBe(1);
});

test('a run waits for no row that somebody else holds, and does nothing once it is cut off', async () => {
  await deliverAt('u-held', 1, green);
  await deliverAt('u-free', 1, green);
  await database.transaction(async client => {
    await client.query(`select from deliveries where external_user_id = 'u-held' for update`);
    await enforce(91);
    expect([await count('deliveries', of('u-held')), await count('deliveries', of('u-free'))]).toEqual([1, 0]);
  });
  await enforce(91, 500, AbortSignal.abort());
  expect(await count('deliveries', of('u-held'))).toBe(1);
});
