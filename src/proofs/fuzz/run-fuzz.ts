import type { Queryable } from '#server/database/database';
import { bearers, cookies, handOvers, mailLinks } from './credentials';
import { signedBroken, signedGarbage, unsigned } from './deliveries';
import { createFuzzRandom } from './random';
import type { FuzzGenerator, Target } from './request';
import { bodies, headers, noise, oddPaths, oddQueries } from './requests';
import { send } from './send';

const generators: readonly FuzzGenerator[] = [
  unsigned,
  signedGarbage,
  signedBroken,
  signedBroken,
  handOvers,
  mailLinks,
  bearers,
  cookies,
  oddPaths,
  oddQueries,
  headers,
  bodies,
  noise,
];

/** Far below what the app refuses, since this is about what it does with each. */
const atOnce = 16;

export interface FuzzReport {
  /** How often each kind was answered with each status. */
  answers: Record<string, Record<string, number>>;
  /** Requests that were answered with 5xx, or whole ones that were not answered, by number: the seed finds them again. */
  failures: { number: number; kind: string; outcome: number | 'silent'; start: string }[];
}

/** Sends `runs` requests that mean nothing good, all made from `seed`; each from a seed of its own, so that one can be repeated alone. */
export async function runFuzz(
  target: Target,
  { seed, runs, onProgress }: { seed: number; runs: number; onProgress?: (done: number) => Promise<void> },
): Promise<FuzzReport> {
  const report: FuzzReport = { answers: {}, failures: [] };
  let next = 0;
  async function work(): Promise<void> {
    while (next < runs) {
      const number = next;
      next += 1;
      const random = createFuzzRandom(seed + number * 7919);
      const request = random.pick(generators)(random, target);
      const outcome = await send(target.port, request);
      const counts = report.answers[request.kind] ?? {};
      report.answers[request.kind] = { ...counts, [outcome]: (counts[outcome] ?? 0) + 1 };
      const isUnanswered = outcome === 'silent' || (request.isWhole && outcome === 0);
      if (isUnanswered || Number(outcome) >= 500) {
        const start = request.bytes.subarray(0, 160).toString('latin1');
        report.failures.push({ number, kind: request.kind, outcome, start });
      }
      await onProgress?.(number + 1);
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work));
  return report;
}

/** Everything that decides what people are told and whether they get in, as text to compare. Deliveries may come in addition. */
export async function readState(database: Queryable): Promise<string> {
  const { rows } = await database.query<{ state: unknown }>(`select json_build_object(
    'verifications', (select json_agg(row_to_json(v) order by v.id) from
      (select id, external_user_id, level_name, status, remedy, changed_at, revision from verifications) v),
    'events', (select json_agg(row_to_json(e) order by e.key) from (select key, external_user_id, kind, happened_at from events) e),
    'applicants', (select json_agg(row_to_json(a) order by a.applicant_id) from applicants a),
    'sessions', (select json_agg(row_to_json(s) order by s.key) from (select key, verification_id, staff_id, scopes from sessions) s),
    'spent_tokens', (select count(*) from spent_tokens),
    'erasures', (select count(*) from erasures),
    'themes', (select count(*) from theme_drafts) + (select count(*) from theme_assignments)
  ) as state`);
  return JSON.stringify(rows[0]?.state, null, 1);
}
