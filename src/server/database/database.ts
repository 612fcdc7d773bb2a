import pg from 'pg';

/** The database is away or did not answer in time; the same request may succeed later. */
export class DatabaseUnavailable extends Error {
  override name = 'DatabaseUnavailable';
  readonly code = 'database-unavailable';
  readonly retryable = true;
}

export type Queryable = Pick<pg.ClientBase, 'query'>;

export interface Database {
  query: Queryable['query'];
  /** Runs `work` in one transaction; rolls back and rethrows when it throws. */
  transaction<T>(work: (client: Queryable) => Promise<T>): Promise<T>;
  pool: pg.Pool;
  url: string;
  close(): Promise<void>;
}

export interface DatabaseLimits {
  connections: number;
  /** Callers without a connection; the next is refused at once instead of waiting behind them. */
  maxWaiting: number;
  /** For a connection, whether it has to be made or to become free. */
  connectTimeoutMs: number;
  /** Kept by the server, for each statement. */
  statementTimeoutMs: number;
  /** Kept by us, for a server that has vanished and cannot keep its own time. */
  answerTimeoutMs: number;
}

/** A sender of IDnGO's gives up after 5 s: who cannot be served by then had better hear so earlier. */
const defaultLimits: DatabaseLimits = {
  connections: 10,
  maxWaiting: 2_000,
  connectTimeoutMs: 3_000,
  statementTimeoutMs: 10_000,
  answerTimeoutMs: 12_000,
};

/** A pool on `url`. Every wait and every statement is bounded; losing the server surfaces as `DatabaseUnavailable`. */
export function createDatabase(
  url: string,
  onIdleError: (error: Error) => void = () => undefined,
  limits: Partial<DatabaseLimits> = {},
): Database {
  const { connections, maxWaiting, ...timeouts } = { ...defaultLimits, ...limits };
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: timeouts.connectTimeoutMs,
    statement_timeout: timeouts.statementTimeoutMs,
    query_timeout: timeouts.answerTimeoutMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    idle_in_transaction_session_timeout: 20_000,
  });
  pool.on('error', onIdleError);

  function requireRoom(): void {
    if (pool.waitingCount < maxWaiting) return;
    throw new DatabaseUnavailable(`${maxWaiting} callers are waiting for a connection already`);
  }

  const query = (async (text: string, values?: unknown[]) => {
    requireRoom();
    return pool.query(text, values).catch(rethrowDatabaseError);
  }) as Queryable['query'];

  async function transaction<T>(work: (client: Queryable) => Promise<T>): Promise<T> {
    requireRoom();
    const client = await pool.connect().catch(rethrowDatabaseError);
    let broken: Error | undefined;
    const onLost = (error: Error) => {
      broken = error; // the statement under way fails as well; without a listener the process would end
    };
    client.on('error', onLost);
    try {
      await client.query('begin');
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      // A connection that did not answer will not answer a rollback; closing it rolls back as well.
      if (isUnavailable(error)) broken ??= toError(error);
      else if (!broken) {
        await client.query('rollback').catch((rollbackError: Error) => {
          broken = rollbackError;
        });
      }
      return rethrowDatabaseError(broken && isUnavailable(broken) ? broken : error);
    } finally {
      client.off('error', onLost);
      client.release(broken);
    }
  }

  return { query, transaction, pool, url, close: () => pool.end() };
}

// Connection trouble: https://www.postgresql.org/docs/current/errcodes-appendix.html classes 08, 53, 57P; sockets; pg's own.
const unavailableCodes = /^(08|53|57P)|^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|57014)$/;
const unavailableMessages =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|Client was closed/;

function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return error instanceof DatabaseUnavailable || unavailableCodes.test(code) || unavailableMessages.test(error.message);
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error('something that is not an error was thrown');
}

/** Rethrows; what says that the server is away as `DatabaseUnavailable`. */
export function rethrowDatabaseError(error: unknown): never {
  if (!(error instanceof DatabaseUnavailable) && isUnavailable(error)) {
    throw new DatabaseUnavailable('The database is away or did not answer in time', { cause: error });
  }
  throw error;
}
