import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { buildIfStale } from '#dev/build-if-stale';
import { type Fleet, fleetSecrets, startFleet } from './fleet';
import { type OpenPage, openPage } from './open-page';
import { expectStatus } from './oracle';
import { askStatus, enterAs, spellStatus } from './people';
import { createRandom, type Random } from './seeded-random';
import { createSender, forEachAtOnce } from './sender';
import { level, makeStory, type Story, type Told } from './story';

export interface CrashSize {
  deliveries: number;
  people: number;
  processes: number;
  pagesPerPerson: number;
  /** Pause between two kills, in milliseconds, on average. */
  killEveryMs: number;
  /** Every so many kills it is PostgreSQL's turn. */
  postgresEvery: number;
  seed: number;
}

export interface CrashFigures {
  accepted: number;
  attempts: number;
  refused: Record<string, number>;
  kills: number;
  postgresCrashes: number;
  pages: number;
  reconnects: number;
  seconds: number;
  /** Accepted, but not in the database. */
  lost: number;
  /** People of whom database or an answer says something else than the oracle. */
  wrong: number;
  /** Pages that do not show the database's revision ten seconds after the last restart. */
  stale: number;
  /** How long after the last restart the last page was right; undefined where one never was. */
  caughtUpMs: number | undefined;
}

const fullSize: CrashSize = {
  deliveries: 10_000,
  people: 300,
  processes: 3,
  pagesPerPerson: 2,
  killEveryMs: 2_000,
  postgresEvery: 8,
  seed: 1,
};

const patienceMs = 10_000;
/** No delivery reaches IDnGO from here, and nobody is asked for. */
const nowhere = 'http://127.0.0.1:9';

/** Kills processes at random while deliveries arrive and pages are open, and compares everything in the end. */
export async function runCrash(size: CrashSize): Promise<CrashFigures> {
  const random = createRandom(size.seed);
  const stories = Array.from({ length: size.people }, (_, number) => {
    const share =
      Math.floor((size.deliveries * (number + 1)) / size.people) - Math.floor((size.deliveries * number) / size.people);
    return makeStory(`u-crash-${number}`, share, random);
  });
  const fleet = await startFleet(size.processes, nowhere);
  const database = new pg.Pool({ connectionString: fleet.databaseUrl, max: 2 });
  database.on('error', () => undefined); // it is crashed on purpose
  const pages = new Map<string, OpenPage[]>();
  try {
    const cookies = new Map<string, string>();
    await forEachAtOnce([...stories.entries()], 8, async ([number, { externalUserId }]) => {
      const cookie = await enterAs(
        externalUserId,
        number,
        fleet.urls[number % fleet.urls.length] ?? '',
        fleetSecrets.SIGN_IN_SECRET,
      );
      cookies.set(externalUserId, cookie);
      const rotated = (turn: number) =>
        fleet.urls.map((_, place) => fleet.urls[(place + number + turn) % fleet.urls.length] ?? '');
      pages.set(
        externalUserId,
        Array.from({ length: size.pagesPerPerson }, (_, turn) => openPage(rotated(turn), cookie)),
      );
    });

    const startedAt = performance.now();
    const sender = createSender(fleet.urls, fleetSecrets.IDNGO_WEBHOOK_SECRET, createRandom(size.seed + 1));
    const accepted: Told[] = [];
    let isSending = true;
    const reaper = reap(fleet, size, createRandom(size.seed + 2), () => isSending);
    await forEachAtOnce(random.shuffle(stories.flatMap(story => story.told)), 16, async told => {
      await sender.send(told);
      accepted.push(told);
    });
    isSending = false;
    const { kills, postgresCrashes } = await reaper;
    const restartedAt = performance.now();

    const revisions = await readRevisions(database);
    const isStale = () =>
      [...pages].flatMap(([person, open]) =>
        open.filter(page => page.shown()?.revision !== revisions.get(person)?.revision),
      );
    let caughtUpMs: number | undefined;
    while (performance.now() - restartedAt < patienceMs && caughtUpMs === undefined) {
      if (isStale().length === 0) caughtUpMs = Math.round(performance.now() - restartedAt);
      else await delay(20);
    }

    return {
      accepted: accepted.length,
      attempts: sender.figures.attempts,
      refused: Object.fromEntries(sender.figures.refused),
      kills,
      postgresCrashes,
      pages: [...pages.values()].flat().length,
      reconnects: [...pages.values()].flat().reduce((sum, page) => sum + page.reconnects(), 0),
      seconds: Math.round((performance.now() - startedAt) / 1000),
      lost: await countLost(database, accepted),
      wrong: await countWrong(fleet, stories, cookies, revisions),
      stale: isStale().length,
      caughtUpMs,
    };
  } finally {
    for (const page of [...pages.values()].flat()) page.close();
    await database.end();
    await fleet.close();
  }
}

