import { type PrivatePostgres, startPrivatePostgres } from './private-postgres';

const watchIntervalMs = 2_000;

/**
 * Starts this folder's own server and starts it again whenever it has gone, since nobody else would. Its socket stays
 * where it was, so connections find it by themselves. Failures to do so go to `onError`, and are tried again.
 */
export async function keepPrivatePostgres(
  dataDir: string,
  onError: (error: Error) => void,
): Promise<Pick<PrivatePostgres, 'url' | 'stop'>> {
  const postgres = await startPrivatePostgres(dataDir);
  let looking: Promise<void> | undefined;

  async function look(): Promise<void> {
    if (!(await postgres.isAlive())) await startPrivatePostgres(dataDir);
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
