import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { answersAt, endProcess } from '#dev/child-process';
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

export interface AppProcess {
  /** False where it ended instead. */
  ready: Promise<boolean>;
  end(signal: NodeJS.Signals): Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

export const fleetSecrets = {
  SESSION_SECRET: 'a-session-secret-for-proofs',
  SIGN_IN_SECRET: 'a-sign-in-secret-for-proofs',
  IDNGO_WEBHOOK_SECRET: 'a-webhook-secret-for-proofs',
};

/** The built app as a process of its own; what it writes goes to `onOutput`. */
export function launchApp(
  port: number,
  variables: Record<string, string>,
  onOutput: (text: string) => void = () => undefined,
): AppProcess {
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    env: {
      PATH: process.env.PATH,
      LOG_LEVEL: 'warn',
      PORT: String(port),
      TRUSTED_PROXIES: '1',
      IDNGO_APP_TOKEN: 'sbx:proof.token',
      IDNGO_SECRET_KEY: 'a-secret-key-for-proofs',
      ...fleetSecrets,
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'], // the channel ends it when a proof is killed
  });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', chunk => onOutput(String(chunk)));
  return {
    ready: answersAt(`http://127.0.0.1:${port}/readyz`, child),
    async end(signal) {
      await endProcess(child, signal);
      return { code: child.exitCode, signal: child.signalCode };
    },
  };
}

/** Processes of the built app on one PostgreSQL, as they would stand behind a proxy; IDnGO is at `providerUrl`. */
export async function startFleet(size: number, providerUrl: string): Promise<Fleet> {
  const directory = mkdtempSync(join(tmpdir(), 'portico-fleet-'));
  const dataDir = join(directory, 'data');
  let postgres: PrivatePostgres = await startPrivatePostgres(dataDir);
  const ports: number[] = [];
  while (ports.length < size) ports.push(await findFreePort());
  const urls = ports.map(port => `http://127.0.0.1:${port}`);
  const running = new Map<number, AppProcess>();
  let output = '';

  async function start(place: number): Promise<void> {
    const app = launchApp(ports[place] ?? 0, { DATABASE_URL: postgres.url, IDNGO_BASE_URL: providerUrl }, text => {
      output = (output + text).slice(-200_000);
    });
    running.set(place, app);
    const endedByItself = !(await app.ready) && running.get(place) === app;
    if (endedByItself) await start(place); // as a supervisor would
  }

  async function end(place: number, signal: NodeJS.Signals): Promise<void> {
    const app = running.get(place);
    running.delete(place);
    await app?.end(signal);
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
