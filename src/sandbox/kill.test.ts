import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test, vi } from 'vitest';
import { findFreePort } from '#dev/find-free-port';
import { signHeaders } from './open-test-sandbox';

const dataDir = mkdtempSync(join(tmpdir(), 'killed-'));
const received: { applicantId: string; type: string }[] = [];
const receiver = createServer(async (request, response) => {
  // Undefined where the sender was killed in the middle of it.
  const body = await text(request).catch(() => undefined);
  if (body === undefined) return;
  received.push(JSON.parse(body));
  response.end('ok');
}).listen(0, '127.0.0.1');
const port = await findFreePort();
const origin = `http://127.0.0.1:${port}`;

afterAll(() => {
  receiver.close();
  rmSync(dataDir, { recursive: true });
});

async function startSandbox() {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/sandbox/main.ts'], {
    env: {
      PATH: process.env.PATH,
      LOG_LEVEL: 'fatal',
      SANDBOX_PORT: String(port),
      SANDBOX_DATA_DIR: dataDir,
      SANDBOX_WEBHOOK_URL: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await vi.waitFor(() => fetch(`${origin}/panel/api/clock`), { timeout: 60_000 });
  return child;
}

async function createApplicant(externalUserId: string): Promise<boolean> {
  const path = '/resources/applicants?levelName=basic-kyc-level';
  const body = JSON.stringify({ externalUserId });
  const headers = { ...signHeaders('POST', path, Buffer.from(body), Date.now()), 'Content-Type': 'application/json' };
  const response = await fetch(`${origin}${path}`, { method: 'POST', headers, body }).catch(() => undefined);
  return response?.status === 201;
}

test('a sandbox that is killed while hundreds are created has told of every one of them in the end', async () => {
  const first = await startSandbox();
  let created = 0;
  let isDead = false;
  const ended = once(first, 'exit').then(() => {
    isDead = true;
  });
  const creator = async (number: number) => {
    for (let count = 0; !isDead; count += 1) {
      if (await createApplicant(`u-${number}-${count}`)) created += 1;
      if (created >= 150) first.kill('SIGKILL');
    }
  };
  await Promise.all(Array.from({ length: 16 }, (_, number) => creator(number)));
  await ended;

  const second = await startSandbox();
  const kept = readdirSync(join(dataDir, 'applicants'))
    .filter(name => name.endsWith('.json'))
    .map(name => JSON.parse(readFileSync(join(dataDir, 'applicants', name), 'utf8')).applicantId as string);
  expect(kept.length).toBeGreaterThanOrEqual(created);
  await vi.waitFor(
    () => {
      const told = new Set(received.map(({ applicantId }) => applicantId));
      expect(kept.filter(applicantId => !told.has(applicantId))).toEqual([]);
    },
    { timeout: 60_000 },
  );
  // Nobody is told of what never was, either.
  expect(received.filter(({ applicantId }) => !kept.includes(applicantId))).toEqual([]);
  second.kill('SIGTERM');
  await once(second, 'exit');
});
