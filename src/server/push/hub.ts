import type { Database } from '../database/database';
import { describeError, type Log } from '../log';
import { readVerifications, type VerificationRow } from '../verifications/verification-rows';
import { type Changed, hearAnnouncements } from './announcements';

export type Listener = (row: VerificationRow) => void;

export interface Hub {
  /** Calls back with the row whenever the verification may have changed. Returns the end of it. */
  subscribe(verificationId: string, listener: Listener): () => void;
  /** Asks the database what has changed, as happens by itself every two seconds, and tells it. */
  recheck(): Promise<void>;
  close(): Promise<void>;
}

const maxRowsPerRead = 1_000;
const retryDelayMs = 1_000;

/**
 * Brings changes from the database to the streams of this process. An announcement is a hint, after which the row is
 * read. One read is under way at a time, and what is announced meanwhile is read once after it: a thousand announcements
 * of one verification cost two reads, and nothing waits in a queue longer than the list of what is followed.
 */
export async function createHub(database: Database, log: Log): Promise<Hub> {
  const listeners = new Map<string, Set<Listener>>();
  const stale = new Set<string>();
  let reading: Promise<void> | undefined;
  let retry: NodeJS.Timeout | undefined;
  let closed = false;

  async function readStale(): Promise<void> {
    while (stale.size > 0 && !closed) {
      const ids = [...stale].slice(0, maxRowsPerRead);
      for (const id of ids) stale.delete(id);
      try {
        for (const row of await readVerifications(database, ids)) {
          for (const listener of listeners.get(row.id) ?? []) listener(row);
        }
      } catch (error) {
        for (const id of ids) stale.add(id);
        throw error;
      }
    }
  }

  function read(): Promise<void> {
    reading ??= readStale()
      .catch((error: unknown) => {
        log.warn({ error: describeError(error) }, 'changes could not be read; trying again');
        retry ??= setTimeout(() => {
          retry = undefined;
          void read();
        }, retryDelayMs);
        retry.unref();
      })
      .finally(() => {
        reading = undefined;
        readUnlessWaiting();
      });
    return reading;
  }

  function readUnlessWaiting(): void {
    if (stale.size > 0 && !reading && !retry && !closed) void read();
  }

  function onChanged(changed: Changed): void {
    for (const id of changed === 'everything' ? listeners.keys() : changed) if (listeners.has(id)) stale.add(id);
    readUnlessWaiting();
  }

  const announcements = await hearAnnouncements({ url: database.url, log }, onChanged);

  return {
    subscribe(verificationId, listener) {
      const set = listeners.get(verificationId) ?? new Set();
      listeners.set(verificationId, set.add(listener));
      return () => {
        set.delete(listener);
        if (set.size === 0 && listeners.get(verificationId) === set) {
          listeners.delete(verificationId);
          stale.delete(verificationId);
        }
      };
    },
    async recheck() {
      await announcements.look();
      await read();
    },
    async close() {
      closed = true;
      clearTimeout(retry);
      await announcements.close();
      await reading;
    },
  };
}
