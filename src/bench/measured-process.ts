import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';

export interface Memory {
  /** Resident now, and at most so far, in bytes. */
  rss: number;
  peakRss: number;
}

export interface MeasuredProcess {
  /** What it holds in memory; `collected` once what nobody needs is gone. */
  readMemory(when?: 'now' | 'collected'): Promise<Memory>;
  close(): Promise<void>;
}

/** Answers every message with figures; goes into the process before its program and is no part of it. */
const memoryReporter = `process.on('message', when => {
  if (when === 'collected') gc();
  process.send({ rss: process.memoryUsage.rss(), peakRss: process.resourceUsage().maxRSS * 1024 });
})`;

/**
 * A program as a process of its own. `entry` is what Node is to run: `['dist/server/main.js']`, or the sources through a
 * loader. Returns once `probe` answers with success.
 */
export async function startMeasuredProcess(options: {
  entry: readonly string[];
  env: Record<string, string>;
  probe: string;
  output?: 'inherit' | 'ignore';
}): Promise<MeasuredProcess> {
  const { entry, env, probe, output = 'inherit' } = options;
  const reporter = `data:text/javascript,${encodeURIComponent(memoryReporter)}`;
  const child = spawn(process.execPath, ['--expose-gc', '--import', reporter, ...entry], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', output, 'inherit', 'ipc'],
  });
  await untilItAnswers(probe, child);
  return {
    async readMemory(when = 'now') {
      const answer = once(child, 'message');
      child.send(when);
      const [memory] = await answer;
      return memory as Memory;
    },
    async close() {
      child.disconnect(); // an open channel would keep it alive
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

async function untilItAnswers(probe: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`What was to answer ${probe} ended instead`);
    const answers = await fetch(probe).then(
      response => response.ok,
      () => false,
    );
    if (answers) return;
    await delay(50);
  }
}
