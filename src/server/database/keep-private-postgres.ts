import { type PrivatePostgres, startPrivatePostgres } from './private-postgres';

const watchIntervalMs = 2_000;

/**
 * Starts this folder's own server and starts it again whenever it has gone, since nobody else would. Its socket stays
 * where it was, so connections find it by themselves. `prepare` runs after each start but the first, since the
 * folder may have been deleted and the server be a new one. Failures go to `onError`, and are tried again.
 */
export async function keepPrivatePostgres(
  dataDir: string,
  { prepare, onError }: { prepare: (database: { url: string }) => Promise<void>; onError: (error: Error) => void },
): Promise<Pick<PrivatePostgres, 'url' | 'stop'>> {
  const postgres = await startPrivatePostgres(dataDir);
  let isPrepared = true;
  let looking: Promise<void> | undefined;

  async function look(): Promise<void> {
    if (isPrepared && (await postgres.isAlive())) return;
    isPrepared = false;
    await prepare(await startPrivatePostgres(dataDir));
    isPrepared = true;
  }

  const watch = setInterval(() => {
    looking ??= look()
      .catch(onError)
      .finally(() => {
        looking = undefined;
      });
  }, watchIntervalMs);
  watch.unref();

  return {
    url: postgres.url,
    async stop() {
      clearInterval(watch);
      await looking;
      await postgres.stop();
    },
  };
}
