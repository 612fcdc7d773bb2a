import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { createApp } from './app';
import { ConfigError, parseConfig } from './config';
import { createDatabase } from './database/database';
import { migrate } from './database/migrate';
import { startPrivatePostgres } from './database/private-postgres';
import { createLog, describeError } from './log';

const log = createLog(process.env.LOG_LEVEL ?? 'info');

async function run(): Promise<void> {
  const config = parseConfig(process.env);
  const postgres = config.database.kind === 'private' ? await startPrivatePostgres(config.database.dataDir) : undefined;
  const url = config.database.kind === 'external' ? config.database.url : (postgres?.url ?? '');
  if (postgres) log.info({ adopted: postgres.adopted }, 'the private PostgreSQL is running');
  const database = createDatabase(url, error =>
    log.warn({ error: describeError(error) }, 'a database connection was lost'),
  );
  await migrate(database);
  const app = await createApp({
    config,
    database,
    log,
    fetch: globalThis.fetch,
    now: Date.now,
    appDirectory: fileURLToPath(new URL('../app', import.meta.url)),
  });
  const server = serve({ fetch: app.fetch, hostname: config.listen.host, port: config.listen.port }, ({ port }) => {
    log.info({ port, publicUrl: config.publicUrl }, 'the app is listening');
  });

  let closing = false;
  const close = async () => {
    if (closing) return;
    closing = true;
    const closed = new Promise<void>(resolve => server.close(() => resolve()));
    await app.close();
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    await closed;
    await database.close();
    await postgres?.stop();
    log.info('the app has stopped');
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
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

run().catch((error: unknown) => {
  if (error instanceof ConfigError) process.stderr.write(`${error.message}\n`);
  else log.error({ error: describeError(error) }, 'the app could not start');
  process.exitCode = 1;
});
