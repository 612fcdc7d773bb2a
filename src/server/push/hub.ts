import type { Database } from '../database/database';
import { describeError, type Log } from '../log';
import { noTraces, type Traced } from '../trace';
import { readVerifications, type VerificationRow } from '../verifications/verification-rows';
import { hearAnnouncements } from './announcements';
import { createStaleReader } from './stale-reader';

export type Listener = (row: VerificationRow) => void;

export interface Hub {
  /** Calls back with the row whenever the verification may have changed. Returns the end of it. */
  subscribe(verificationId: string, listener: Listener): () => void;
  /** Asks the database what has changed, as happens by itself every two seconds, and tells it. */
  recheck(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Brings changes from the database to the streams of this process. An announcement is a hint, after which the row is
 * read; nothing waits in a queue longer than the list of what is followed.
 */
export async function createHub(database: Database, log: Log, traced: Traced = noTraces.traced): Promise<Hub> {
  const listeners = new Map<string, Set<Listener>>();

  const reader = createStaleReader(
    ids =>
      traced({ name: 'push', attributes: { 'portico.verifications': ids.length } }, async () => {
        for (const row of await readVerifications(database, ids)) {
          for (const listener of listeners.get(row.id) ?? []) listener(row);
        }
      }),
    error => log.warn({ error: describeError(error) }, 'changes could not be read; trying again'),
  );
  const announcements = await hearAnnouncements({ url: database.url, log }, changed => {
    reader.add(changed === 'everything' ? listeners.keys() : changed.filter(id => listeners.has(id)));
  });

  return {
    subscribe(verificationId, listener) {
      const set = listeners.get(verificationId) ?? new Set();
      listeners.set(verificationId, set.add(listener));
      return () => {
        set.delete(listener);
        if (set.size > 0 || listeners.get(verificationId) !== set) return;
        listeners.delete(verificationId);
        reader.forget(verificationId);
      };
    },
    async recheck() {
      await announcements.look();
      await reader.settle();
    },
    async close() {
      await announcements.close();
      await reader.close();
    },
  };
}
