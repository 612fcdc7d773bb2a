import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { createDatabase } from '#server/database/database';
import { atTheEnd } from '#testing/at-the-end';
import { type DoctorBench, openDoctorBench } from '#testing/doctor-bench';
import { openLossyLine } from '#testing/lossy-line';
import { expectFound, type Misconfiguration } from '#testing/misconfiguration';
import { deliver, green, webhookBody } from '#testing/test-app';
import { createTestDatabase } from '#testing/test-database';
import { findChromium } from './browser/find-chromium';

const misconfigurations: Misconfiguration[] = [
  {
    name: 'another database than the app’s',
    plant: async () => {
      const other = await createTestDatabase();
      return { examination: { openDatabase: async () => other } };
    },
    fails: ['jobs-run', 'session-secret', 'webhook-endpoint'],
    fix: /DATABASE_URL/,
  },
  {
    name: 'a sender with another webhook secret',
    bench: { webhook: { secret: 'the-sender-has-another' } },
    plant: async bench => {
      await bench.beginCheck();
      return undefined;
    },
    fails: ['webhook-received'],
    fix: /IDNGO_WEBHOOK_SECRET to the secret of the webhook in IDnGO’s Dashboard, Dev space, Webhooks/,
  },
  {
    name: 'a webhook that goes elsewhere',
    bench: { webhook: { url: 'http://localhost:9/elsewhere' } },
    plant: async bench => {
      await bench.beginCheck();
      await bench.database.query(`update verifications set created_at = now() - interval '1 hour'`);
      return undefined;
    },
    fails: ['webhook-silence'],
    fix: /address of the webhook in .* to http:\/\/localhost:\d+\/webhooks\/idngo/,
  },
  {
    name: 'tokens that name another frame',
    bench: { sandbox: { publicUrl: 'https://frame.example' } },
    fails: ['idngo-frame-origin'],
    fix: /set IDNGO_BASE_URL to it/,
  },
  {
    name: 'applicants whom nobody introduced',
    plant: async bench => {
      await take(bench, webhookBody('u-1', 1, { ...green, externalUserId: null }));
      await bench.database.query(`update events set recorded_at = now() - interval '1 hour'`);
      return undefined;
    },
    fails: ['applicants-mapped'],
    fix: /externalUserId/,
  },
  {
    name: 'people in deliveries who never came',
    plant: async bench => {
      for (const person of ['a', 'b', 'c', 'd']) await take(bench, webhookBody(`u-${person}`, 1, green));
      return undefined;
    },
    fails: ['results-correlate'],
    fix: /hand-over token’s sub/,
  },
  {
    name: 'results that had to be asked for',
    plant: async bench => {
      await bench.database.query(
        `insert into status_checks (verification_id, cause, outcome) values (gen_random_uuid(), 'overdue', 'missing')`,
      );
      return undefined;
    },
    fails: ['webhook-missing'],
    fix: /whether the webhook is on/,
  },
  {
    name: 'a delivery that our own code fails on',
    plant: async bench => {
      await bench.database.query(
        `insert into deliveries (outcome, received_at) values ('failed', now() - interval '1 hour')`,
      );
      return undefined;
    },
    fails: ['webhook-processed'],
    fix: /log of the app/,
  },
  {
    name: 'a schema older than this version',
    plant: async bench => {
      await bench.database.query(`delete from migrations where name like '002%'`);
      return undefined;
    },
    fails: ['database-schema'],
    fix: /Start an app of this version once/,
  },
  {
    name: 'a schema newer than this version',
    plant: async bench => {
      await bench.database.query(`insert into migrations (name) values ('999-later.sql')`);
      return undefined;
    },
    fails: ['database-schema'],
    fix: /Deploy the newer version everywhere/,
  },
  {
    name: 'a pooler that loses notifications',
    plant: async ({ database }) => {
      const pooler = await openLossyLine(database.url);
      const through = createDatabase(pooler);
      atTheEnd(() => through.close());
      return { variables: { DATABASE_URL: pooler }, examination: { openDatabase: async () => through } };
    },
    fails: ['database-notify'],
    fix: /pooler in session mode/,
  },
  {
    name: 'a database that lets the app delete nothing',
    plant: async bench => {
      await bench.database.query(
        `create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
         create trigger refuse before delete on deliveries for each row execute function refuse();
         insert into deliveries (outcome, received_at) values ('ignored', now() - interval '92 days')`,
      );
      return undefined;
    },
    fails: ['retention'],
    fix: /job “retention”/,
  },
  {
    name: 'jobs that nobody runs',
    plant: async bench => {
      await bench.app.close();
      return undefined;
    },
    fails: ['jobs-run', 'push-buffering'],
    fix: /Start the app again with this DATABASE_URL/,
  },
];

async function take(bench: DoctorBench, body: string): Promise<void> {
  const digest = createHmac('sha256', bench.variables.IDNGO_WEBHOOK_SECRET ?? '')
    .update(body)
    .digest('hex');
  const answer = await deliver(bench.app, body, { 'X-Payload-Digest': digest });
  expect(answer.status).toBe(200);
}

test.each(misconfigurations)('finds $name', async misconfiguration => {
  const bench = await openDoctorBench(misconfiguration.bench);
  await expectFound(misconfiguration, bench);
});

test('finds a production that lives on what the sandbox left, without figures and without encryption', async () => {
  const bench = await openDoctorBench();
  await bench.database.query(
    `insert into deliveries (outcome, type, sandbox_mode, level_name) values ('changed', 'applicantReviewed', true, 'old-level')`,
  );
  const findings = await bench.examine({ variables: { IDNGO_ENVIRONMENT: 'production' } });
  const failed = findings.filter(({ outcome, group }) => outcome === 'fail' && group !== 'configuration');
  expect(failed.map(({ id }) => id).sort()).toEqual([
    'expected-volume',
    'https',
    'idngo-environment',
    'settings-carried-over',
  ]);
  expect(findings.find(({ id }) => id === 'settings-carried-over')?.seen).toContain('old-level');
  expect(failed.map(({ fix }) => fix).join()).toMatch(
    /EXPECTED_VOLUME=hour.*DATABASE_URL|DATABASE_URL.*EXPECTED_VOLUME/,
  );
  const refused = findings.filter(({ id }) => id.startsWith('configuration/')).map(({ id }) => id);
  expect(refused).toContain('configuration/PUBLIC_URL');
  expect(refused).toContain('configuration/IDNGO_APP_TOKEN');
});

const chromium = findChromium(process.env);

test.runIf(chromium)('hears what the console says, and nothing on quiet pages', async () => {
  const loud = await openDoctorBench({ script: `console.error('a widget is broken ?token=x');` });
  const findings = await loud.examine({ examination: { browser: chromium } });
  const console = findings.find(({ id }) => id === 'pages-console');
  expect(console).toMatchObject({ outcome: 'fail', seen: expect.stringContaining('a widget is broken') });
  expect(console?.seen).not.toContain('token=x');
  const quiet = await openDoctorBench();
  const calm = await quiet.examine({ examination: { browser: chromium } });
  expect(calm.find(({ id }) => id === 'pages-console')?.outcome).toBe('pass');
});
