import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startPrivatePostgres } from '#server/database/private-postgres';
import { removeDataDir } from '#testing/remove-data-dir';
import { findFreePort } from './find-free-port';
import { readLocalEnvironment } from './local-environment';

export type Part = 'app' | 'sandbox';

export interface Stack {
  appUrl: string;
  sandboxUrl: string;
  databaseUrl: string;
  start(part: Part): Promise<void>;
  /** Ends a part with a signal and waits until it is gone. */
  end(part: Part, signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** What the parts have written so far. */
  output(): string;
  close(): Promise<void>;
}

const entries: Record<Part, string> = { app: 'dist/server/main.js', sandbox: 'dist/sandbox/main.js' };

/** The built app and sandbox as processes of their own, on free ports and in a folder that goes with them. */
export async function startStack(variables: Record<string, string> = {}, sandboxHost = 'localhost'): Promise<Stack> {
  const directory = mkdtempSync(join(tmpdir(), 'portico-stack-'));
  const dataDir = join(directory, 'data');
  const [port, sandboxPort] = [await findFreePort(), await findFreePort()];
  const { server, sandbox } = readLocalEnvironment({
    PATH: process.env.PATH,
    LOG_LEVEL: 'info',
    PORT: String(port),
    PUBLIC_URL: `http://localhost:${port}`,
    SANDBOX_PORT: String(sandboxPort),
    SANDBOX_PUBLIC_URL: `http://${sandboxHost}:${sandboxPort}`,
    DATA_DIR: dataDir,
    ...variables,
  });
  const environments: Record<Part, Record<string, string | undefined>> = { app: server, sandbox };
  const urls: Record<Part, string> = {
    app: `http://localhost:${port}`,
    sandbox: `http://${sandboxHost}:${sandboxPort}`,
  };
  const running = new Map<Part, ChildProcess>();
  let output = '';

  async function start(part: Part): Promise<void> {
    const child = spawn(process.execPath, [entries[part]], {
      env: environments[part],
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.set(part, child);
    const keep = (chunk: unknown) => {
      output += String(chunk);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const url = part === 'app' ? `${urls.app}/readyz` : `${urls.sandbox}/`;
    for (;;) {
      if (child.exitCode !== null) throw new Error(`${part} ended instead of answering:\n${output.slice(-3000)}`);
      const ready = await fetch(url).then(
        response => response.ok,
        () => false,
      );
      if (ready) return;
      await delay(50);
    }
  }

  async function end(part: Part, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const child = running.get(part);
    running.delete(part);
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  }

  const postgres = await startPrivatePostgres(dataDir); // adopted by the app; held open here for tests that look inside
  await start('sandbox');
  await start('app');
  return {
    appUrl: urls.app,
    sandboxUrl: urls.sandbox,
    databaseUrl: postgres.url,
    start,
    end,
    output: () => output,
    async close() {
      await end('app', 'SIGTERM');
      await end('sandbox', 'SIGTERM');
      await postgres.stop();
      await removeDataDir(dataDir);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
