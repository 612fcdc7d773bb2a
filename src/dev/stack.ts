import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPrivatePostgres } from '#server/database/private-postgres';
import { removeDataDir } from '#testing/remove-data-dir';
import { answersAt, endProcess } from './child-process';
import { findFreePort } from './find-free-port';
import { readLocalEnvironment } from './local-environment';

export type Part = 'app' | 'sandbox';

/** One more process of the app on the same database. */
export interface AppProcess {
  url: string;
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

export interface Stack {
  appUrl: string;
  sandboxUrl: string;
  databaseUrl: string;
  start(part: Part): Promise<void>;
  /** Starts another process of the app beside the first, on a port of its own. */
  startAnotherApp(): Promise<AppProcess>;
  /** Ends a part with a signal and waits until it is gone. */
  end(part: Part, signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** Runs a command of the built backend with the app's environment. Returns what it prints. */
  run(...args: string[]): Promise<{ code: number; text: string }>;
  /** The process of a running part. */
  pidOf(part: Part): number;
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
  const others = new Set<ChildProcess>();
  let output = '';

  async function launch(
    name: string,
    entry: string,
    env: Record<string, string | undefined>,
    probe: string,
  ): Promise<ChildProcess> {
    const child = spawn(process.execPath, [entry], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const keep = (chunk: unknown) => {
      output += String(chunk);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    if (await answersAt(probe, child)) return child;
    throw new Error(`${name} ended instead of answering:\n${output.slice(-3000)}`);
  }

  async function start(part: Part): Promise<void> {
    const probe = part === 'app' ? `${urls.app}/readyz` : `${urls.sandbox}/`;
    running.set(part, await launch(part, entries[part], environments[part], probe));
  }

  async function startAnotherApp(): Promise<AppProcess> {
    const anotherPort = await findFreePort();
    const url = `http://localhost:${anotherPort}`;
    const child = await launch('another app', entries.app, { ...server, PORT: String(anotherPort) }, `${url}/readyz`);
    others.add(child);
    return { url, end: signal => endProcess(child, signal) };
  }

  async function end(part: Part, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const child = running.get(part);
    running.delete(part);
    if (child) await endProcess(child, signal);
  }

  const postgres = await startPrivatePostgres(dataDir); // adopted by the app; held open here for tests that look inside
  await start('sandbox');
  await start('app');
  return {
    appUrl: urls.app,
    sandboxUrl: urls.sandbox,
    databaseUrl: postgres.url,
    start,
    startAnotherApp,
    end,
    async run(...args) {
      const child = spawn(process.execPath, ['dist/server/command.js', ...args], {
        env: server,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let text = '';
      child.stdout.on('data', chunk => {
        text += String(chunk);
      });
      const [code] = (await once(child, 'close')) as [number | null];
      return { code: code ?? 1, text };
    },
    pidOf: part => running.get(part)?.pid ?? 0,
    output: () => output,
    async close() {
      for (const child of others) await endProcess(child, 'SIGTERM');
      await end('app', 'SIGTERM');
      await end('sandbox', 'SIGTERM');
      await postgres.stop();
      await removeDataDir(dataDir);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
