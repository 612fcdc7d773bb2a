import type { Config } from '../config';
import { createDatabase, type Database } from './database';
import { keepPrivatePostgres } from './keep-private-postgres';
import { migrate } from './migrate';

/** The configured database with its schema up to date; a private server is started for it where none is named. */
export async function openDatabase(
  config: Config['database'],
  onError: (error: Error) => void = () => undefined,
): Promise<Database> {
  const postgres =
    config.kind === 'private' ? await keepPrivatePostgres(config.dataDir, { prepare: migrate, onError }) : undefined;
  const database = createDatabase(config.kind === 'external' ? config.url : (postgres?.url ?? ''), onError);
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
