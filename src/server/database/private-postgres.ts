import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { type PostgresHome, preparePostgresHome } from './postgres-home';

export interface PrivatePostgres {
  /** Connection string of the `portico` database on the server's socket. */
  url: string;
  /** Whether a server that was already running was taken over. */
  adopted: boolean;
  /** False once the server has gone, or its socket, whoever took them away. */
  isAlive(): Promise<boolean>;
  /** Stops the server, unless another process still uses it; in that case the last one stops it. */
  stop(): Promise<void>;
}

const startTimeoutMs = 30_000;
/** Between a server's pid file and its socket lies next to nothing. */
const socketTimeoutMs = 2_000;
const databaseName = 'portico';

/**
 * Gives this folder's own PostgreSQL: adopts the server that is still alive, or starts one (creating the cluster first).
 * The server outlives a killed parent by design, so that nothing is lost with it and the next process adopts it.
 * @throws when the server cannot be started; the message carries the end of its log.
 */
export async function startPrivatePostgres(dataDir: string): Promise<PrivatePostgres> {
  const home = await preparePostgresHome(dataDir);
  if (await accepts(home)) return handle(home, true);
  await endUnreachable(home);
  await removeStalePid(home);
  await createCluster(home);
  await launch(home);
  return handle(home, false);
}

async function handle(home: PostgresHome, adopted: boolean): Promise<PrivatePostgres> {
  await createDatabaseOnce(home);
  return { url: urlOf(home, databaseName), adopted, isAlive: () => isAlive(home), stop: () => stop(home) };
}

function urlOf(home: PostgresHome, database: string): string {
  return `postgres://portico@localhost/${database}?host=${encodeURIComponent(home.socketDir)}`;
}

/** Answers true once the server takes connections, false when nothing listens; waits while it is starting up. */
async function accepts(home: PostgresHome): Promise<boolean> {
  const deadline = Date.now() + startTimeoutMs;
  for (;;) {
    const client = new pg.Client({ connectionString: urlOf(home, 'postgres'), connectionTimeoutMillis: 2_000 });
    try {
      await client.connect();
      return true;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'ENOENT' || code === 'ECONNREFUSED') return false;
      const isStartingUp = code === '57P03';
      if (!isStartingUp || Date.now() > deadline) throw error;
      await delay(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

async function createCluster(home: PostgresHome): Promise<void> {
  if (await exists(join(home.clusterDir, 'PG_VERSION'))) return;
  // Created aside and renamed, so that a start that was cut off leaves nothing half made where a cluster is expected.
  const draft = `${home.clusterDir}.${randomBytes(6).toString('hex')}`;
  await run(home, join(home.binDir, 'initdb'), [
    `--pgdata=${draft}`,
    '--username=portico',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C',
    '--no-instructions',
  ]);
  try {
    await rename(draft, home.clusterDir);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!(await exists(join(home.clusterDir, 'PG_VERSION')))) throw error;
  }
}

async function launch(home: PostgresHome): Promise<void> {
  const log = await open(home.logFile, 'a');
  const server = spawn(
    join(home.binDir, 'postgres'),
    ['-D', home.clusterDir, '-k', home.socketDir, '-c', 'listen_addresses=', '-c', 'unix_socket_permissions=0700'],
    { ...home.owner, cwd: home.dir, detached: true, stdio: ['ignore', log.fd, log.fd], env: home.env },
  );
  server.unref();
  await log.close();
  let ended = false;
  server.once('exit', () => {
    ended = true;
  });
  server.once('error', () => {
    ended = true;
  });
  const deadline = Date.now() + startTimeoutMs;
  while (!(await accepts(home))) {
    // A server that ends at once may have lost the race against another process's: then that one is there to adopt.
    const lost = ended && !(await exists(join(home.clusterDir, 'postmaster.pid')));
    if (lost || Date.now() > deadline) {
      const tail = await readFile(home.logFile, 'utf8').then(
        text => text.split('\n').slice(-12).join('\n'),
        () => '(no log)',
      );
      throw new Error(`The private PostgreSQL in ${home.dir} did not start. The end of its log:\n${tail}`);
    }
    await delay(25);
  }
}

async function createDatabaseOnce(home: PostgresHome): Promise<void> {
  await withAdmin(home, async client => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [databaseName]);
    if (rowCount) return;
    await client.query(`create database ${databaseName}`).catch((error: Error & { code?: string }) => {
      const anotherProcessWasFaster = error.code === '42P04' || error.code === '23505';
      if (!anotherProcessWasFaster) throw error;
    });
  });
}

