import * as v from 'valibot';

/** Every refusal the backend can answer, with its HTTP status. */
export const problemStatuses = {
  'malformed-request': 400,
  'session-required': 401,
  'hand-over-invalid': 401,
  'hand-over-expired': 401,
  'hand-over-used': 401,
  'digest-missing': 401,
  'digest-wrong': 401,
  'cross-site': 403,
  'hand-over-required': 403,
  'sandbox-delivery': 403,
  'scope-required': 403,
  'not-found': 404,
  'hand-off-unknown': 404,
  'method-not-allowed': 405,
  'hand-off-used': 409,
  'theme-stale': 409,
  'hand-off-expired': 410,
  'hand-off-cancelled': 410,
  'body-too-large': 413,
  'rate-limited': 429,
  'attempts-used': 429,
  internal: 500,
  'provider-refused': 502,
  'provider-unreachable': 503,
  'database-unavailable': 503,
  'too-busy': 503,
  'streams-full': 503,
  'hand-over-unavailable': 503,
} as const;
export type ProblemCode = keyof typeof problemStatuses;

export const problemCodes = Object.keys(problemStatuses) as [ProblemCode, ...ProblemCode[]];

/** Body of every error, `application/problem+json` (RFC 9457). */
export const problemSchema = v.object({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  code: v.picklist(problemCodes),
  requestId: v.string(),
  detail: v.optional(v.string()),
});
export type Problem = v.InferOutput<typeof problemSchema>;
