import pg from 'pg';
import type { Database } from '../database/database';
import { describeError, type Log } from '../log';
import { changeChannel, readVerifications, type VerificationRow } from '../verifications/verification-rows';

export type Listener = (row: VerificationRow) => void;

export interface Hub {
  /** Calls back with the row whenever the verification may have changed. Returns the end of it. */
  subscribe(verificationId: string, listener: Listener): () => void;
  /** Reads what is subscribed and tells everybody, as if all of it had been announced. */
  recheck(): Promise<void>;
  close(): Promise<void>;
}

const relistenDelayMs = 1_000;

/**
 * Brings changes from the database to the streams of this process. Announcements are hints: after each the row is read,
 * and after a lost connection everything subscribed is, so a lost announcement costs seconds, never a status.
 */
export async function createHub(database: Database, log: Log): Promise<Hub> {
  const listeners = new Map<string, Set<Listener>>();
  let client: pg.Client | undefined;
  let relisten: NodeJS.Timeout | undefined;
  let isListening = false;
  let closed = false;

  async function tell(ids: readonly string[]): Promise<void> {
    const wanted = ids.filter(id => listeners.has(id));
    if (wanted.length === 0) return;
    for (const row of await readVerifications(database, wanted)) {
      for (const listener of listeners.get(row.id) ?? []) listener(row);
    }
  }

  const warn = (error: unknown) => log.warn({ error: describeError(error) }, 'announcements could not be read');
  const recheck = () => tell([...listeners.keys()]);

  async function listen(): Promise<void> {
    const fresh = new pg.Client({ connectionString: database.url, keepAlive: true, connectionTimeoutMillis: 5_000 });
    const lose = () => {
      if (client === fresh) client = undefined;
      fresh.removeAllListeners();
      fresh.on('error', () => undefined); // a dying connection can complain more than once
      void fresh.end().catch(warn);
      if (isListening && !closed && !relisten) relisten = setTimeout(again, relistenDelayMs);
    };
    fresh.on('error', lose);
    fresh.on('end', lose);
    fresh.on('notification', message => {
      if (message.payload) tell([message.payload]).catch(warn);
    });
    try {
      await fresh.connect();
      await fresh.query(`listen ${changeChannel}`);
    } catch (error) {
      lose();
      throw error;
    }
    client = fresh;
    if (closed) await fresh.end();
  }

  function again(): void {
    relisten = undefined;
    listen().then(recheck).catch(warn);
  }

  await listen();
  isListening = true;

  return {
    subscribe(verificationId, listener) {
      const set = listeners.get(verificationId) ?? new Set();
      listeners.set(verificationId, set.add(listener));
      return () => {
        set.delete(listener);
        if (set.size === 0 && listeners.get(verificationId) === set) listeners.delete(verificationId);
      };
    },
    recheck,
    async close() {
      closed = true;
      clearTimeout(relisten);
      const last = client;
      client = undefined;
      last?.removeAllListeners('end');
      await last?.end();
    },
  };
}
