import { resolveTxt } from 'node:dns/promises';
import type { DoctorReport } from '#contract/operations-doctor';
import type { Config } from '../config';
import { createDatabase, type Database } from '../database/database';
import { startPrivatePostgres } from '../database/private-postgres';
import { findChromium } from './browser/find-chromium';
import { checks } from './checks';
import { createExamination } from './examination';
import { printReport } from './print-report';
import { questionsToProvider } from './questions';
import { readSickConfig } from './read-sick-config';
import { runChecks } from './run-checks';

interface DoctorContext {
  /** The environment as it is: what cannot be used of it is what the doctor is called for. */
  variables: Record<string, string | undefined>;
  fetch: typeof fetch;
  now: () => number;
  print(line: string): void;
}

const usage = 'usage: doctor [--json] [--strict]   (--strict: what cannot be told counts as a fail)';

/** Looks into everything that IDnGO asks for before production, and more. Returns 0 without a fail, 1 with one, 2 wrongly called. */
export async function runDoctor(
  { variables, fetch, now, print }: DoctorContext,
  args: readonly string[],
): Promise<number> {
  if (args.some(arg => arg !== '--json' && arg !== '--strict')) {
    print(usage);
    return 2;
  }
  const sick = readSickConfig(variables);
  const { openDatabase, closeDatabase } = borrowDatabase(sick.config);
  try {
    const examination = createExamination({
      ...sick,
      ...{ variables, openDatabase, fetch, now, resolveTxt },
      browser: findChromium(variables),
    });
    const findings = await runChecks(checks, examination).finally(() => examination.close());
    const report: DoctorReport = {
      examinedAt: new Date(now()).toISOString(),
      findings,
      questions: [...questionsToProvider],
    };
    if (args.includes('--json')) print(JSON.stringify(report, null, 2));
    else for (const line of printReport(report)) print(line);
    const isBad = (outcome: string) => outcome === 'fail' || (args.includes('--strict') && outcome !== 'pass');
    return findings.some(({ outcome }) => isBad(outcome)) ? 1 : 0;
  } finally {
    await closeDatabase();
  }
}

/** Without bringing the schema up to date: whether it is, is a question. */
function borrowDatabase({ database: place }: Config): {
  openDatabase: () => Promise<Database>;
  closeDatabase: () => Promise<void>;
} {
  let close: () => Promise<void> = async () => undefined;
  return {
    async openDatabase() {
      const postgres = place.kind === 'private' ? await startPrivatePostgres(place.dataDir) : undefined;
      const database = createDatabase(place.kind === 'external' ? place.url : (postgres?.url ?? ''));
      close = async () => {
        await database.close();
        await postgres?.stop();
      };
      return database;
    },
    closeDatabase: () => close(),
  };
}
