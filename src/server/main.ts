import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { createApp } from './app';
import { ConfigError, parseConfig } from './config';
import { openDatabase } from './database/open-database';
import { createLog, describeError } from './log';

/** How long requests under way may take when the process is asked to stop. */
const closePatienceMs = 5_000;

const log = createLog(process.env.LOG_LEVEL ?? 'info');

async function run(): Promise<void> {
  const config = parseConfig(process.env);
  const database = await openDatabase(config.database, error =>
    log.warn({ error: describeError(error) }, 'a database connection was lost'),
  );
  const app = await createApp({
    config,
    database,
    log,
    fetch: globalThis.fetch,
    now: Date.now,
    appDirectory: fileURLToPath(new URL('../app', import.meta.url)),
  }).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  const server = serve({ fetch: app.fetch, hostname: config.listen.host, port: config.listen.port }, ({ port }) => {
    log.info({ port, publicUrl: config.publicUrl }, 'the app is listening');
  });

  let closing = false;
  const close = async () => {
    if (closing) return;
    closing = true;
    const closed = new Promise<void>(resolve => server.close(() => resolve()));
    const patience = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), closePatienceMs);
    patience.unref();
    await app.close();
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    await closed;
    await database.close();
    log.info('the app has stopped');
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      close().catch((error: unknown) => {
        log.error({ error: describeError(error) }, 'the app did not stop cleanly');
        process.exitCode = 1;
      });
    });
  }
  server.on('error', error => {
    log.error({ error: describeError(error) }, 'the app cannot listen');
    process.exitCode = 1;
    void close();
  });
}

// Node would print the error as it is, with whatever values it carries.
process.on('uncaughtException', error => {
  log.error({ error: describeError(error) }, 'a mistake of ours that nobody caught: the app ends');
  process.exit(1);
});

run().catch((error: unknown) => {
  if (error instanceof ConfigError) process.stderr.write(`${error.message}\n`);
  else log.error({ error: describeError(error) }, 'the app could not start');
  process.exitCode = 1;
});
