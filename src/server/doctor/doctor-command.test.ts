import * as v from 'valibot';
import { expect, test } from 'vitest';
import { doctorReportSchema } from '#contract/operations-doctor';
import { findFreePort } from '#dev/find-free-port';
import { openDoctorBench } from '#testing/doctor-bench';
import { runDoctor } from './doctor-command';

async function run(variables: Record<string, string | undefined>, ...args: string[]) {
  return runWith(fetch, variables, ...args);
}

async function runWith(call: typeof fetch, variables: Record<string, string | undefined>, ...args: string[]) {
  const lines: string[] = [];
  const print = (line: string) => lines.push(line);
  const code = await runDoctor({ variables, fetch: call, now: Date.now, print }, args);
  return { code, text: lines.join('\n') };
}

const nobody: typeof fetch = () => Promise.reject(new TypeError('fetch failed'));

const bench = await openDoctorBench();

test('ends well without a fail, and badly when what cannot be told counts', async () => {
  expect((await run(bench.variables)).code).toBe(0);
  expect((await run(bench.variables, '--strict')).code).toBe(1);
  expect((await run(bench.variables, '--verbose')).code).toBe(2);
});

test('says the same to scripts', async () => {
  const { code, text } = await run({ ...bench.variables, IDNGO_LEVEL_NAME: 'no-such-level' }, '--json');
  const { findings } = v.parse(doctorReportSchema, JSON.parse(text));
  expect(code).toBe(1);
  expect(findings.filter(({ outcome }) => outcome === 'fail').map(({ id }) => id)).toEqual(['idngo-level']);
});

test('finds something to say where there is no configuration at all, and starts nothing', async () => {
  const { code, text } = await runWith(
    nobody,
    { DATABASE_URL: 'mysql://localhost', PORT: String(await findFreePort()) },
    '--json',
  );
  const { findings } = v.parse(doctorReportSchema, JSON.parse(text));
  expect(code).toBe(1);
  expect(findings.filter(({ outcome }) => outcome === 'fail').map(({ id }) => id)).toEqual([
    'configuration/DATABASE_URL',
    'configuration/IDNGO_APP_TOKEN',
    'configuration/IDNGO_SECRET_KEY',
    'configuration/IDNGO_WEBHOOK_SECRET',
    'configuration/SESSION_SECRET',
    'idngo-reachable',
    'public-address',
    'public-name',
  ]);
});

test('says once what nothing else can be told without', async () => {
  const port = String(await findFreePort());
  const away = {
    DATABASE_URL: `postgres://localhost:${port}/portico`,
    PORT: port,
    PUBLIC_URL: `http://localhost:${port}`,
  };
  const { text } = await run({ ...bench.variables, ...away }, '--json');
  const { findings } = v.parse(doctorReportSchema, JSON.parse(text));
  const failed = findings.filter(({ outcome }) => outcome === 'fail');
  expect(failed.map(({ id }) => id)).toEqual(['database-reachable', 'public-address']);
  expect(failed.map(({ fix }) => fix).join()).toMatch(/name of the database in DATABASE_URL.*npm start/);
  expect(findings.find(({ id }) => id === 'webhook-endpoint')?.seen).toContain('see database-reachable');
});
