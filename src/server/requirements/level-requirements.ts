import * as v from 'valibot';
import { type Requirements, requirementsSchema } from '#contract/requirements';
import type { Applicant } from '#idngo/applicant';
import type { Database } from '../database/database';
import type { IdngoClient } from '../idngo-client/idngo-client';
import { describeError, type Log } from '../log';
import { isName } from '../verifications/names';
import { translateRequirements } from './translate-requirements';

const minuteMs = 60_000;
/** After that the table is read again, since another process may have learned something. */
const rereadAfterMs = 5 * minuteMs;
/** After that IDnGO is asked again, since a level can be changed in the Dashboard. */
const askAfterMs = 24 * 60 * minuteMs;
/** No two questions about a level within that, whatever the answers are. */
const pauseMs = minuteMs;

/**
 * What each level asks for. IDnGO has no address that tells it of a level [I]: every applicant of the level says it, so it
 * is learned from those that are read anyway, and from the person's own. Whoever wants to know never waits.
 */
export interface LevelRequirements {
  /** What is known now; looks for more in the background, about the person by whom the level is asked for. */
  read(levelName: string, externalUserId?: string): Requirements;
  /** Takes what an applicant says of its level. */
  learn(applicant: Applicant): void;
  /** Gives up the questions that are under way. */
  close(): Promise<void>;
}

interface Known {
  requirements: Requirements;
  learnedAt: number;
  readAt: number;
  askedAt: number;
}

interface Dependencies {
  database: Database;
  idngo: Pick<IdngoClient, 'readApplicantByExternalUserId'>;
  log: Log;
  now: () => number;
}

export function createLevelRequirements({ database, idngo, log, now }: Dependencies): LevelRequirements {
  const never = Number.NEGATIVE_INFINITY;
  const levels = new Map<string, Known>();
  const underWay = new Set<Promise<void>>();
  const leaving = new AbortController();

  function knownOf(levelName: string): Known {
    const known = levels.get(levelName) ?? { requirements: null, learnedAt: never, readAt: never, askedAt: never };
    levels.set(levelName, known);
    return known;
  }

  function inBackground(task: () => Promise<unknown>): void {
    const running: Promise<void> = task()
      .catch((error: unknown) => {
        if (!leaving.signal.aborted) log.warn({ error: describeError(error) }, 'what a level asks for was not learned');
      })
      .then(() => void underWay.delete(running));
    underWay.add(running);
  }

  async function reread(levelName: string): Promise<void> {
    const known = knownOf(levelName);
    known.readAt = now();
    const { rows } = await database.query<{ requirements: unknown; learned_at: Date }>(
      'select requirements, learned_at from level_requirements where level_name = $1',
      [levelName],
    );
    const parsed = v.safeParse(requirementsSchema, rows[0]?.requirements);
    const learnedAt = rows[0]?.learned_at.getTime() ?? never;
    if (parsed.success && learnedAt > known.learnedAt) Object.assign(known, { requirements: parsed.output, learnedAt });
  }

  function learn(applicant: Applicant): void {
    const levelName = applicant.review?.levelName;
    const requirements = translateRequirements(applicant);
    if (levelName === undefined || !isName(levelName) || !requirements) return;
    const known = knownOf(levelName);
    const isNews = JSON.stringify(known.requirements) !== JSON.stringify(requirements);
    if (!isNews && now() - known.learnedAt < askAfterMs) return;
    Object.assign(known, { requirements, learnedAt: now() });
    inBackground(() =>
      database.query(
        `insert into level_requirements (level_name, requirements, learned_at) values ($1, $2, $3)
         on conflict (level_name) do update set requirements = excluded.requirements, learned_at = excluded.learned_at
         where level_requirements.learned_at <= excluded.learned_at`,
        [levelName, JSON.stringify(requirements), new Date(known.learnedAt)],
      ),
    );
  }

  return {
    read(levelName, externalUserId) {
      const known = knownOf(levelName);
      if (now() - known.readAt > rereadAfterMs) inBackground(() => reread(levelName));
      if (externalUserId && now() - known.learnedAt > askAfterMs && now() - known.askedAt > pauseMs) {
        known.askedAt = now();
        inBackground(async () => {
          const applicant = await idngo.readApplicantByExternalUserId(externalUserId, leaving.signal);
          if (applicant) learn(applicant);
        });
      }
      return known.requirements;
    },
    learn,
    async close() {
      leaving.abort();
      await Promise.all(underWay);
    },
  };
}

/** The client, of which every applicant that it reads teaches something about a level. */
export function learnFromApplicants(idngo: IdngoClient, learn: (applicant: Applicant) => void): IdngoClient {
  return {
    ...idngo,
    async readApplicantByExternalUserId(externalUserId, signal) {
      const applicant = await idngo.readApplicantByExternalUserId(externalUserId, signal);
      if (applicant) learn(applicant);
      return applicant;
    },
  };
}
