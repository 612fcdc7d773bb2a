import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { DoctorFinding } from '#contract/operations-doctor';
import { findFreePort } from '#dev/find-free-port';
import { type BenchOptions, type DoctorBench, openDoctorBench, serveAnotherApp } from '#testing/doctor-bench';
import { startProxy } from '#testing/plant-proxy';
import { deliver, green, webhookBody } from '#testing/test-app';
import { createTestDatabase } from '#testing/test-database';
import { findChromium } from './browser/find-chromium';

type Changes = Parameters<DoctorBench['examine']>[0];

/** What is planted, where alone the doctor finds it, and the words of the remedy. */
interface Plant {
  name: string;
  options?: BenchOptions;
  /** Done once everything runs; what it returns is how the doctor's own environment differs. */
  plant?: (bench: DoctorBench) => Promise<Changes | undefined>;
  fails: readonly string[];
  fix: RegExp;
}

const production = {
  IDNGO_ENVIRONMENT: 'production',
  IDNGO_APP_TOKEN: 'prd:portico-sandbox.not-a-secret',
  IDNGO_SECRET_KEY: 'sandbox-production-secret-key-not-a-secret',
  SIGN_IN_SECRET: 'a-sign-in-secret-for-tests',
  EXPECTED_VOLUME: '20/200/4000',
};
const later = (ms: number) => () => Date.now() + ms;

