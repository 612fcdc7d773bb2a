import { type Problem, type ProblemCode, problemStatuses } from '#contract/problem';
import { DatabaseUnavailable } from './database/database';
import { IdngoError } from './idngo-client/idngo-error';

/** An expected no: the request was understood and is turned down. `detail` is for developers and names the remedy. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly code: ProblemCode;
  readonly headers: Record<string, string>;
  /** More of the problem's body, for programs (RFC 9457, 3.2). */
  readonly members: Record<string, unknown>;

  constructor(
    code: ProblemCode,
    detail: string,
    headers: Record<string, string> = {},
    members: Record<string, unknown> = {},
  ) {
    super(detail);
    this.code = code;
    this.headers = headers;
    this.members = members;
  }
}

const titles: Record<ProblemCode, string> = {
  'malformed-request': 'The request cannot be understood',
  'session-required': 'Nobody is signed in',
  'hand-over-invalid': 'The link cannot be used',
  'hand-over-expired': 'The link has expired',
  'hand-over-used': 'The link has been used already',
  'digest-missing': 'The delivery is not signed',
  'digest-wrong': 'The delivery is not authentic',
  'cross-site': 'The request came from another site',
  'hand-over-required': 'People enter from the host product',
  'sandbox-delivery': 'Deliveries of the sandbox are refused in production',
  'scope-required': 'That is for others',
  'not-found': 'There is nothing here',
  'hand-off-unknown': 'There is no such hand-off',
  'method-not-allowed': 'The method is not allowed here',
  'hand-off-used': 'The hand-off has been used already',
  'theme-stale': 'Somebody else saved meanwhile',
  'hand-off-expired': 'The hand-off has expired',
  'hand-off-cancelled': 'The hand-off was cancelled',
  'body-too-large': 'The body is too large',
  'rate-limited': 'Too many requests',
  'attempts-used': 'Everything for today has been tried',
  internal: 'Something went wrong here',
  'provider-refused': 'IDnGO refused the request',
  'provider-unreachable': 'IDnGO cannot be reached',
  'database-unavailable': 'The database cannot be reached',
  'too-busy': 'Too much at once',
  'streams-full': 'Too many live connections',
  'hand-over-unavailable': 'The link cannot be checked just now',
};

interface Answer {
  code: ProblemCode;
  detail?: string;
  headers: Record<string, string>;
  members?: Record<string, unknown>;
}

/** The one place where errors become answers. Only a refusal's own words reach the caller. */
export function toProblemResponse(error: unknown, requestId: string): Response {
  const { code, detail, headers, members } = toAnswer(error);
  return new Response(spellProblem(code, requestId, problemStatuses[code], detail, members), {
    status: problemStatuses[code],
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
  });
}

/** The body of a problem. `status` differs from the code's own only below the app, where HTTP itself was not kept to. */
export function spellProblem(
  code: ProblemCode,
  requestId: string,
  status: number = problemStatuses[code],
  detail?: string,
  members: Record<string, unknown> = {},
): string {
  const problem: Problem = {
    ...members,
    type: 'about:blank',
    title: titles[code],
    status,
    code,
    requestId,
    ...(detail === undefined ? {} : { detail }),
  };
  return JSON.stringify(problem);
}

export function toProblemCode(error: unknown): ProblemCode {
  return toAnswer(error).code;
}

/** Whether the error is ours to repair, and so belongs in the log as an error. */
export function isUnexpected(error: unknown): boolean {
  return !(error instanceof Refusal);
}

function toSeconds(retryAfterMs: number | null): string {
  return String(retryAfterMs === null ? 5 : Math.max(1, Math.ceil(retryAfterMs / 1000)));
}

function toAnswer(error: unknown): Answer {
  if (error instanceof Refusal) {
    const { code, message: detail, headers, members } = error;
    return { code, detail, headers, members };
  }
  if (error instanceof DatabaseUnavailable) return { code: 'database-unavailable', headers: { 'retry-after': '5' } };
  if (error instanceof IdngoError) {
    return error.retryable
      ? { code: 'provider-unreachable', headers: { 'retry-after': toSeconds(error.retryAfterMs) } }
      : { code: 'provider-refused', headers: {} };
  }
  return { code: 'internal', headers: {} };
}
