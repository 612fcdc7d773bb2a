import type { Config } from '../config';
import type { Database } from '../database/database';
import { describeFailure } from './describe-failure';
import { askAboutNobody, knowsApplicant, mintDoctorsToken, type ProviderAnswer } from './provider-probe';
import { readSite, type Site } from './site-probe';
import { inviteVisitor, type Visitor } from './visitor';

/** What has to be there before a check means anything. */
export type Need = 'database' | 'site' | 'provider';

export interface ExaminationOptions {
  config: Config;
  complaints: readonly string[];
  unusable: ReadonlySet<string>;
  variables: Record<string, string | undefined>;
  openDatabase: () => Promise<Database>;
  fetch: typeof fetch;
  now: () => number;
  resolveTxt: (domain: string) => Promise<string[][]>;
  /** Path of a Chromium; undefined where there is none. */
  browser: string | undefined;
  /** How long something that should come at once may take, in milliseconds. */
  patienceMs?: number;
  /** Where plain http is expected to lead to https. */
  plainPort?: number;
}

/** One look at the installation: what several checks need is looked at once. */
export interface Examination extends Omit<ExaminationOptions, 'openDatabase' | 'patienceMs' | 'plainPort'> {
  patienceMs: number;
  plainPort: number;
  /** How long this examination has been going on. */
  elapsedMs(): number;
  database(): Promise<Database>;
  /** What answers at PUBLIC_URL, and what answers where the app listens. */
  site(): Promise<Site>;
  /** What IDnGO says to a signed question about a person nobody has. */
  provider(): Promise<ProviderAnswer>;
  /** What IDnGO says when asked for an access token. */
  token(): Promise<ProviderAnswer<string>>;
  /** Somebody who does not exist, with a session. */
  visitor(): Promise<Visitor>;
  /** Whether IDnGO has an applicant of this person. */
  knowsApplicant(externalUserId: string): Promise<boolean>;
  /** Why a need is not met, with the check that says more; undefined where it is. */
  obstacle(need: Need): Promise<string | undefined>;
  /** Takes back what the examination has lent. */
  close(): Promise<void>;
}

export function createExamination(options: ExaminationOptions): Examination {
  const { openDatabase, patienceMs = 5_000, plainPort = 80, ...given } = options;
  const { config } = given;
  const begunAt = performance.now();
  const database = once(() => (namesDatabase(given) ? openDatabase() : Promise.reject(new Error('none is named'))));
  let visiting: Promise<Visitor> | undefined;
  const visitor = () => {
    visiting ??= database().then(opened => inviteVisitor(config, opened, given.now));
    return visiting;
  };
  const site = once(() => readSite(config, patienceMs));
  const provider = once(() => askAboutNobody(config, given));
  const token = once(() => mintDoctorsToken(config, given));

  const obstacles: Record<Need, () => Promise<string | undefined>> = {
    database: async () => {
      try {
        await (await database()).query('select 1');
        return undefined;
      } catch (error) {
        return `the database cannot be asked (${describeFailure(error)}): see database-reachable`;
      }
    },
    site: async () =>
      (await site()).isPortico ? undefined : `nothing of ours answers at ${config.publicUrl}: see public-address`,
    provider: async () => {
      const { error, isTheirs } = await provider();
      if (!error && (isTheirs || (await token()).value)) return undefined;
      return 'IDnGO does not answer as it should: see the other checks of IDnGO';
    },
  };
  return {
    ...given,
    patienceMs,
    plainPort,
    elapsedMs: () => performance.now() - begunAt,
    database,
    site,
    provider,
    token,
    visitor,
    knowsApplicant: externalUserId => knowsApplicant(config, given, externalUserId),
    obstacle: need => obstacles[need](),
    async close() {
      const visited = await visiting?.catch(() => undefined); // told by the check that called them
      await visited?.leave();
    },
  };
}

/** Where the setting is wrong or missing, nothing is started in its place. */
function namesDatabase({ complaints }: Pick<ExaminationOptions, 'complaints'>): boolean {
  return !complaints.some(line => /^(DATABASE_URL|DATA_DIR)\b/.test(line));
}

function once<T>(look: () => Promise<T>): () => Promise<T> {
  let looked: Promise<T> | undefined;
  return () => {
    looked ??= look();
    return looked;
  };
}
