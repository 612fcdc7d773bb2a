import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { startPrivatePostgres } from '#server/database/private-postgres';
import { removeDataDir } from '#testing/remove-data-dir';
import { startStreamHolder } from './hold-streams';
import { type DeliveryLoad, loadWithDeliveries } from './load-deliveries';
import { loadWithStreams, type StreamLoad } from './load-streams';
import { type Subject, startApp, startBareMinimum } from './subjects';

export interface LoadSizes {
  /** Of each measurement. */
  deliveries: number;
  streams: number;
  /** How many of the streams are told something in the burst, and at a pace. */
  told: number;
}

/**
 * The app and the bare minimum of its stack under the same load, on one machine and one database: a private PostgreSQL
 * with its settings as they come (every commit is on the disk before it counts), or the one at `databaseUrl`.
 */
export async function measureLoad(sizes: LoadSizes, databaseUrl?: string): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'portico-load-'));
  const postgres = databaseUrl ? undefined : await startPrivatePostgres(dataDir);
  const url = databaseUrl ?? postgres?.url ?? '';
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const version = await client.query<{ server_version: string }>('show server_version');
    console.log(`\nNode ${process.version}, PostgreSQL ${version.rows[0]?.server_version}, ${cpus().length} cores`);
    reportLoad();
    await (await startApp(url)).close(); // which makes the tables
    if (sizes.deliveries > 0) await measureDeliveries(url, client, sizes.deliveries);
    if (sizes.streams > 0) await measureStreams(url, client, sizes);
    reportLoad();
  } finally {
    await client.end();
    await postgres?.stop();
    await removeDataDir(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Both run all the time and are loaded in turn, so that whatever else the machine does hits both. */
async function measureDeliveries(url: string, client: pg.Client, count: number): Promise<void> {
  const subjects = [await startBareMinimum(url), await startApp(url)];
  try {
    for (const subject of subjects) {
      await loadWithDeliveries(subject, { people: 'distinct', connections: 8, count: Math.ceil(count / 4) });
    }
    const keptBefore = await countKept(client);
    console.log(`\nSigned deliveries, each answered once it is on the disk, ${count} per line:\n`);
    console.log('  people     connections                  per second    p50 ms    p99 ms    CPU ms');
    for (const people of ['distinct', 'repeated'] as const) {
      for (const connections of [8, 64]) {
        for (const subject of subjects) {
          reportDeliveries(subject, await loadWithDeliveries(subject, { people, connections, count }));
        }
      }
    }
    const kept = (await countKept(client)).map((total, index) => total - (keptBefore[index] ?? 0));
    if (kept.some(number => number !== 4 * count))
      throw new Error(`Of ${4 * count} answered deliveries ${kept} are kept`);
  } finally {
    for (const subject of subjects) await subject.close();
  }
}

/** How many deliveries are on the disk, of the app and of the bare minimum. */
async function countKept(client: pg.Client): Promise<number[]> {
  const { rows } = await client.query<{ count: number }>(
    'select count(*)::int from deliveries union all select count(*)::int from plain_deliveries',
  );
  return rows.map(row => row.count);
}

async function measureStreams(url: string, client: pg.Client, { streams, told }: LoadSizes): Promise<void> {
  console.log(`\n${streams} open streams on one process, ${told} of them told something:\n`);
  console.log('                 opened   opening          memory    most   burst           paced, 50/s');
  console.log('               per second  p99 ms    per stream  memory  p50 ms  p99 ms   p50 ms  p99 ms');
  for (const start of [startBareMinimum, startApp]) {
    const subject = await start(url);
    const holder = startStreamHolder();
    try {
      reportStreams(subject, await loadWithStreams(subject, holder, client, { streams, told }));
    } finally {
      await holder.close();
      await subject.close();
      await delay(500);
    }
  }
}

function reportDeliveries(
  { name }: Subject,
  { people, connections, perSecond, cpuMs, latenciesMs }: DeliveryLoad,
): void {
  const times = [...quantiles(latenciesMs), cpuMs.toFixed(2)].map(ms => ms.padStart(9));
  const cells = [perSecond.toFixed(0).padStart(8), ...times];
  console.log(`  ${people.padEnd(10)} ${String(connections).padStart(11)}   ${name.padEnd(13)} ${cells.join(' ')}`);
}

function reportStreams({ name }: Subject, load: StreamLoad): void {
  const [, openingP99 = ''] = quantiles(load.openingMs);
  const cells = [
    load.openedPerSecond.toFixed(0).padStart(11),
    openingP99.padStart(7),
    `${(load.bytesPerStream / 1024).toFixed(1)} kB`.padStart(13),
    `${(load.peakBytes / 1024 / 1024).toFixed(0)} MB`.padStart(7),
    ...[load.burstMs, load.pacedMs].flatMap(samples => quantiles(samples).map(ms => ms.padStart(7))),
  ];
  console.log(`  ${name.padEnd(12)} ${cells.join(' ')}`);
}

function reportLoad(): void {
  const averages = loadavg().map(average => average.toFixed(1));
  console.log(`Load of the machine over 1, 5 and 15 minutes: ${averages.join(', ')}`);
}

/** The median and the 99th percentile. */
function quantiles(samples: readonly number[]): string[] {
  const sorted = samples.toSorted((a, b) => a - b);
  return [0.5, 0.99].map(share => (sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN).toFixed(1));
}
