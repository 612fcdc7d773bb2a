import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import pg from 'pg';
import { findFreePort } from '#dev/find-free-port';
import { fleetSecrets, launchApp, startFleet } from '#proofs/fleet';
import { openPage } from '#proofs/open-page';
import { enterAs } from '#proofs/people';
import { createRandom } from '#proofs/seeded-random';
import { createSender } from '#proofs/sender';
import { startPrivatePostgres } from '#server/database/private-postgres';
import { removeDataDir } from '#testing/remove-data-dir';

const nowhere = 'http://127.0.0.1:9';

test('five processes that start at once on an empty database migrate it once and all of them push every delivery', async () => {
  const fleet = await startFleet(5, nowhere);
  const database = new pg.Client({ connectionString: fleet.databaseUrl });
  await database.connect();
  const { rows } = await database.query<{ name: string }>('select name from migrations order by name');
  expect(rows.map(row => row.name)).toEqual(readdirSync('src/server/database/migrations').sort());
  await database.end();

  const cookie = await enterAs('u-five', 5, fleet.urls[0] ?? '', fleetSecrets.SIGN_IN_SECRET);
  const pages = fleet.urls.map(url => openPage([url], cookie));
  await expect.poll(() => pages.map(page => page.shown()?.status)).toEqual(Array(5).fill('not-started'));
  const sender = createSender([fleet.urls[4] ?? ''], fleetSecrets.IDNGO_WEBHOOK_SECRET, createRandom(1));
  const told = {
    type: 'applicantReviewed',
    applicantId: 'applicant-of-five',
    externalUserId: 'u-five',
    levelName: 'basic-kyc-level',
    sandboxMode: true,
    reviewStatus: 'completed',
    reviewResult: { reviewAnswer: 'GREEN' },
    createdAtMs: '2026-11-20 12:00:00.000',
    correlationId: 'five',
  } as const;
  await sender.send(told);
  await expect.poll(() => pages.map(page => page.shown()?.status)).toEqual(Array(5).fill('verified'));

  await fleet.crashPostgres();
  await sender.send({
    ...told,
    createdAtMs: '2026-11-20 13:00:00.000',
    reviewResult: { reviewAnswer: 'RED', reviewRejectType: 'FINAL' },
  });
  await expect
    .poll(() => pages.map(page => page.shown()?.status), { timeout: 30_000 })
    .toEqual(Array(5).fill('changed'));
  expect(pages.map(page => page.reconnects())).toEqual(Array(5).fill(0));
  for (const page of pages) page.close();
  await fleet.close();
});

test('a process that is asked to stop sends its streams elsewhere, says when to come back, and exits with 0', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'portico-stop-'));
  const dataDir = join(directory, 'data');
  const postgres = await startPrivatePostgres(dataDir);
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const app = launchApp(port, { DATABASE_URL: postgres.url, IDNGO_BASE_URL: nowhere });
  expect(await app.ready).toBe(true);
  const cookie = await enterAs('u-stop', 1, url, fleetSecrets.SIGN_IN_SECRET);
  const [response] = (await once(get(`${url}/api/verification/events`, { headers: { cookie } }), 'response')) as [
    IncomingMessage,
  ];
  let text = '';
  response.on('data', chunk => (text += chunk));
  await expect.poll(() => text).toContain('event: status');

  const ended = once(response, 'end');
  const exited = app.end('SIGTERM');
  await ended;
  expect(text).toMatch(/retry: \d+\n\n$/);
  expect(await exited).toEqual({ code: 0, signal: null });
  await postgres.stop();
  await removeDataDir(dataDir);
  rmSync(directory, { recursive: true, force: true });
});