/** Kills somebody every now and then, and starts them again, until the sender is done. At least once. */
async function reap(
  fleet: Fleet,
  size: CrashSize,
  random: Random,
  isSending: () => boolean,
): Promise<{ kills: number; postgresCrashes: number }> {
  let kills = 0;
  let postgresCrashes = 0;
  const restarts: Promise<void>[] = [];
  do {
    await delay(random.integer(1, size.killEveryMs * 2));
    const place = random.integer(0, size.processes - 1);
    await fleet.kill(place);
    kills += 1;
    // Not waited for, so that now and then two are down at once.
    restarts.push(delay(random.integer(0, size.killEveryMs / 2)).then(() => fleet.start(place)));
    if (restarts.length > 1) await restarts.at(-2);
    if (kills % size.postgresEvery === 0) {
      await fleet.crashPostgres();
      postgresCrashes += 1;
    }
  } while (isSending());
  await Promise.all(restarts);
  return { kills, postgresCrashes };
}

interface Revision {
  revision: number;
  status: string;
}

async function readRevisions(database: pg.Pool): Promise<Map<string, Revision>> {
  const { rows } = await database.query<Revision & { external_user_id: string; remedy: string | null }>(
    'select external_user_id, revision, status, remedy from verifications where level_name = $1',
    [level],
  );
  return new Map(
    rows.map(({ external_user_id, revision, status, remedy }) => [
      external_user_id,
      { revision, status: remedy ? `${status}: ${remedy}` : status },
    ]),
  );
}

async function countLost(database: pg.Pool, accepted: readonly Told[]): Promise<number> {
  const { rows } = await database.query<{ correlation_id: string }>('select distinct correlation_id from deliveries');
  const kept = new Set(rows.map(row => row.correlation_id));
  return accepted.filter(told => !kept.has(told.correlationId)).length;
}

async function countWrong(
  fleet: Fleet,
  stories: readonly Story[],
  cookies: ReadonlyMap<string, string>,
  revisions: ReadonlyMap<string, Revision>,
): Promise<number> {
  let wrong = 0;
  await forEachAtOnce(stories, 8, async ({ externalUserId, told }) => {
    const expected = expectStatus(told, level);
    const answers = await Promise.all(fleet.urls.map(url => askStatus(url, cookies.get(externalUserId) ?? '')));
    const said = [revisions.get(externalUserId)?.status, ...answers.map(spellStatus)];
    if (said.some(status => status !== expected)) wrong += 1;
  });
  return wrong;
}

function isProved(figures: CrashFigures, size: CrashSize): boolean {
  return figures.accepted === size.deliveries && figures.lost + figures.wrong + figures.stale === 0;
}

export async function prove(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: { seed: { type: 'string' }, deliveries: { type: 'string' }, people: { type: 'string' } },
  });
  const size: CrashSize = {
    ...fullSize,
    seed: Number(values.seed ?? Date.now() % 1_000_000),
    deliveries: Number(values.deliveries ?? fullSize.deliveries),
    people: Number(values.people ?? fullSize.people),
  };
  buildIfStale();
  console.log(
    `${size.deliveries} deliveries for ${size.people} people over ${size.processes} processes, seed ${size.seed}`,
  );
  const figures = await runCrash(size);
  const refused = Object.entries(figures.refused).map(([answer, count]) => `${count} × ${answer}`);
  console.log(`  ${figures.accepted} accepted after ${figures.attempts} attempts in ${figures.seconds} s`);
  console.log(`  not accepted at first: ${refused.join(', ') || 'none'}`);
  console.log(`  ${figures.kills} kills of the app, ${figures.postgresCrashes} of PostgreSQL`);
  console.log(`  ${figures.pages} open pages, which reconnected ${figures.reconnects} times`);
  console.log(`  accepted deliveries lost: ${figures.lost}`);
  console.log(`  people with a wrong final state: ${figures.wrong}`);
  console.log(
    `  pages stale 10 s after the last restart: ${figures.stale} (the last was right after ${figures.caughtUpMs} ms)`,
  );
  return isProved(figures, size);
}