const doctorsEnvironment: Plant[] = [
  {
    name: 'an app token of the other environment',
    plant: async () => ({
      variables: { IDNGO_APP_TOKEN: production.IDNGO_APP_TOKEN, IDNGO_SECRET_KEY: production.IDNGO_SECRET_KEY },
    }),
    fails: ['idngo-environment'],
    fix: /IDNGO_ENVIRONMENT=production, or make an app token .* sandbox environment/,
  },
  {
    name: 'an app token that IDnGO does not know',
    plant: async () => ({ variables: { IDNGO_APP_TOKEN: 'sbx:someone.else' } }),
    fails: ['idngo-app-token'],
    fix: /Dev space of the sandbox environment/,
  },
  {
    name: 'a secret key of another app token',
    plant: async () => ({ variables: { IDNGO_SECRET_KEY: 'a-key-of-another-token' } }),
    fails: ['idngo-secret-key'],
    fix: /IDNGO_SECRET_KEY/,
  },
  {
    name: 'an app token that may only look',
    plant: async () => ({ variables: { IDNGO_APP_TOKEN: 'sbx:portico-read-only.not-a-secret' } }),
    fails: ['idngo-level'],
    fix: /permission in IDnGO’s Dashboard, Dev space/,
  },
  {
    name: 'a clock that is five minutes off',
    plant: async () => ({ examination: { now: later(5 * 60_000) } }),
    fails: ['clock-database', 'clock-idngo'],
    fix: /NTP/,
  },
  {
    name: 'a database whose clock is a quarter of a minute off',
    plant: async () => ({ examination: { now: later(15_000) } }),
    fails: ['clock-database'],
    fix: /NTP/,
  },
  {
    name: 'a level that does not exist',
    plant: async () => ({ variables: { IDNGO_LEVEL_NAME: 'Basic-KYC-level' } }),
    fails: ['idngo-level'],
    fix: /IDNGO_LEVEL_NAME .* Applicant Levels: capitals count/,
  },
  {
    name: 'a level for actions',
    plant: async () => ({ variables: { IDNGO_LEVEL_NAME: 'basic-action-level' } }),
    fails: ['idngo-level'],
    fix: /levels for actions do not fit/,
  },
  {
    name: 'a session secret that the app does not have',
    plant: async () => ({ variables: { SESSION_SECRET: 'another-session-secret' } }),
    fails: ['session-secret'],
    fix: /environment of the app: SESSION_SECRET/,
  },
  {
    name: 'a webhook secret that the app does not have',
    plant: async () => ({ variables: { IDNGO_WEBHOOK_SECRET: 'another-webhook-secret' } }),
    fails: ['webhook-endpoint'],
    fix: /Start the app again with this IDNGO_WEBHOOK_SECRET/,
  },
  {
    name: 'an address of IDnGO where somebody else answers',
    plant: async bench => ({ variables: { IDNGO_BASE_URL: `http://localhost:${bench.port}` } }),
    fails: ['idngo-reachable', 'running-settings'],
    fix: /IDNGO_BASE_URL to the origin of the API/,
  },
  {
    name: 'an address of IDnGO where nobody answers',
    plant: async () => ({ variables: { IDNGO_BASE_URL: `http://localhost:${await findFreePort()}` } }),
    fails: ['idngo-reachable', 'running-settings'],
    fix: /https:\/\/api\.idngo\.kz unless/,
  },
  {
    name: 'a public address with a wrong port',
    plant: async () => ({ variables: { PUBLIC_URL: `http://localhost:${await findFreePort()}` } }),
    fails: ['public-address'],
    fix: /The app itself answers at .*: set PUBLIC_URL/,
  },
  {
    name: 'a public address that IDnGO cannot reach',
    plant: async () => ({ variables: { IDNGO_BASE_URL: 'http://192.0.2.1' }, examination: { fetch: refuse } }),
    fails: ['idngo-reachable', 'public-name', 'running-settings'],
    fix: /https address under which the world reaches the app/,
  },
  {
    name: 'proxies that are counted but not there',
    plant: async () => ({ variables: { TRUSTED_PROXIES: '2' } }),
    fails: ['trusted-proxies'],
    fix: /TRUSTED_PROXIES=0/,
  },
  {
    name: 'a loader that is a page',
    plant: async bench => ({ variables: { IDNGO_SDK_URL: `http://localhost:${bench.port}/` } }),
    fails: ['idngo-loader'],
    fix: /IDNGO_SDK_URL/,
  },
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
    name: 'a sender’s domain without an SPF record',
    plant: async () => ({
      variables: { MAIL_SENDER: 'check@bank.example' },
      examination: { resolveTxt: async () => [] },
    }),
    fails: ['mail-spf'],
    fix: /TXT record “v=spf1 … -all” to bank\.example/,
  },
  {
    name: 'two SPF records',
    plant: async () => ({
      variables: { MAIL_SENDER: 'check@bank.example' },
      examination: {
        resolveTxt: async () => [['v=spf1 include:a.example -all'], ['v=spf1 include:', 'idngo.kz ~all']],
      },
    }),
    fails: ['mail-spf'],
    fix: /Join them into one/,
  },
  {
    name: 'an SPF record that forbids nobody',
    plant: async () => ({
      variables: { MAIL_SENDER: 'check@bank.example' },
      examination: { resolveTxt: async () => [['v=spf1 include:idngo.kz +all']] },
    }),
    fails: ['mail-spf'],
    fix: /~all or -all/,
  },
  {
    name: 'values that are no values',
    plant: async () => ({
      variables: { IDNGO_SECRET_KEY: undefined, EXPECTED_VOLUME: 'many', IDNGO_ENVIRONMENT: 'live' },
    }),
    fails: ['configuration/EXPECTED_VOLUME', 'configuration/IDNGO_ENVIRONMENT', 'configuration/IDNGO_SECRET_KEY'],
    fix: /Set IDNGO_SECRET_KEY in the environment of the app\. .*Dev space/,
  },
];

function refuse(): Promise<Response> {
  return Promise.reject(new TypeError('fetch failed'));
}

async function expectFound(plant: Plant, bench: DoctorBench): Promise<DoctorFinding[]> {
  const findings = await bench.examine(await plant.plant?.(bench));
  const failed = findings.filter(({ outcome }) => outcome === 'fail');
  expect(failed.map(({ id }) => id).sort()).toEqual(plant.fails);
  expect(failed.map(({ fix }) => fix).join('\n')).toMatch(plant.fix);
  for (const { fix } of failed) expect(fix).not.toBeNull();
  return findings;
}

describe('in the environment it finds', async () => {
  const bench = await openDoctorBench();
  test.each(doctorsEnvironment)('$name', plant => expectFound(plant, bench).then(() => undefined));
});

