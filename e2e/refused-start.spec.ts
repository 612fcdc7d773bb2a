import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { expect, test } from '@playwright/test';
import { productionVariables } from '#testing/production-variables';

async function run(env: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (output += chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}

const example = parseEnv(readFileSync('.env.example', 'utf8')) as Record<string, string>;

test('the built app refuses to be put into production as .env.example has it: one message, no secret', async () => {
  const { code, output } = await run({
    ...example,
    NODE_ENV: 'production',
    SESSION_SECRET: 'a-session-secret-of-mine',
  });
  expect(code).toBe(1);
  expect(output.match(/The configuration cannot be used/g)).toHaveLength(1);
  for (const name of ['IDNGO_APP_TOKEN', 'IDNGO_SECRET_KEY', 'IDNGO_WEBHOOK_SECRET', 'PUBLIC_URL', 'SESSION_SECRET']) {
    expect(output).toContain(`  - ${name} `);
  }
  expect(output).not.toMatch(/not-a-secret|session-secret-of-mine|localhost/);
});

test('it refuses one secret for two things, and repeats neither it nor any other', async () => {
  const { code, output } = await run({ ...productionVariables, SIGN_IN_SECRET: productionVariables.SESSION_SECRET });
  expect(code).toBe(1);
  expect(output).toContain('SESSION_SECRET and SIGN_IN_SECRET are the same secret');
  for (const [name, value] of Object.entries(productionVariables)) {
    if (/SECRET|TOKEN/.test(name)) expect(output).not.toContain(value);
  }
});

test('it says which name in the environment is no setting, and goes on', async () => {
  const { output } = await run({
    ...productionVariables,
    DATABASE_URL: 'postgres://portico@127.0.0.1:1/portico',
    IDNGO_WEBHOOK_SECRETS: 'k3Hd82mQ0xVz',
  });
  expect(output).toContain('"setting":"IDNGO_WEBHOOK_SECRETS","meant":"IDNGO_WEBHOOK_SECRET"');
  expect(output).toContain('the app could not start');
  expect(output).not.toContain('k3Hd82mQ0xVz');
});
