import pg from 'pg';
import type { Database } from '../database/database';
import { describeError, type Log } from '../log';

export interface Job {
  name: string;
  everyMs: number;
  /** May be cut off at any point and run again elsewhere. */
  run(signal: AbortSignal): Promise<unknown>;
}

export interface Jobs {
  /** Whether this process is the one that runs them. */
  isHere(): boolean;
  /** Takes the lead where nobody has it. */
  stand(): Promise<void>;
  close(): Promise<void>;
}

/** Any constant: whoever holds it is the one process that runs the jobs. */
const jobsLock = 4_172_002;
const standIntervalMs = 5_000;

/**
 * Runs the jobs in one process at a time. The lead is a lock held by a connection of its own: when the process or the
 * connection dies, PostgreSQL gives it back, and another process has it seconds later.
 */
export function createJobs({ database, log, jobs }: { database: Database; log: Log; jobs: readonly Job[] }): Jobs {
  let lead: { client: pg.Client; stop: AbortController; timers: NodeJS.Timeout[] } | undefined;
  let standing: Promise<void> | undefined;
  let closed = false;
  const running = new Set<Promise<void>>();

  function begin(job: Job, signal: AbortSignal): NodeJS.Timeout {
    let busy = false;
    const once = () => {
      if (busy || signal.aborted) return;
      busy = true;
      const run = job
        .run(signal)
        .then(() => undefined)
        .catch((error: unknown) => {
          if (!signal.aborted) log.warn({ job: job.name, error: describeError(error) }, 'a job failed; it runs again');
        })
        .finally(() => {
          busy = false;
          running.delete(run);
        });
      running.add(run);
    };
    once();
    const timer = setInterval(once, job.everyMs);
    timer.unref();
    return timer;
  }

  function lose(client: pg.Client): void {
    client.removeAllListeners();
    client.on('error', () => undefined); // a dying connection can complain more than once
    if (lead?.client === client) {
      lead.stop.abort();
      for (const timer of lead.timers) clearInterval(timer);
      lead = undefined;
    }
    client.end().catch(() => undefined); // it is gone already, or goes by itself
  }

  async function tryToLead(): Promise<void> {
    if (lead || closed) return;
    const client = new pg.Client({ connectionString: database.url, keepAlive: true, connectionTimeoutMillis: 5_000 });
    client.on('error', () => lose(client));
    client.on('end', () => lose(client));
    try {
      await client.connect();
      const { rows } = await client.query<{ won: boolean }>('select pg_try_advisory_lock($1) as won', [jobsLock]);
      if (!rows[0]?.won || closed) return lose(client);
      const stop = new AbortController();
      lead = { client, stop, timers: [] };
      lead.timers = jobs.map(job => begin(job, stop.signal));
    } catch (error) {
      lose(client);
      throw error;
    }
  }

  const stand = (): Promise<void> => {
    standing ??= tryToLead().finally(() => {
      standing = undefined;
    });
    return standing;
  };
  const retry = setInterval(() => {
    stand().catch((error: unknown) => log.warn({ error: describeError(error) }, 'the jobs could not be taken over'));
  }, standIntervalMs);
  retry.unref();

  return {
    isHere: () => lead !== undefined,
    stand,
    async close() {
      closed = true;
      clearInterval(retry);
      await standing?.catch(() => undefined); // logged by whoever asked
      if (lead) lose(lead.client);
      await Promise.all(running);
    },
  };
}
