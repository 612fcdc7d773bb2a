import type { Config } from '../config';
import { createDatabase } from '../database/database';
import { startPrivatePostgres } from '../database/private-postgres';
import { createIdngoClient } from '../idngo-client/idngo-client';

export interface Finding {
  what: string;
  outcome: 'good' | 'bad';
  /** What was seen, and for a bad outcome what to do about it. */
  detail: string;
}

/** Tries what the app depends on, with the app's own configuration: its database, and a signed request to IDnGO. */
export async function checkInstallation(
  config: Config,
  dependencies: { fetch: typeof fetch; now: () => number },
): Promise<Finding[]> {
  return [await checkDatabase(config), await checkProvider(config, dependencies)];
}

async function checkDatabase(config: Config): Promise<Finding> {
  const what = config.database.kind === 'external' ? 'PostgreSQL (DATABASE_URL)' : 'the private PostgreSQL';
  return examine(what, async () => {
    const postgres =
      config.database.kind === 'private' ? await startPrivatePostgres(config.database.dataDir) : undefined;
    const database = createDatabase(config.database.kind === 'external' ? config.database.url : (postgres?.url ?? ''));
    try {
      const { rows } = await database.query<{ version: string }>(`select current_setting('server_version') as version`);
      return `answers, version ${rows[0]?.version}`;
    } finally {
      await database.close();
      await postgres?.stop();
    }
  });
}

/** Asks for a person nobody has: IDnGO says 404 to good credentials and 401, with the cause, to bad ones. */
async function checkProvider(
  config: Config,
  dependencies: { fetch: typeof fetch; now: () => number },
): Promise<Finding> {
  return examine(`IDnGO at ${config.idngo.baseUrl} (${config.idngo.environment})`, async () => {
    const client = createIdngoClient({ ...config.idngo, ...dependencies });
    await client.readApplicantByExternalUserId('portico-doctor-nobody');
    return 'accepts the app token, the signature and this machine’s clock';
  });
}

async function examine(what: string, look: () => Promise<string>): Promise<Finding> {
  try {
    return { what, outcome: 'good', detail: await look() };
  } catch (error) {
    return { what, outcome: 'bad', detail: error instanceof Error ? error.message : String(error) };
  }
}
