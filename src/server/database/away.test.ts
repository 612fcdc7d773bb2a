import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { expect, test } from 'vitest';
import { openPage } from '#proofs/open-page';
import { atTheEnd } from '#testing/at-the-end';
import { openDatabaseLine } from '#testing/database-line';
import { createTestApp, deliver, enter, green, redFinal, webhookBody } from '#testing/test-app';
import { createTestDatabase } from '#testing/test-database';
import { maxUnderWay } from '../webhooks/routes';
import { createDatabase } from './database';

const patient = { timeout: 30_000 };

/** An app behind a line to its database, on a socket, with somebody who has a page open. */
async function createDistantApp() {
  const near = await createTestDatabase();
  const line = await openDatabaseLine(near.url);
  const database = createDatabase(line.url, () => undefined, { connectTimeoutMs: 300, answerTimeoutMs: 300 });
  atTheEnd(() => database.close());
  const testApp = await createTestApp({ database });
  const server = createAdaptorServer({ fetch: testApp.app.fetch });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  atTheEnd(() => server.close());
  const person = await enter(testApp);
  const page = openPage([`http://127.0.0.1:${(server.address() as AddressInfo).port}`], person.cookie);
  atTheEnd(() => page.close());
  await expect.poll(() => page.shown()?.status, patient).toBe('not-started');
  return { app: testApp.app, near, line, person, page };
}

test.each(['cut', 'stall'] as const)(
  'after a %s of the line is alive but not ready, refuses deliveries for later, keeps streams and lets them catch up',
  async failure => {
    const { app, near, line, person, page } = await createDistantApp();
    expect((await app.request('/readyz')).status).toBe(200);

    line[failure]();
    expect((await app.request('/readyz')).status).toBe(503);
    expect((await app.request('/healthz')).status).toBe(200);
    const refused = await deliver(app, webhookBody(person.externalUserId, 1, green));
    expect({ status: refused.status, retryAfter: refused.headers.get('retry-after') }).toEqual({
      status: 503,
      retryAfter: '5',
    });

    const neighbour = await createTestApp({ database: near });
    expect((await deliver(neighbour.app, webhookBody(person.externalUserId, 2, redFinal))).status).toBe(200);
    line.mend();
    await expect.poll(() => page.shown()?.status, patient).toBe('not-verified');
    await expect.poll(async () => (await app.request('/readyz')).status, patient).toBe(200);
    expect((await deliver(app, webhookBody(person.externalUserId, 1, green))).status).toBe(200);
    await expect.poll(() => page.shown()?.status, patient).toBe('changed');
    expect(page.reconnects()).toBe(0);
  },
);

test('refuses deliveries that would wait behind too many others, and loses none it took', async () => {
  const database = await createTestDatabase();
  const narrow = createDatabase(database.url, () => undefined, { connections: 1, connectTimeoutMs: 60_000 });
  atTheEnd(() => narrow.close());
  const { app } = await createTestApp({ database: narrow });
  const answers = await Promise.all(
    Array.from({ length: maxUnderWay + 100 }, (_, number) => deliver(app, webhookBody(`u-crowd-${number}`, 1, green))),
  );
  const statuses = answers.map(answer => answer.status);
  expect(statuses.filter(status => status === 200).length).toBeGreaterThanOrEqual(maxUnderWay);
  const refused = answers.find(answer => answer.status === 503);
  expect(refused?.headers.get('retry-after')).toBe('5');
  expect(await refused?.json()).toMatchObject({ code: 'too-busy' });
  const { rows } = await database.query<{ count: number }>('select count(*)::int as count from deliveries');
  expect(rows[0]?.count).toBe(statuses.filter(status => status === 200).length);
});

test('goes on when the clock jumps a day ahead and back', async () => {
  let now = Date.now();
  const dayMs = 24 * 60 * 60 * 1000;
  const database = await createTestDatabase();
  const testApp = await createTestApp({ database, now: () => now });
  const person = await enter(testApp);
  const ask = () => testApp.app.request('/api/verification', { headers: { cookie: person.cookie } });
  for (const [second, jump] of [dayMs, -2 * dayMs, dayMs].entries()) {
    now += jump;
    expect([200, 401]).toContain((await ask()).status); // a session may have ended, as it would after a day
    expect((await deliver(testApp.app, webhookBody(person.externalUserId, second, green))).status).toBe(200);
    const newcomer = await enter(testApp);
    expect((await testApp.app.request('/api/verification', { headers: { cookie: newcomer.cookie } })).status).toBe(200);
  }
  const { rows } = await database.query('select status from verifications where external_user_id = $1', [
    person.externalUserId,
  ]);
  expect(rows).toEqual([{ status: 'verified' }]);
});
