import { fileURLToPath } from 'node:url';
import { createApp } from './app';
import { ConfigError, parseConfig } from './config';
import { openDatabase } from './database/open-database';
import { createHttpServer } from './http/http-server';
import { createSecurityHeaders } from './http/security-headers';
import { createLog, describeError } from './log';
import { settingNames } from './settings/environment';
import { findMisspeltSettings } from './settings/misspelt-settings';
import { createStop } from './stop';

const log = createLog(process.env.LOG_LEVEL ?? '');

// The state after it is nobody's guess. Whoever supervises the process starts it again; nothing is kept in it.
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error: unknown) => {
    log.error({ event, error: describeError(error) }, 'the app ends after a mistake of its own');
    process.exit(1);
  });
}

async function run(): Promise<void> {
  const config = parseConfig(process.env);
  for (const { name: setting, meant } of findMisspeltSettings(process.env, settingNames)) {
    log.warn({ setting, meant }, 'the environment has a name that is no setting');
  }
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
  const server = createHttpServer(app, createSecurityHeaders(config));
  const { host, port } = config.listen;
  server.listen(port, host, () => log.info({ port, publicUrl: config.publicUrl }, 'the app is listening'));

  const stop = createStop({ server, app, database, log, exit: code => process.exit(code) });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop(0));
  // Whoever started it with a channel has gone without a word, so nobody would stop it any more.
  process.once('disconnect', () => stop(0));
  server.on('error', error => {
    log.error({ error: describeError(error) }, 'the app cannot listen');
    stop(1);
  });
}

run().catch((error: unknown) => {
  if (error instanceof ConfigError) process.stderr.write(`${error.message}\n`);
  else log.error({ error: describeError(error) }, 'the app could not start');
  process.exitCode = 1;
});
