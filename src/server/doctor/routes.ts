import { resolveTxt } from 'node:dns/promises';
import type { Hono } from 'hono';
import { type DoctorReport, readDoctor } from '#contract/operations-doctor';
import type { Config } from '../config';
import type { Database } from '../database/database';
import type { SessionGate } from '../sessions/session-cookie';
import { checks } from './checks';
import { createExamination } from './examination';
import { questionsToProvider } from './questions';
import { runChecks } from './run-checks';

/** An examination sends requests of its own: whoever asks sooner gets the last report. */
const leastPauseMs = 10_000;
const atOnce = 2;
const checksHere = checks.filter(check => !check.onlyInCommand);

interface DoctorDependencies {
  config: Config;
  database: Database;
  gate: SessionGate;
  fetch: typeof fetch;
  now: () => number;
}

/** `GET /api/operations/doctor`: one examination at a time, however many operators ask. */
export function addDoctorRoutes(app: Hono, { config, database, gate, fetch, now }: DoctorDependencies): void {
  let last: { endedAt: number | undefined; report: Promise<DoctorReport> } | undefined;

  function begin() {
    const begun: NonNullable<typeof last> = {
      endedAt: undefined,
      report: examine().finally(() => {
        begun.endedAt = now();
      }),
    };
    return begun;
  }

  async function examine(): Promise<DoctorReport> {
    const examination = createExamination({
      ...{ config, fetch, now, resolveTxt, complaints: [], unusable: new Set<string>(), variables: {} },
      openDatabase: async () => database,
      browser: undefined,
    });
    const findings = await runChecks(checksHere, examination, atOnce).finally(() => examination.close());
    return { examinedAt: new Date(now()).toISOString(), findings, questions: [...questionsToProvider] };
  }

  app.get(readDoctor.path, async c => {
    await gate.requireScope(c, 'operator');
    const isFresh = last && (last.endedAt === undefined || now() - last.endedAt < leastPauseMs);
    if (!last || !isFresh) last = begin();
    return c.json(await last.report, 200, { 'cache-control': 'no-store' });
  });
}
