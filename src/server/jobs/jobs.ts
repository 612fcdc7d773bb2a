import { performance } from 'node:perf_hooks';
import pg from 'pg';
import type { Database } from '../database/database';
import { describeError, type Log } from '../log';

export interface Job {
  name: string;
  everyMs: number;
  /** Name of a NOTIFY channel that makes the job run at once; a hint only, since `everyMs` comes anyway. */
  wakeOn?: string;
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

export interface LeadTimes {
  /** How often a process that does not lead tries to. */
  standIntervalMs: number;
  /** How often the leader shows PostgreSQL that it is alive. */
  pingIntervalMs: number;
  /** How long PostgreSQL lets it be silent before it takes the lead away. */
  silenceMs: number;
}

/** Any constant: whoever holds it is the one process that runs the jobs. */
export const jobsLock = 4_172_002;
const defaultTimes: LeadTimes = { standIntervalMs: 5_000, pingIntervalMs: 5_000, silenceMs: 15_000 };

interface Lead {
  client: pg.Client;
  stop: AbortController;
  timers: NodeJS.Timeout[];
  /** When the last question that was answered was put: PostgreSQL counts the silence from later on. */
  heardSince: number;
}

/**
 * Runs the jobs in one process at a time.
 *
 * 1. The lead is a lock held by a connection of its own: when the process or the connection dies, PostgreSQL gives it back.
 * 2. A process that is paused, or whose line is cut in silence, keeps its connection. So the leader asks something
 *    every few seconds, and PostgreSQL ends a session that has not (`idle_session_timeout`).
 * 3. A leader that has not been answered for nearly that long stops by itself, and begins nothing when it wakes up.
 */
export function createJobs({
  database,
  log,
  jobs,
  times = defaultTimes,
}: {
  database: Pick<Database, 'url'>;
  log: Log;
  jobs: readonly Job[];
  times?: LeadTimes;
}): Jobs {
  const { standIntervalMs, pingIntervalMs, silenceMs } = times;
  const answerTimeoutMs = pingIntervalMs;
  let lead: Lead | undefined;
  let standing: Promise<void> | undefined;
  let closed = false;
  const running = new Set<Promise<void>>();

  /** Measured without the clock on the wall, which can jump. */
  const isSure = ({ heardSince }: Lead) => performance.now() - heardSince < silenceMs - pingIntervalMs / 2;

  function begin(job: Job, own: Lead): NodeJS.Timeout {
    let busy = false;
    let isWanted = false;
    const once = () => {
      if (busy || own.stop.signal.aborted || !isSure(own)) return;
      busy = true;
      isWanted = false;
      const { signal } = own.stop;
      const run = Promise.resolve()
        .then(() => job.run(signal))
        .then(() => undefined)
        .catch((error: unknown) => {
          if (!signal.aborted) log.warn({ job: job.name, error: describeError(error) }, 'a job failed; it runs again');
        })
        .finally(() => {
          busy = false;
          running.delete(run);
          if (isWanted) once();
        });
      running.add(run);
    };
    once();
    own.client.on('notification', ({ channel }) => {
      if (channel !== job.wakeOn) return;
      isWanted = true;
      once();
    });
    const timer = setInterval(once, job.everyMs);
    timer.unref();
    return timer;
  }

  function ping(own: Lead): NodeJS.Timeout {
    const timer = setInterval(() => {
      const askedAt = performance.now();
      own.client.query('select 1').then(
        () => {
          own.heardSince = askedAt;
        },
        () => lose(own.client),
      );
    }, pingIntervalMs);
    timer.unref();
    return timer;
  }

  function retire({ stop, timers }: Lead): void {
    stop.abort();
    for (const timer of timers) clearInterval(timer);
  }

  function lose(client: pg.Client): void {
    client.removeAllListeners();
    client.on('error', () => undefined); // a dying connection can complain more than once
    if (lead?.client === client) {
      retire(lead);
      lead = undefined;
    }
    client.end().catch(() => undefined); // it is gone already, or goes by itself
  }

  async function tryToLead(): Promise<void> {
    if (lead || closed) return;
    const client = new pg.Client({
      connectionString: database.url,
      keepAlive: true,
      connectionTimeoutMillis: answerTimeoutMs,
      query_timeout: answerTimeoutMs,
    });
    client.on('error', () => lose(client));
    client.on('end', () => lose(client));
    try {
      await client.connect();
      await client.query(`set idle_session_timeout = ${Math.round(silenceMs)}`);
      const heardSince = performance.now();
      const { rows } = await client.query<{ won: boolean }>('select pg_try_advisory_lock($1) as won', [jobsLock]);
      if (!rows[0]?.won || closed) return lose(client);
      for (const { wakeOn } of jobs) if (wakeOn) await client.query(`listen ${client.escapeIdentifier(wakeOn)}`);
      const own: Lead = { client, stop: new AbortController(), timers: [], heardSince };
      lead = own;
      own.timers = [ping(own), ...jobs.map(job => begin(job, own))];
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
    isHere: () => lead !== undefined && isSure(lead),
    stand,
    async close() {
      closed = true;
      clearInterval(retry);
      await standing?.catch(() => undefined); // logged by whoever asked
      if (lead) retire(lead);
      // The lead goes on only when nothing runs here any more.
      await Promise.all(running);
      if (lead) lose(lead.client);
    },
  };
}
