import type { Config } from '../config';
import { createDatabase, type Database } from './database';
import { migrate } from './migrate';
import { startPrivatePostgres } from './private-postgres';

/** The configured database with its schema up to date; a private server is started for it where none is named. */
export async function openDatabase(
  config: Config['database'],
  onIdleError?: (error: Error) => void,
): Promise<Database> {
  const postgres = config.kind === 'private' ? await startPrivatePostgres(config.dataDir) : undefined;
  const database = createDatabase(config.kind === 'external' ? config.url : (postgres?.url ?? ''), onIdleError);
  const close = async () => {
    await database.close();
    await postgres?.stop();
  };
  try {
    await migrate(database);
  } catch (error) {
    await close();
    throw error;
  }
  return { ...database, close };
}
