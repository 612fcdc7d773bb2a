import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { expect, test } from 'vitest';
import { atTheEnd } from '#testing/at-the-end';
import { createTestApp, webhookSecret } from '#testing/test-app';
import { createTestDatabase } from '#testing/test-database';
import { liveHistories, makeHistory } from './live-histories';
import { createRandom } from './seeded-random';
import { createSender } from './sender';
import { createSimulatedIdngo } from './simulated-idngo';

const signInSecret = 'a-sign-in-secret-for-tests';

test('two processes, their database and every open page agree with the oracle after any history in any order, also where the end of it never arrived', async () => {
  const database = await createTestDatabase();
  const urls: string[] = [];
  const idngo = createSimulatedIdngo();
  for (let count = 0; count < 2; count += 1) {
    const variables = { SIGN_IN_SECRET: signInSecret, TRUSTED_PROXIES: '1' };
    const ask: typeof fetch = (input, init) => idngo.fetch(new Request(input, init));
    const { app } = await createTestApp({ database, variables, fetch: ask });
    const server = createAdaptorServer({ fetch: app.fetch });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    atTheEnd(() => server.close());
    urls.push(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }
  const random = createRandom(4);
  const histories = Array.from({ length: 200 }, (_, number) => makeHistory(`u-history-${number}`, random));
  const sender = createSender(urls, webhookSecret, random);
  expect(await liveHistories(histories, { urls, database, sender, signInSecret, idngo })).toEqual([]);
});
