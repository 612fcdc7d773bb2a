import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { findFreePort } from '#dev/find-free-port';
import { type PrivatePostgres, startPrivatePostgres } from '#server/database/private-postgres';
import { removeDataDir } from '#testing/remove-data-dir';

export interface Fleet {
  /** Where each process answers, also after it was started again. */
  urls: readonly string[];
  databaseUrl: string;
  /** Starts a process and waits until it is ready. */
  start(place: number): Promise<void>;
  kill(place: number): Promise<void>;
  /** Kills PostgreSQL with all its backends, and starts it again on the same folder. */
  crashPostgres(): Promise<void>;
  /** What the processes have written so far. */
  output(): string;
  close(): Promise<void>;
}

export const fleetSecrets = {
  SESSION_SECRET: 'a-session-secret-for-proofs',
  SIGN_IN_SECRET: 'a-sign-in-secret-for-proofs',
  IDNGO_WEBHOOK_SECRET: 'a-webhook-secret-for-proofs',
};

/** Processes of the built app on one PostgreSQL, as they would stand behind a proxy; IDnGO is at `providerUrl`. */
export async function startFleet(size: number, providerUrl: string): Promise<Fleet> {
  const directory = mkdtempSync(join(tmpdir(), 'portico-fleet-'));
  const dataDir = join(directory, 'data');
  let postgres: PrivatePostgres = await startPrivatePostgres(dataDir);
  const ports: number[] = [];
  while (ports.length < size) ports.push(await findFreePort());
  const urls = ports.map(port => `http://127.0.0.1:${port}`);
  const running = new Map<number, ChildProcess>();
  let output = '';

  async function start(place: number): Promise<void> {
    const child = spawn(process.execPath, ['dist/server/main.js'], {
      env: {
        PATH: process.env.PATH,
        LOG_LEVEL: 'warn',
        PORT: String(ports[place]),
        DATABASE_URL: postgres.url,
        TRUSTED_PROXIES: '1',
        IDNGO_APP_TOKEN: 'sbx:proof.token',
        IDNGO_SECRET_KEY: 'a-secret-key-for-proofs',
        IDNGO_BASE_URL: providerUrl,
        ...fleetSecrets,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.set(place, child);
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', chunk => {
        output = (output + String(chunk)).slice(-200_000);
      });
    }
    for (;;) {
      const hasEnded = child.exitCode !== null || child.signalCode !== null;
      if (hasEnded && running.get(place) === child) return start(place); // as a supervisor would
      if (hasEnded) return;
      const isReady = await fetch(`${urls[place]}/readyz`).then(
        response => response.ok,
        () => false,
      );
      if (isReady) return;
      await delay(50);
    }
  }

  async function end(place: number, signal: NodeJS.Signals): Promise<void> {
    const child = running.get(place);
    running.delete(place);
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  await Promise.all(urls.map((_url, place) => start(place)));
  return {
    urls,
    databaseUrl: postgres.url,
    start,
    kill: place => end(place, 'SIGKILL'),
    async crashPostgres() {
      const pidFile = readFileSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8');
      process.kill(Number.parseInt(pidFile, 10), 'SIGKILL');
      // The backends of a killed server hold on to its memory for a moment, and it will not start beside them.
      for (let tries = 0; ; tries += 1) {
        await delay(200);
        try {
          postgres = await startPrivatePostgres(dataDir);
          return;
        } catch (error) {
          if (tries > 20) throw error;
        }
      }
    },
    output: () => output,
    async close() {
      await Promise.all(urls.map((_url, place) => end(place, 'SIGTERM')));
      await postgres.stop();
      await removeDataDir(dataDir);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
