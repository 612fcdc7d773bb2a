import { setTimeout as delay } from 'node:timers/promises';
import * as v from 'valibot';
import { type AccessToken, type AccessTokenRequest, accessTokenSchema } from '#idngo/access-token';
import { type Applicant, applicantSchema } from '#idngo/applicant';
import { type RequiredIdDocsStatus, requiredIdDocsStatusSchema } from '#idngo/documents';
import { errorBodySchema } from '#idngo/errors';
import { type Review, reviewSchema } from '#idngo/review';
import { diagnose } from './diagnose';
import { IdngoError, type IdngoErrorCode } from './idngo-error';
import { openDeadline } from './open-deadline';
import { readRetryAfterMs } from './read-retry-after';
import { type SignableRequest, signRequest } from './sign-request';

/** IDnGO's API as far as it is used. Every method throws `IdngoError`; `undefined` means they do not know the person. */
export interface IdngoClient {
  createAccessToken(request: AccessTokenRequest): Promise<AccessToken>;
  readApplicantByExternalUserId(externalUserId: string, signal?: AbortSignal): Promise<Applicant | undefined>;
  /** What became of an applicant, without anything about the person [S]. */
  readReviewStatus(applicantId: string, signal?: AbortSignal): Promise<Review | undefined>;
  readRequiredIdDocsStatus(applicantId: string): Promise<RequiredIdDocsStatus | undefined>;
}

/** Told of every attempt, by the name of its call. */
export type WatchCall = <T>(call: string, attempt: () => Promise<T>) => Promise<T>;

interface ClientDependencies {
  baseUrl: string;
  appToken: string;
  secretKey: string;
  fetch: typeof fetch;
  now: () => number;
  watch?: WatchCall;
  /** For a call with all its repetitions. */
  timeoutMs?: number;
  /** Waits between attempts, in milliseconds; its length is how often a safe call is repeated. */
  retryDelaysMs?: readonly number[];
}

interface Call<TSchema extends v.GenericSchema> {
  /** How the call is named in diagnoses: never with an id of a person. */
  name: string;
  method: 'GET' | 'POST';
  pathAndQuery: string;
  schema: TSchema;
  /** Of a caller who may lose interest. */
  signal?: AbortSignal | undefined;
}

const noBody = new Uint8Array();
const repeatable: readonly IdngoErrorCode[] = ['unreachable', 'unavailable'];