async function stop(home: PostgresHome): Promise<void> {
  if (!(await accepts(home))) return;
  const inUse = await withAdmin(home, async client => {
    const { rows } = await client.query<{ others: number }>(
      `select count(*)::int as others from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
    return (rows[0]?.others ?? 0) > 0;
  });
  if (inUse) return;
  const pid = await readServerPid(home);
  if (pid === undefined) return;
  await end(home, pid);
}

async function end(home: PostgresHome, pid: number): Promise<void> {
  process.kill(pid, 'SIGINT'); // PostgreSQL's fast shutdown: https://www.postgresql.org/docs/current/server-shutdown.html
  const deadline = Date.now() + startTimeoutMs;
  while (await exists(join(home.clusterDir, 'postmaster.pid'))) {
    if (Date.now() > deadline) throw new Error(`The private PostgreSQL (pid ${pid}) did not stop in time`);
    await delay(25);
  }
}

async function withAdmin<T>(home: PostgresHome, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: urlOf(home, 'postgres'), connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function readServerPid(home: PostgresHome): Promise<number | undefined> {
  const text = await readFile(join(home.clusterDir, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number.parseInt(text, 10);
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
}

async function isAlive(home: PostgresHome): Promise<boolean> {
  const pid = await readServerPid(home);
  return pid !== undefined && isRunning(pid) && (await exists(socketOf(home)));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * A server whose socket was deleted, by whoever cleans up or by an older server that ended over a deleted folder, is never
 * reached again, and keeps others from starting: it ends. One that is about to open its socket gets the time to.
 */
async function endUnreachable(home: PostgresHome): Promise<void> {
  const pid = await readServerPid(home);
  if (pid === undefined || !(await isServerOf(home, pid))) return;
  const deadline = Date.now() + socketTimeoutMs;
  while (Date.now() < deadline) {
    if (!isRunning(pid) || (await exists(socketOf(home)))) return;
    await delay(25);
  }
  await end(home, pid);
}

function socketOf(home: PostgresHome): string {
  return join(home.socketDir, '.s.PGSQL.5432');
}

/** PostgreSQL refuses to start while the recorded pid is anybody's, which after a reboot or in a container it often is. */
async function removeStalePid(home: PostgresHome): Promise<void> {
  const pid = await readServerPid(home);
  if (pid === undefined) return;
  const procIsThere = await exists('/proc/self/cmdline');
  if (procIsThere && !(await isServerOf(home, pid))) await rm(join(home.clusterDir, 'postmaster.pid'), { force: true });
}

/** False, too, where nothing tells what a process is. */
async function isServerOf(home: PostgresHome, pid: number): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  return command?.includes(home.clusterDir) ?? false;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function run(home: PostgresHome, command: string, args: readonly string[]): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    let output = '';
    const child = spawn(command, args, {
      ...home.owner,
      cwd: home.dir,
      env: home.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.on('data', chunk => {
      output += chunk;
    });
    child.stderr.on('data', chunk => {
      output += chunk;
    });
    child.once('error', reject);
    child.once('close', code =>
      code === 0 ? resolve() : reject(new Error(`${command} ended with ${code}:\n${output.slice(-2000)}`)),
    );
  });
}
