import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { findFreePort } from '#dev/find-free-port';

export interface SandboxProcess {
  url: string;
  dataDir: string;
  /** What it holds in memory now and held at most so far, in bytes. */
  readMemory(): Promise<{ rss: number; peakRss: number }>;
  close(): Promise<void>;
}

/** Answers every message with figures; goes into the process before the sandbox and is no part of it. */
const memoryReporter = `process.on('message', () => process.send({
  rss: process.memoryUsage.rss(), peakRss: process.resourceUsage().maxRSS * 1024 }))`;

/**
 * A sandbox as a process of its own, on a free port, with a receiver of webhooks that takes everything. `entry` is what
 * Node is to run: `['dist/sandbox/main.js']`, or the sources through a loader.
 */
export async function startSandboxProcess(entry: readonly string[]): Promise<SandboxProcess> {
  const dataDir = mkdtempSync(join(tmpdir(), 'portico-sandbox-'));
  const receiver = createServer((request, response) => void request.resume().on('end', () => response.end()));
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(memoryReporter)}`, ...entry],
    {
      env: {
        PATH: process.env.PATH,
        LOG_LEVEL: 'warn',
        SANDBOX_PORT: String(port),
        SANDBOX_PUBLIC_URL: url,
        SANDBOX_DATA_DIR: dataDir,
        SANDBOX_WEBHOOK_URL: await listen(receiver),
      },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  );
  await untilItAnswers(url, child);
  return {
    url,
    dataDir,
    async readMemory() {
      const answer = once(child, 'message');
      child.send('memory');
      const [memory] = await answer;
      return memory as { rss: number; peakRss: number };
    },
    async close() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      receiver.closeAllConnections();
      receiver.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The receiver has no port');
  return `http://127.0.0.1:${address.port}/`;
}

async function untilItAnswers(url: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error('The sandbox ended instead of answering');
    const answers = await fetch(`${url}/panel/api/levels`).then(
      response => response.ok,
      () => false,
    );
    if (answers) return;
    await delay(50);
  }
}
