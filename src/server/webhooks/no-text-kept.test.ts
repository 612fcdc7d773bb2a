import { expect, test } from 'vitest';
import { createTestApp, deliver, enter, redFinal, redRetry, webhookBody } from '#testing/test-app';

const testApp = await createTestApp();
const { app, database } = testApp;

/** Every row of every table as PostgreSQL writes it, and bytes also as the text they may be. */
async function dumpDatabase(): Promise<string> {
  const { rows: tables } = await database.query<{ name: string }>(
    `select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public'`,
  );
  const dumps = await Promise.all(
    tables.map(({ name }) => database.query<{ row: string }>(`select t::text as row from ${name} t`)),
  );
  const dump = dumps.flatMap(({ rows }) => rows.map(({ row }) => row)).join('\n');
  const bytes = [...dump.matchAll(/\\x([0-9a-f]+)/g)].map(match => Buffer.from(match[1] ?? '', 'hex').toString('utf8'));
  return [dump, ...bytes].join('\n');
}

test('nothing that a body says in words is anywhere in the database', async () => {
  const person = await enter(testApp);
  const words = {
    clientComment: 'planted-client-comment',
    moderationComment: 'planted-moderation-comment',
    rejectLabels: ['PLANTED_LABEL', 'BLOCKLIST'],
    buttonIds: ['planted_button'],
  };
  const unknown = {
    info: { firstName: 'PLANTED-NAME' },
    note: 'planted-note',
    clientId: 'planted-client',
    reviewMode: 'planted-mode',
  };
  const bodies = [
    webhookBody(person.externalUserId, 1, {
      ...redRetry,
      ...unknown,
      reviewResult: { ...redRetry.reviewResult, ...words },
    }),
    webhookBody(person.externalUserId, 2, {
      ...redFinal,
      ...unknown,
      reviewResult: { ...redFinal.reviewResult, ...words },
    }),
    webhookBody(person.externalUserId, 3, {
      ...unknown,
      type: 'planted sentence for a type',
      reviewStatus: 'planted status, too',
    }),
    webhookBody(person.externalUserId, 4, {
      ...redFinal,
      ...unknown,
      levelName: 'planted\nlevel',
      correlationId: 'planted words',
    }),
    webhookBody(person.externalUserId, 5, { ...redFinal, applicantActionId: 'planted-action', ...words }),
    '"planted-text"',
    '{"planted": ',
  ];
  for (const body of bodies) expect((await deliver(app, body)).status).toBe(200);

  const dump = await dumpDatabase();
  expect(dump).toContain(person.externalUserId);
  expect(dump).not.toMatch(/planted|BLOCKLIST/i);
  expect((await database.query('select 1 from deliveries')).rowCount).toBe(bodies.length);
});
