import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { buildIfStale } from '#dev/build-if-stale';
import { fleetSecrets, startFleet } from './fleet';
import { type OpenPage, openPage } from './open-page';
import { expectStatus } from './oracle';
import { askStatus, enterAs, spellStatus } from './people';
import { createRandom, type Random } from './seeded-random';
import { createSender, forEachAtOnce } from './sender';
import { level, makeStory, type Story, type Told } from './story';

const histories = 10_000;
const maxEvents = 12;
const processes = 2;
/** People whose pages are open at once. */
const batch = 250;
const patienceMs = 10_000;
const nowhere = 'http://127.0.0.1:9';

/** A history with its deliveries in the order in which they arrive: any, with repeats. */
export interface History extends Story {
  arrivals: Told[];
}

export function makeHistory(externalUserId: string, random: Random): History {
  const story = makeStory(externalUserId, random.integer(1, maxEvents), random);
  const repeats = story.told.filter(() => random.next() < 0.3);
  return { ...story, arrivals: random.shuffle([...story.told, ...repeats]) };
}

interface Disagreement {
  externalUserId: string;
  expected: string;
  said: string[];
}

export async function prove(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: { seed: { type: 'string' }, histories: { type: 'string' } },
  });
  const seed = Number(values.seed ?? Date.now() % 1_000_000);
  const wanted = Number(values.histories ?? histories);
  buildIfStale();
  console.log(`${wanted} histories of up to ${maxEvents} events over ${processes} processes, seed ${seed}`);

  const random = createRandom(seed);
  const fleet = await startFleet(processes, nowhere);
  const database = new pg.Pool({ connectionString: fleet.databaseUrl, max: 4 });
  const sender = createSender(fleet.urls, fleetSecrets.IDNGO_WEBHOOK_SECRET, createRandom(seed + 1));
  const startedAt = performance.now();
  const disagreements: Disagreement[] = [];
  let arrivals = 0;
  try {
    for (let first = 0; first < wanted; first += batch) {
      const size = Math.min(batch, wanted - first);
      const people = Array.from({ length: size }, (_, number) => makeHistory(`u-history-${first + number}`, random));
      arrivals += people.reduce((sum, person) => sum + person.arrivals.length, 0);
      disagreements.push(...(await live(people, first)));
    }
  } finally {
    await database.end();
    await fleet.close();
  }

  async function live(people: readonly History[], first: number): Promise<Disagreement[]> {
    const pages = new Map<string, OpenPage[]>();
    const cookies = new Map<string, string>();
    await forEachAtOnce([...people.entries()], 16, async ([number, { externalUserId }]) => {
      const url = fleet.urls[number % processes] ?? '';
      const cookie = await enterAs(externalUserId, first + number, url, fleetSecrets.SIGN_IN_SECRET);
      cookies.set(externalUserId, cookie);
      pages.set(
        externalUserId,
        fleet.urls.map(each => openPage([each], cookie)),
      );
    });
    // One after the other for each person, since their order is the point, and many people at once.
    await forEachAtOnce(people, 32, async ({ arrivals: told }) => {
      for (const one of told) await sender.send(one);
    });
    const found: Disagreement[] = [];
    await forEachAtOnce(people, 16, async ({ externalUserId, told }) => {
      const expected = expectStatus(told, level);
      const row = await readRow(database, externalUserId);
      const answers = await Promise.all(fleet.urls.map(url => askStatus(url, cookies.get(externalUserId) ?? '')));
      const open = pages.get(externalUserId) ?? [];
      await waitUntil(() => open.every(page => page.shown()?.revision === row.revision));
      const shown = [...answers, ...open.map(page => page.shown())];
      const said = [row.status, ...shown.map(spellStatus)];
      const areOne = shown.every(each => each?.revision === row.revision && each.changedAt === answers[0]?.changedAt);
      if (!areOne || said.some(status => status !== expected)) found.push({ externalUserId, expected, said });
    });
    for (const page of [...pages.values()].flat()) page.close();
    return found;
  }

  const seconds = Math.round((performance.now() - startedAt) / 1000);
  console.log(`  ${arrivals} deliveries, repeats included, in any order, to either process, in ${seconds} s`);
  console.log(`  database, both answers and both open pages against the oracle: ${disagreements.length} disagree`);
  for (const { externalUserId, expected, said } of disagreements.slice(0, 10)) {
    console.log(`    ${externalUserId}: expected ${expected}, said ${said.join(' | ')}`);
  }
  return disagreements.length === 0;
}

async function readRow(database: pg.Pool, externalUserId: string): Promise<{ status: string; revision: number }> {
  const { rows } = await database.query<{ status: string; remedy: string | null; revision: number }>(
    'select status, remedy, revision from verifications where external_user_id = $1 and level_name = $2',
    [externalUserId, level],
  );
  const row = rows[0];
  if (!row) return { status: 'no row', revision: -1 };
  return { status: row.remedy ? `${row.status}: ${row.remedy}` : row.status, revision: row.revision };
}

async function waitUntil(isSo: () => boolean): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (!isSo() && performance.now() < deadline) await delay(10);
}