const directory = mkdtempSync(join(tmpdir(), 'doctor-certificates-'));
afterAll(() => rmSync(directory, { recursive: true }));

function makeCertificate(days: number) {
  const [key, cert] = [join(directory, `key-${days}`), join(directory, `cert-${days}`)];
  execFileSync(
    'openssl',
    [
      ...[
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        '-subj',
        '/CN=localhost',
      ],
      ...['-addext', 'subjectAltName=DNS:localhost', '-days', String(days), '-keyout', key, '-out', cert],
    ],
    { stdio: 'ignore' },
  );
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
}

const without =
  (...names: string[]) =>
  (raw: [string, string][]) =>
    raw.filter(([name]) => !names.includes(name.toLowerCase()));

const proxies: Plant[] = [
  { name: 'nothing in a proxy that is right', options: { proxy: {} }, fails: [], fix: /^$/ },
  {
    name: 'a proxy that collects the push stream',
    options: { proxy: { buffers: true } },
    fails: ['push-buffering'],
    fix: /proxy_buffering off/,
  },
  {
    name: 'a proxy that compresses the push stream',
    options: { proxy: { compresses: true } },
    fails: ['push-compression'],
    fix: /gzip_types/,
  },
  {
    name: 'a proxy that takes the CSP away',
    options: { proxy: { changeResponse: without('content-security-policy') } },
    fails: ['header-content-security-policy'],
    fix: /pass content-security-policy on/,
  },
  {
    name: 'a proxy that adds a CSP of its own',
    options: { proxy: { changeResponse: raw => [...raw, ['content-security-policy', `default-src 'self'`]] } },
    fails: ['header-content-security-policy'],
    fix: /Remove the proxy’s own content-security-policy/,
  },
  {
    name: 'a proxy that forbids the camera',
    options: {
      proxy: { changeResponse: raw => [...without('permissions-policy')(raw), ['permissions-policy', 'camera=()']] },
    },
    fails: ['header-permissions-policy'],
    fix: /pass permissions-policy on unchanged/,
  },
  {
    name: 'a proxy that drops the digest headers',
    options: {
      proxy: {
        changeRequest: ({ 'x-payload-digest': _, 'x-payload-digest-alg': __, ...rest }) => rest,
      },
    },
    fails: ['webhook-endpoint'],
    fix: /X-Payload-Digest and X-Payload-Digest-Alg/,
  },
  {
    name: 'a proxy that writes JSON anew',
    options: { proxy: { changeBody: body => Buffer.from(JSON.stringify(JSON.parse(body.toString('utf8')))) } },
    fails: ['webhook-endpoint'],
    fix: /bytes of \/webhooks\/idngo on unchanged/,
  },
  {
    name: 'a proxy that does not know the webhook’s address',
    options: { proxy: { answer: path => (path.startsWith('/webhooks') ? { status: 404, body: 'no' } : undefined) } },
    fails: ['webhook-endpoint'],
    fix: /pass POST \/webhooks\/idngo on to the app/,
  },
  {
    name: 'somebody who answers yes to every delivery',
    options: { proxy: { answer: path => (path.startsWith('/webhooks') ? { status: 200, body: 'ok' } : undefined) } },
    fails: ['webhook-endpoint', 'webhook-forgery'],
    fix: /let the proxy pass it on/,
  },
  {
    name: 'a certificate that nobody vouches for',
    options: { variables: { TRUSTED_PROXIES: '1' }, proxy: { certificate: makeCertificate(90) } },
    plant: async () => ({ examination: { plainPort: await findFreePort() } }),
    fails: ['tls-certificate'],
    fix: /public authority/,
  },
  {
    name: 'http that does not lead to https',
    options: { variables: { TRUSTED_PROXIES: '1' }, proxy: { certificate: makeCertificate(90) } },
    plant: async bench => ({ examination: { plainPort: bench.port } }),
    fails: ['https', 'tls-certificate'],
    fix: /301 or 308/,
  },
  {
    name: 'a certificate that has run out, and a proxy that takes HSTS away and is not counted',
    options: {
      proxy: { certificate: makeCertificate(10), changeResponse: without('strict-transport-security') },
    },
    plant: async () => ({ examination: { plainPort: await findFreePort() } }),
    fails: ['header-strict-transport-security', 'tls-certificate', 'trusted-proxies'],
    fix: /Renew the certificate[\s\S]*TRUSTED_PROXIES to the number/,
  },
];

