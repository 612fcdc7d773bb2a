import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import type { Queryable } from '#server/database/database';
import { type OpenPage, openPage } from './open-page';
import { expectStatus } from './oracle';
import { askStatus, enterAs, requestCheck, spellStatus } from './people';
import type { Random } from './seeded-random';
import { forEachAtOnce, type Sender } from './sender';
import type { SimulatedIdngo } from './simulated-idngo';
import { level, makePlainStory, makeStory, type Story, type Told } from './story';

/** A history with its deliveries in the order in which they arrive: any, with repeats, and now and then without the last. */
export interface History extends Story {
  arrivals: Told[];
  /** What nobody will ever hear of, unless IDnGO is asked. */
  dropped: Told[];
}

export interface Disagreement {
  externalUserId: string;
  expected: string;
  /** By the database, by every process and by every page. */
  said: string[];
}

export const maxEvents = 12;
const patienceMs = 10_000;
/** Nobody asks IDnGO about more than a few at a time. */
const checkPatienceMs = 60_000;

export function makeHistory(externalUserId: string, random: Random): History {
  const length = random.integer(1, maxEvents);
  const losesTheLast = random.next() < 0.25;
  const story = (losesTheLast ? makePlainStory : makeStory)(externalUserId, length, random);
  const kept = losesTheLast ? story.told.slice(0, -random.integer(1, 3)) : story.told;
  const repeats = kept.filter(() => random.next() < 0.3);
  return { ...story, arrivals: random.shuffle([...kept, ...repeats]), dropped: story.told.slice(kept.length) };
}

/** What can be known in the end: what arrived, and of the rest the last word, which IDnGO gives when it is asked. */
function listKnown({ told, dropped }: History): Told[] {
  return [...told.slice(0, told.length - dropped.length), ...dropped.slice(-1)];
}

interface Surroundings {
  urls: readonly string[];
  database: Queryable;
  sender: Sender;
  signInSecret: string;
  idngo: SimulatedIdngo;
}

/** Lives the histories on processes at `urls`, each with a page open at every process, and asks everybody in the end. */
export async function liveHistories(
  histories: readonly History[],
  { urls, database, sender, signInSecret, idngo }: Surroundings,
): Promise<Disagreement[]> {
  const pages = new Map<string, OpenPage[]>();
  const cookies = new Map<string, string>();
  await forEachAtOnce([...histories.entries()], 16, async ([number, { externalUserId }]) => {
    const cookie = await enterAs(externalUserId, number, urls[number % urls.length] ?? '', signInSecret);
    cookies.set(externalUserId, cookie);
    pages.set(
      externalUserId,
      urls.map(url => openPage([url], cookie)),
    );
  });
  try {
    // One after the other for each person, since their order is the point, and many people at once.
    await forEachAtOnce(histories, 32, async ({ externalUserId, arrivals, told, dropped }) => {
      for (const one of arrivals) await sender.send(one);
      if (dropped.length === 0) return;
      idngo.know(externalUserId, told);
      await requestCheck(urls[arrivals.length % urls.length] ?? '', cookies.get(externalUserId) ?? '');
    });
    const found: Disagreement[] = [];
    await forEachAtOnce(histories, 16, async history => {
      const { externalUserId } = history;
      const expected = expectStatus(listKnown(history), level);
      const open = pages.get(externalUserId) ?? [];
      if (history.dropped.length > 0) {
        await waitUntil(() => open.every(page => spellStatus(page.shown()) === expected), checkPatienceMs);
      }
      const row = await readRow(database, externalUserId);
      const answers = await Promise.all(urls.map(url => askStatus(url, cookies.get(externalUserId) ?? '')));
      await waitUntil(() => open.every(page => page.shown()?.revision === row.revision), patienceMs);
      const shown = [...answers, ...open.map(page => page.shown())];
      const said = [row.status, ...shown.map(spellStatus)];
      const areOne = shown.every(each => each?.revision === row.revision && each.changedAt === answers[0]?.changedAt);
      if (!areOne || said.some(status => status !== expected)) found.push({ externalUserId, expected, said });
    });
    return found;
  } finally {
    for (const page of [...pages.values()].flat()) page.close();
  }
}

async function readRow(database: Queryable, externalUserId: string): Promise<{ status: string; revision: number }> {
  const { rows } = await database.query<{ status: string; remedy: string | null; revision: number }>(
    'select status, remedy, revision from verifications where external_user_id = $1 and level_name = $2',
    [externalUserId, level],
  );
  const row = rows[0];
  if (!row) return { status: 'no row', revision: -1 };
  return { status: row.remedy ? `${row.status}: ${row.remedy}` : row.status, revision: row.revision };
}

async function waitUntil(isSo: () => boolean, patienceMs: number): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (!isSo() && performance.now() < deadline) await delay(10);
}
