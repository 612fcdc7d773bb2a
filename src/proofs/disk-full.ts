import { execFileSync } from 'node:child_process';
import { chmodSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { buildIfStale } from '#dev/build-if-stale';
import { findFreePort } from '#dev/find-free-port';
import { startPrivatePostgres } from '#server/database/private-postgres';
import { fleetSecrets, launchApp } from './fleet';
import { openPage } from './open-page';
import { expectStatus } from './oracle';
import { askStatus, enterAs, spellStatus } from './people';
import { createRandom } from './seeded-random';
import { createSender, forEachAtOnce } from './sender';
import { level, makeStory, type Told } from './story';

const people = 30;
const eventsEach = 40;
const diskMegabytes = 192;
const nowhere = 'http://127.0.0.1:9';
const recoveryMs = 60_000;

/**
 * Fills the disk under the private PostgreSQL, a small one in memory, twice while deliveries arrive: once so that tables
 * cannot grow, and once so that the server's own journal cannot, which makes it crash. Needs to be root on Linux.
 */
export async function prove(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({ args: [...args], options: { seed: { type: 'string' } } });
  const seed = Number(values.seed ?? Date.now() % 1_000_000);
  const random = createRandom(seed);
  const mount = mkdtempSync(join(tmpdir(), 'portico-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${diskMegabytes}m`, 'tmpfs', mount], { stdio: 'pipe' });
  } catch {
    rmSync(mount, { recursive: true });
    console.error('A small disk could not be mounted: this has to run as root on Linux');
    return false;
  }
  buildIfStale();
  console.log(`A disk of ${diskMegabytes} MB, ${people * eventsEach} deliveries, seed ${seed}`);
  chmodSync(mount, 0o755);
  const dataDir = join(mount, 'data');
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const app = launchApp(port, { DATA_DIR: dataDir, IDNGO_BASE_URL: nowhere });
  try {
    if (!(await app.ready)) throw new Error('The app did not start on the small disk');
    const stories = Array.from({ length: people }, (_, number) => makeStory(`u-disk-${number}`, eventsEach, random));
    const cookies = new Map<string, string>();
    for (const [number, { externalUserId }] of stories.entries()) {
      cookies.set(externalUserId, await enterAs(externalUserId, number, url, fleetSecrets.SIGN_IN_SECRET));
    }
    const pages = new Map([...cookies].map(([person, cookie]) => [person, openPage([url], cookie)]));
    const sender = createSender([url], fleetSecrets.IDNGO_WEBHOOK_SECRET, random);
    const waiting = random.shuffle(stories.flatMap(story => story.told));
    const accepted: Told[] = [];
    const databaseUrl = (await startPrivatePostgres(dataDir)).url;
    const sendAll = (told: readonly Told[]) =>
      forEachAtOnce(told, 16, async one => {
        await sender.send(one);
        accepted.push(one);
      });
    let isAlive = true;
    const watch = setInterval(() => {
      fetch(`${url}/healthz`).then(
        response => {
          isAlive &&= response.ok;
        },
        () => {
          isAlive = false;
        },
      );
    }, 250);

    const third = Math.floor(waiting.length / 3);
    await sendAll(waiting.slice(0, third));
    for (const [round, how] of (['tables cannot grow', 'the journal cannot grow'] as const).entries()) {
      const release = fillDisk(mount);
      if (how === 'the journal cannot grow') await fillJournal(databaseUrl);
      const refusedBefore = countRefused();
      const sending = sendAll(waiting.slice(third * (round + 1), round === 1 ? undefined : third * (round + 2)));
      const until = performance.now() + 20_000;
      while (countRefused() - refusedBefore < 50 && performance.now() < until) await delay(20);
      const refused = countRefused() - refusedBefore;
      release();
      const releasedAt = performance.now();
      await Promise.race([sending, delay(recoveryMs)]);
      const seconds = ((performance.now() - releasedAt) / 1000).toFixed(1);
      console.log(`  disk full, ${how}: ${refused} refused; ${seconds} s after there was room all were accepted`);
    }
    clearInterval(watch);

    const database = new pg.Client({ connectionString: databaseUrl });
    await database.connect();
    const { rows } = await database.query<{ correlation_id: string }>('select distinct correlation_id from deliveries');
    await database.end();
    const kept = new Set(rows.map(row => row.correlation_id));
    const lost = accepted.filter(told => !kept.has(told.correlationId)).length;
    let wrong = 0;
    let stale = 0;
    await delay(2_500); // what a lost announcement may cost
    for (const { externalUserId, told } of stories) {
      const answer = await askStatus(url, cookies.get(externalUserId) ?? '');
      if (spellStatus(answer) !== expectStatus(told, level)) wrong += 1;
      if (pages.get(externalUserId)?.shown()?.revision !== answer.revision) stale += 1;
    }
    for (const page of pages.values()) page.close();
    const answers = [...sender.figures.refused].map(([answer, count]) => `${count} × ${answer}`).join(', ');
    console.log(`  not accepted at first: ${answers || 'none'}; the app answered /healthz throughout: ${isAlive}`);
    console.log(`  accepted deliveries lost: ${lost}, wrong final states: ${wrong}, stale pages: ${stale}`);
    const panics =
      readFileSync(join(dataDir, 'postgres', 'server.log'), 'utf8').match(/^.*PANIC: .*No space left/gm) ?? [];
    console.log(`  PostgreSQL crashed for want of room ${panics.length} times`);
    const onlyLater = [...sender.figures.refused.keys()].every(answer => answer === '503');
    return (
      accepted.length === waiting.length && countRefused() >= 100 && onlyLater && isAlive && lost + wrong + stale === 0
    );

    function countRefused(): number {
      return [...sender.figures.refused.values()].reduce((sum, count) => sum + count, 0);
    }
  } finally {
    await app.end('SIGTERM');
    await (await startPrivatePostgres(dataDir)).stop();
    execFileSync('umount', [mount]);
    rmSync(mount, { recursive: true });
  }
}

/** Returns how to make room again. */
function fillDisk(mount: string): () => void {
  const path = join(mount, 'ballast');
  const file = openSync(path, 'w');
  for (let size = 1024 * 1024; size >= 4096; ) {
    try {
      writeSync(file, Buffer.alloc(size));
    } catch {
      size /= 4;
    }
  }
  closeSync(file);
  return () => rmSync(path);
}

/** Writes to PostgreSQL's journal alone, until it is full and the server has crashed. */
async function fillJournal(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => undefined); // that is the aim
  await client.connect();
  try {
    for (let megabytes = 0; megabytes < diskMegabytes * 2; megabytes += 1) {
      await client.query(`select pg_logical_emit_message(false, 'ballast', repeat('x', 1024 * 1024))`);
    }
  } catch {
    // The journal is full.
  } finally {
    await client.end().catch(() => undefined);
  }
}