describe('in front of the app it finds', () => {
  test.each(proxies)('$name', async plant => {
    await expectFound(plant, await openDoctorBench(plant.options));
  });

  test('a process with another session secret', async () => {
    const bench = await openDoctorBench();
    const other = await serveAnotherApp(bench, { SESSION_SECRET: 'another-session-secret' });
    const port = await startProxy({ ports: [bench.port, other] });
    const plant: Plant = {
      name: '',
      plant: async () => ({ variables: { PUBLIC_URL: `http://localhost:${port}` } }),
      fails: ['session-secret'],
      fix: /Give all processes behind the proxy the same SESSION_SECRET/,
    };
    const findings = await bench.examine(await plant.plant?.(bench));
    const failed = findings.filter(({ outcome }) => outcome === 'fail');
    expect(failed.map(({ id }) => id)).toContain('session-secret');
    expect(failed.find(({ id }) => id === 'session-secret')?.fix).toMatch(plant.fix);
  });
});

const inTheDatabase: Plant[] = [
  {
    name: 'a sender with another webhook secret',
    options: {
      sandbox: {
        webhook: { url: 'set-below', secret: 'the-sender-has-another', algorithm: 'HMAC_SHA256_HEX' },
      },
    },
    plant: async bench => {
      const digest = { 'X-Payload-Digest': '0'.repeat(64) };
      await deliver(bench.app, webhookBody('u-1', 1, green), digest);
      return undefined;
    },
    fails: ['webhook-received'],
    fix: /IDNGO_WEBHOOK_SECRET to the secret of the webhook in IDnGO’s Dashboard, Dev space, Webhooks/,
  },
  {
    name: 'a webhook that goes elsewhere',
    options: {
      sandbox: {
        webhook: { url: 'http://localhost:9/elsewhere', secret: 'a-webhook-secret', algorithm: 'HMAC_SHA256_HEX' },
      },
    },
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
    options: { sandbox: { publicUrl: 'https://frame.example' } },
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
    name: 'jobs that nobody runs',
    plant: async bench => {
      const idle = await createTestDatabase();
      await bench.app.close();
      await idle.query('select 1');
      return undefined;
    },
    fails: ['jobs-run', 'push-buffering'],
    fix: /Start the app again with this DATABASE_URL/,
  },
];

async function take(bench: DoctorBench, body: string): Promise<void> {
  const { createHmac } = await import('node:crypto');
  const digest = createHmac('sha256', bench.variables.IDNGO_WEBHOOK_SECRET ?? '')
    .update(body)
    .digest('hex');
  const answer = await deliver(bench.app, body, { 'X-Payload-Digest': digest });
  expect(answer.status).toBe(200);
}

describe('in what has happened it finds', () => {
  test.each(inTheDatabase)('$name', async plant => {
    await expectFound(plant, await openDoctorBench(plant.options));
  });
});

test('finds a production that lives on what the sandbox left, without figures and without encryption', async () => {
  const { EXPECTED_VOLUME: _, ...variables } = production;
  const bench = await openDoctorBench({ variables });
  await bench.database.query(
    `insert into deliveries (outcome, type, sandbox_mode, level_name) values ('changed', 'applicantReviewed', true, 'old-level')`,
  );
  const findings = await expectFound(
    {
      name: '',
      fails: ['expected-volume', 'https', 'settings-carried-over'],
      fix: /EXPECTED_VOLUME=hour\/day\/month/,
    },
    bench,
  );
  expect(findings.find(({ id }) => id === 'settings-carried-over')?.seen).toContain('old-level');
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
