import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { answersAt, endProcess } from '#dev/child-process';

export interface Usage {
  /** Resident memory now, and at most so far, in bytes. */
  rss: number;
  peakRss: number;
  /** Time of a processor used so far, its own and the kernel's for it. */
  cpuMs: number;
}

export interface MeasuredProcess {
  /** What it uses; `collected` once what nobody needs is gone from memory. */
  readUsage(when?: 'now' | 'collected'): Promise<Usage>;
  close(): Promise<void>;
}

/** Answers every message with figures; goes into the process before its program and is no part of it. */
const usageReporter = `process.on('message', when => {
  if (when === 'collected') gc();
  const { user, system } = process.cpuUsage();
  process.send({ rss: process.memoryUsage.rss(), peakRss: process.resourceUsage().maxRSS * 1024, cpuMs: (user + system) / 1000 });
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
  const reporter = `data:text/javascript,${encodeURIComponent(usageReporter)}`;
  const child = spawn(process.execPath, ['--expose-gc', '--import', reporter, ...entry], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', output, 'inherit', 'ipc'],
  });
  if (!(await answersAt(probe, child))) throw new Error(`What was to answer ${probe} ended instead`);
  return {
    async readUsage(when = 'now') {
      const answer = once(child, 'message');
      child.send(when);
      const [usage] = await answer;
      return usage as Usage;
    },
    async close() {
      child.disconnect(); // an open channel would keep it alive
      await endProcess(child, 'SIGTERM');
    },
  };
}
