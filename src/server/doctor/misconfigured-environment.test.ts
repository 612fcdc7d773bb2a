import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'vitest';
import { findFreePort } from '#dev/find-free-port';
import { openDoctorBench } from '#testing/doctor-bench';
import { expectFound, type Misconfiguration } from '#testing/misconfiguration';

const ofProduction = {
  IDNGO_APP_TOKEN: 'prd:portico-sandbox.not-a-secret',
  IDNGO_SECRET_KEY: 'sandbox-production-secret-key-not-a-secret',
};
const later = (ms: number) => () => Date.now() + ms;

function savePaleTheme(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'portico-theme-')), 'theme.json');
  writeFileSync(file, JSON.stringify({ name: 'pale', light: { text: '#cccccc' } }));
  return file;
}

function refuse(): Promise<Response> {
  return Promise.reject(new TypeError('fetch failed'));
}

const misconfigurations: Misconfiguration[] = [
  {
    name: 'an app token of the other environment',
    plant: async () => ({
      variables: ofProduction,
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
    name: 'a theme that nobody can read',
    plant: async () => ({ variables: { THEME_FILE: savePaleTheme() } }),
    fails: ['brand'],
    fix: /in THEME_FILE to the ones named/,
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
    name: 'a gateway that answers in the place of IDnGO',
    plant: async () => ({
      examination: { fetch: async () => new Response('<html>Bad gateway</html>', { status: 502 }) },
    }),
    fails: ['idngo-reachable'],
    fix: /again in a few minutes/,
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

const bench = await openDoctorBench();

test.each(misconfigurations)('finds $name', async misconfiguration => {
  await expectFound(misconfiguration, bench);
});
