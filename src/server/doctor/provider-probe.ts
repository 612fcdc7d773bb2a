import * as v from 'valibot';
import { errorBodySchema } from '#idngo/errors';
import type { Config } from '../config';
import { createIdngoClient } from '../idngo-client/idngo-client';
import { IdngoError } from '../idngo-client/idngo-error';

export interface ProviderAnswer<T = undefined> {
  /** What was asked for; undefined where it was refused. */
  value: T | undefined;
  error: IdngoError | undefined;
  /** Whether the answer has what IDnGO's answers have: whoever else listens there can say 404, too. */
  isTheirs: boolean;
  /** Their clock less ours, in milliseconds; undefined where the answer had no `Date`. */
  clockAheadMs: number | undefined;
}

interface Means {
  fetch: typeof fetch;
  now: () => number;
}

/** One for all installations and runs, so that there is never more than one of them at IDnGO. */
const doctorsUserId = 'portico-doctor';

/** Asks for a person nobody has: IDnGO says 404 to good credentials and 401, with the cause, to bad ones. */
export function askAboutNobody(config: Config, means: Means): Promise<ProviderAnswer> {
  return ask(config, means, async client => {
    await client.readApplicantByExternalUserId('portico-doctor-nobody');
    return undefined;
  });
}

/**
 * Asks for a token that nobody will use, for a minute: of the documented calls that look at a level it is the one with the
 * least effect. Practice is that an applicant appears only when a frame opens with the token; one source says at once [?].
 */
export function mintDoctorsToken(config: Config, means: Means): Promise<ProviderAnswer<string>> {
  return ask(config, means, async client => {
    const { levelName } = config.idngo;
    return (await client.createAccessToken({ userId: doctorsUserId, levelName, ttlInSecs: 60 })).token;
  });
}

/** @throws {IdngoError} */
export async function knowsApplicant(config: Config, means: Means, externalUserId: string): Promise<boolean> {
  const client = createIdngoClient({ ...config.idngo, ...means, retryDelaysMs: [] });
  return (await client.readApplicantByExternalUserId(externalUserId)) !== undefined;
}

async function ask<T>(
  config: Config,
  { fetch, now }: Means,
  call: (client: ReturnType<typeof createIdngoClient>) => Promise<T>,
): Promise<ProviderAnswer<T>> {
  let clockAheadMs: number | undefined;
  let isTheirs = false;
  const client = createIdngoClient({
    ...config.idngo,
    now,
    retryDelaysMs: [],
    fetch: async (input, init) => {
      const askedAt = now();
      const response = await fetch(input, init);
      const theirs = Date.parse(response.headers.get('date') ?? '');
      // `Date` is cut to the second: half of one is what it is most likely to be off by.
      if (!Number.isNaN(theirs)) clockAheadMs = theirs + 500 - (askedAt + now()) / 2;
      isTheirs = response.ok || (await hasTheirBody(response.clone()));
      return response;
    },
  });
  try {
    const value = await call(client);
    return { value, error: undefined, isTheirs, clockAheadMs };
  } catch (error) {
    if (!(error instanceof IdngoError)) throw error;
    return { value: undefined, error, isTheirs, clockAheadMs };
  }
}

async function hasTheirBody(response: Response): Promise<boolean> {
  const body: unknown = await response.json().catch(() => undefined);
  const parsed = v.safeParse(errorBodySchema, body);
  return parsed.success && (typeof parsed.output.code === 'number' || typeof parsed.output.correlationId === 'string');
}
