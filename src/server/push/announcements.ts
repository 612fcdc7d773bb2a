import pg from 'pg';
import { describeError, type Log } from '../log';
import { changeChannel } from '../verifications/verification-rows';

/** Ids of verifications that may have changed; `everything` where nobody knows which. */
export type Changed = readonly string[] | 'everything';

export interface Announcements {
  /** Asks what has changed since the last look, as happens by itself every few seconds. */
  look(): Promise<void>;
  close(): Promise<void>;
}

/** What a lost announcement costs at most, in milliseconds. */
const lookIntervalMs = 2_000;
const answerTimeoutMs = 4_000;
const reconnectDelayMs = 1_000;
/** Past it everything followed is read again, in portions, which is then less work. */
const maxChanges = 1_000;

/**
 * 1. NOTIFY is a hint that comes within milliseconds.
 * 2. Every two seconds the same connection asks for what transactions have changed that the last look could not have
 *    seen: all from the oldest that was open then. The cost is that of the changes, not of the streams.
 * 3. The look is also how a connection that died in silence is noticed. After a new one is made, everything counts as
 *    changed; so it does when transactions count from an earlier number, as in a database restored from a backup.
 */
export async function hearAnnouncements(
  { url, log }: { url: string; log: Log },
  onChanged: (changed: Changed) => void,
): Promise<Announcements> {
  let client: pg.Client | undefined;
  let seenUpTo: string | undefined;
  let looking: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  function lose(lost: pg.Client): void {
    lost.removeAllListeners();
    lost.on('error', () => undefined); // a dying connection can complain more than once
    lost.end().catch(() => undefined); // it is gone already, or goes by itself
    if (client === lost) client = undefined;
  }

  async function connect(): Promise<pg.Client> {
    const fresh = new pg.Client({
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: answerTimeoutMs,
      query_timeout: answerTimeoutMs,
    });
    const onLost = () => {
      lose(fresh);
      schedule(reconnectDelayMs);
    };
    fresh.on('error', onLost);
    fresh.on('end', onLost);
    fresh.on('notification', ({ payload }) => {
      if (payload) onChanged([payload]);
    });
    try {
      await fresh.connect();
      await fresh.query(`listen ${changeChannel}`);
    } catch (error) {
      lose(fresh);
      throw error;
    }
    client = fresh;
    return fresh;
  }

  async function lookOnce(): Promise<void> {
    const isNew = client === undefined;
    const current = client ?? (await connect());
    try {
      const { horizon, ids } = await readChanges(current, seenUpTo);
      const isBehind = seenUpTo !== undefined && BigInt(horizon) < BigInt(seenUpTo);
      seenUpTo = horizon;
      if (isNew || isBehind || ids.length > maxChanges) onChanged('everything');
      else if (ids.length > 0) onChanged(ids);
    } catch (error) {
      lose(current);
      throw error;
    }
  }

  function look(): Promise<void> {
    looking ??= lookOnce().finally(() => {
      looking = undefined;
    });
    return looking;
  }

  function schedule(delayMs: number): void {
    clearTimeout(timer);
    if (closed) return;
    timer = setTimeout(() => {
      look().then(
        () => schedule(lookIntervalMs),
        (error: unknown) => {
          log.warn({ error: describeError(error) }, 'announcements cannot be heard; trying again');
          schedule(reconnectDelayMs);
        },
      );
    }, delayMs);
    timer.unref();
  }

  await look();
  schedule(lookIntervalMs);

  return {
    look,
    async close() {
      closed = true;
      clearTimeout(timer);
      await looking?.catch(() => undefined); // logged by whoever asked
      if (client) lose(client);
    },
  };
}

async function readChanges(
  client: pg.Client,
  seenUpTo: string | undefined,
): Promise<{ horizon: string; ids: string[] }> {
  const { rows } = await client.query<{ horizon: string; ids: string[] }>(
    // Below xmax is all that the snapshot can see; a dump restored elsewhere brings higher numbers along.
    `select pg_snapshot_xmin(snapshot)::text as horizon,
       array(
         select id from verifications
         where changed_in >= $1::xid8 and changed_in < pg_snapshot_xmax(snapshot)
         limit $2
       ) as ids
     from pg_current_snapshot() as snapshot`,
    [seenUpTo ?? null, maxChanges + 1],
  );
  if (!rows[0]) throw new Error('A snapshot has no horizon');
  return rows[0];
}
