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

/** A pool on `url`. Every statement is timed out; losing the server surfaces as `DatabaseUnavailable`. */
export function createDatabase(url: string, onIdleError: (error: Error) => void = () => undefined): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 10_000,
    query_timeout: 12_000, // for a server that has vanished and cannot keep its own time
    keepAlive: true,
    idle_in_transaction_session_timeout: 20_000,
  });
  pool.on('error', onIdleError);

  const query = ((text: string, values?: unknown[]) =>
    pool.query(text, values).catch(rethrowDatabaseError)) as Queryable['query'];

  async function transaction<T>(work: (client: Queryable) => Promise<T>): Promise<T> {
    const client = await pool.connect().catch(rethrowDatabaseError);
    let broken: Error | undefined;
    try {
      await client.query('begin');
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((rollbackError: Error) => {
        broken = rollbackError;
      });
      return rethrowDatabaseError(error);
    } finally {
      client.release(broken);
    }
  }

  return { query, transaction, pool, url, close: () => pool.end() };
}

// Connection trouble: https://www.postgresql.org/docs/current/errcodes-appendix.html classes 08, 53, 57P; sockets; pg's own.
const unavailableCodes = /^(08|53|57P)|^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|57014)$/;
const unavailableMessages =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|Client was closed/;

/** Rethrows; what says that the server is away as `DatabaseUnavailable`. */
export function rethrowDatabaseError(error: unknown): never {
  if (error instanceof Error) {
    const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
    if (unavailableCodes.test(code) || unavailableMessages.test(error.message)) {
      throw new DatabaseUnavailable('The database is away or did not answer in time', { cause: error });
    }
  }
  throw error;
}