/** Reads are repeated after a fault, and so is minting a token: an unused one does nothing. No other write would be. */
export function createIdngoClient(dependencies: ClientDependencies): IdngoClient {
  const { baseUrl, fetch, now, timeoutMs = 10_000, retryDelaysMs = [200, 800] } = dependencies;
  const watch: WatchCall = dependencies.watch ?? ((_call, attempt) => attempt());

  async function attempt<TSchema extends v.GenericSchema>(
    call: Call<TSchema>,
    deadline: AbortSignal,
  ): Promise<v.InferOutput<TSchema>> {
    // Signed as `fetch` will send it: it encodes what encodeURIComponent leaves, such as the apostrophe in a query.
    const url = new URL(call.pathAndQuery, baseUrl);
    const request: SignableRequest = { method: call.method, pathAndQuery: url.pathname + url.search, body: noBody };
    const response = await fetch(url, {
      method: call.method,
      headers: { Accept: 'application/json', ...signRequest(request, dependencies, now()) },
      redirect: 'error',
      signal: deadline,
    }).catch((cause: unknown) => {
      throw toTransportError(call.name, cause);
    });
    const text = await response.text().catch((cause: unknown) => {
      throw toTransportError(call.name, cause);
    });
    if (!response.ok) throw toRefusal(call.name, response, text, now());
    const parsed = v.safeParse(call.schema, readJson(text));
    if (!parsed.success) {
      // Keys of a record are theirs, and can be anything.
      const isRecord = call.schema.type === 'record';
      const where = isRecord ? 'an entry' : parsed.issues.map(issue => v.getDotPath(issue) ?? 'the whole').join(', ');
      throw new IdngoError('unreadable', `IDnGO's answer to ${call.name} is not as documented: ${where}`, {
        httpStatus: response.status,
      });
    }
    return parsed.output;
  }

  async function request<TSchema extends v.GenericSchema>(call: Call<TSchema>): Promise<v.InferOutput<TSchema>> {
    const deadline = openDeadline(timeoutMs, call.signal);
    try {
      return await repeat(call, deadline.signal);
    } finally {
      deadline.clear();
    }
  }

  async function repeat<TSchema extends v.GenericSchema>(
    call: Call<TSchema>,
    deadline: AbortSignal,
  ): Promise<v.InferOutput<TSchema>> {
    for (const waitMs of retryDelaysMs) {
      try {
        return await watch(call.name, () => attempt(call, deadline));
      } catch (error) {
        if (!isRepeatable(error) || deadline.aborted) throw error;
        await delay(waitMs * (0.5 + Math.random()));
      }
    }
    return watch(call.name, () => attempt(call, deadline));
  }

  async function read<TSchema extends v.GenericSchema>(
    name: string,
    pathAndQuery: string,
    schema: TSchema,
    signal?: AbortSignal,
  ) {
    return request({ name, method: 'GET', pathAndQuery, schema, signal }).catch((error: unknown) => {
      if (error instanceof IdngoError && error.code === 'not-found') return undefined;
      throw error;
    });
  }

  return {
    createAccessToken: ({ userId, levelName, ttlInSecs }) =>
      request({
        name: 'POST /resources/accessTokens',
        method: 'POST',
        pathAndQuery: `/resources/accessTokens?userId=${encodeURIComponent(userId)}&levelName=${encodeURIComponent(levelName)}&ttlInSecs=${ttlInSecs}`,
        schema: accessTokenSchema,
      }),
    async readApplicantByExternalUserId(externalUserId, signal) {
      const applicant = await read(
        'GET /resources/applicants/-;externalUserId=…/one',
        `/resources/applicants/-;externalUserId=${encodeURIComponent(externalUserId)}/one`,
        applicantSchema,
        signal,
      );
      if (applicant?.externalUserId !== undefined && applicant.externalUserId !== externalUserId) {
        throw new IdngoError('unreadable', 'IDnGO answered about somebody else than was asked for');
      }
      return applicant;
    },
    readReviewStatus: (applicantId, signal) =>
      read(
        'GET /resources/applicants/…/status',
        `/resources/applicants/${encodeURIComponent(applicantId)}/status`,
        reviewSchema,
        signal,
      ),
    readRequiredIdDocsStatus: applicantId =>
      read(
        'GET /resources/applicants/…/requiredIdDocsStatus',
        `/resources/applicants/${encodeURIComponent(applicantId)}/requiredIdDocsStatus`,
        requiredIdDocsStatusSchema,
      ),
  };
}

/** Whoever names a time to come back does not want to be asked before it. */
function isRepeatable(error: unknown): boolean {
  return error instanceof IdngoError && repeatable.includes(error.code) && error.retryAfterMs === null;
}

function toTransportError(name: string, cause: unknown): IdngoError {
  const timedOut = cause instanceof Error && cause.name === 'TimeoutError';
  return timedOut
    ? new IdngoError('timed-out', `IDnGO did not answer ${name} in time`, { cause })
    : new IdngoError('unreachable', `IDnGO could not be reached for ${name}; check IDNGO_BASE_URL and the network`, {
        cause,
      });
}

function toRefusal(name: string, { status: httpStatus, headers }: Response, text: string, nowMs: number): IdngoError {
  const parsed = v.safeParse(errorBodySchema, readJson(text));
  const body = parsed.success ? parsed.output : undefined;
  const retryAfterMs = readRetryAfterMs(headers.get('retry-after'), nowMs);
  const facts = { httpStatus, errorCode: body?.errorCode, correlationId: body?.correlationId, retryAfterMs };
  const message = diagnose(name, httpStatus, body);
  // A 404 without IDnGO's body comes from a gateway or another host, and says nothing about a person.
  if (httpStatus === 404 && body) return new IdngoError('not-found', message, facts);
  if (httpStatus === 429) return new IdngoError('rate-limited', message, facts);
  return new IdngoError(httpStatus >= 500 ? 'unavailable' : 'refused', message, facts);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
