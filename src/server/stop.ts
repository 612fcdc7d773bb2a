import type { ServerType } from '@hono/node-server';
import type { App } from './app';
import type { Database } from './database/database';
import { describeError, type Log } from './log';

/** How long requests and jobs under way may take when the process is asked to stop. */
const defaultPatienceMs = 5_000;
const sweepIntervalMs = 100;

interface StopDependencies {
  server: ServerType;
  app: Pick<App, 'leave' | 'close'>;
  database: Pick<Database, 'close'>;
  log: Log;
  exit: (code: number) => void;
  patienceMs?: number;
}

/**
 * Ends the process in good order.
 *
 * 1. It is not ready any more, streams are sent elsewhere, and nobody is let in.
 * 2. Requests under way are answered; then jobs are handed over and connections to the database closed.
 * 3. What is still not done after the patience is cut off. Asked a second time, it ends at once.
 */
export function createStop(dependencies: StopDependencies): (code: number) => void {
  const { server, app, database, log, exit, patienceMs = defaultPatienceMs } = dependencies;
  let isStopping = false;

  async function stop(): Promise<void> {
    app.leave();
    const closed = new Promise<void>(resolve => server.close(() => resolve()));
    // A connection that was kept for another request is idle only once its present answer is out.
    const sweep = setInterval(() => 'closeIdleConnections' in server && server.closeIdleConnections(), sweepIntervalMs);
    const cut = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), patienceMs);
    await closed;
    clearInterval(sweep);
    clearTimeout(cut);
    await app.close();
    await database.close();
  }

  return code => {
    if (isStopping) return exit(1);
    isStopping = true;
    const tooLong = setTimeout(() => {
      log.warn('the app stops with work under way, which will be done again elsewhere');
      exit(code);
    }, patienceMs * 2);
    stop().then(
      () => {
        clearTimeout(tooLong);
        log.info('the app has stopped');
        exit(code);
      },
      (error: unknown) => {
        log.error({ error: describeError(error) }, 'the app did not stop cleanly');
        exit(1);
      },
    );
  };
}
