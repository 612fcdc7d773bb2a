export interface StaleReader {
  /** What `ids` stand for may have changed, and is read soon. */
  add(ids: Iterable<string>): void;
  /** Nobody follows it any more. */
  forget(id: string): void;
  /** Resolves when all of it has been read, or reading has failed and is due again later. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

const maxPerRead = 1_000;
const retryDelayMs = 1_000;

/**
 * Reads what may have changed, as seldom as possible: one read is under way at a time, and what is announced meanwhile
 * is read once after it. A thousand announcements of one thing cost two reads. A read that failed is repeated.
 */
export function createStaleReader(
  read: (ids: readonly string[]) => Promise<void>,
  onError: (error: unknown) => void,
): StaleReader {
  const stale = new Set<string>();
  let reading: Promise<void> | undefined;
  let retry: NodeJS.Timeout | undefined;
  let closed = false;

  async function readAll(): Promise<void> {
    while (stale.size > 0 && !closed) {
      const ids = [...stale].slice(0, maxPerRead);
      for (const id of ids) stale.delete(id);
      try {
        await read(ids);
      } catch (error) {
        for (const id of ids) stale.add(id);
        throw error;
      }
    }
  }

  function start(): void {
    if (stale.size === 0 || reading || retry || closed) return;
    reading = readAll()
      .catch((error: unknown) => {
        onError(error);
        retry = setTimeout(() => {
          retry = undefined;
          start();
        }, retryDelayMs);
        retry.unref();
      })
      .finally(() => {
        reading = undefined;
        start(); // for what was added between the last look and now
      });
  }

  return {
    add(ids) {
      for (const id of ids) stale.add(id);
      start();
    },
    forget: id => stale.delete(id),
    settle: async () => reading,
    async close() {
      closed = true;
      clearTimeout(retry);
      await reading;
    },
  };
}
