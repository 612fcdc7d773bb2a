import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { createAdaptorServer } from '@hono/node-server';
import { buildIfStale } from '#dev/build-if-stale';
import { findFreePort } from '#dev/find-free-port';
import { createDatabase } from '#server/database/database';
import { fleetSecrets, startFleet } from './fleet';
import { type Disagreement, liveHistories, makeHistory, maxEvents } from './live-histories';
import { createRandom } from './seeded-random';
import { createSender } from './sender';
import { createSimulatedIdngo } from './simulated-idngo';

const processes = 2;
/** People whose pages are open at once. */
const batch = 250;

export async function prove(args: readonly string[]): Promise<boolean> {
  const options = { seed: { type: 'string' }, histories: { type: 'string' } } as const;
  const { values } = parseArgs({ args: [...args], options });
  const seed = Number(values.seed ?? Date.now() % 1_000_000);
  const wanted = Number(values.histories ?? 10_000);
  buildIfStale();
  console.log(`${wanted} histories of up to ${maxEvents} events over ${processes} processes, seed ${seed}`);

  const random = createRandom(seed);
  const idngo = createSimulatedIdngo();
  const idngoServer = createAdaptorServer({ fetch: idngo.fetch });
  idngoServer.listen(await findFreePort(), '127.0.0.1');
  await once(idngoServer, 'listening');
  const { port } = idngoServer.address() as AddressInfo;
  const { urls, databaseUrl, close } = await startFleet(processes, `http://127.0.0.1:${port}`);
  const database = createDatabase(databaseUrl);
  const sender = createSender(urls, fleetSecrets.IDNGO_WEBHOOK_SECRET, createRandom(seed + 1));
  const startedAt = performance.now();
  const disagreements: Disagreement[] = [];
  let arrivals = 0;
  let dropped = 0;
  try {
    for (let first = 0; first < wanted; first += batch) {
      const size = Math.min(batch, wanted - first);
      const histories = Array.from({ length: size }, (_, number) => makeHistory(`u-history-${first + number}`, random));
      arrivals += histories.reduce((sum, history) => sum + history.arrivals.length, 0);
      dropped += histories.reduce((sum, history) => sum + history.dropped.length, 0);
      const signInSecret = fleetSecrets.SIGN_IN_SECRET;
      disagreements.push(...(await liveHistories(histories, { urls, database, sender, signInSecret, idngo })));
      if ((first + size) % 1_000 === 0) console.log(`  ${first + size} lived, ${disagreements.length} disagree`);
    }
  } finally {
    await database.close();
    await close();
    idngoServer.close();
  }

  const seconds = Math.round((performance.now() - startedAt) / 1000);
  console.log(`  ${arrivals} deliveries, repeats included, in any order, to either process, in ${seconds} s`);
  console.log(`  ${dropped} that never arrived, of which IDnGO was asked`);
  console.log(`  database, both answers and both open pages against the oracle: ${disagreements.length} disagree`);
  for (const { externalUserId, expected, said } of disagreements.slice(0, 10)) {
    console.log(`    ${externalUserId}: expected ${expected}, said ${said.join(' | ')}`);
  }
  return disagreements.length === 0;
}
