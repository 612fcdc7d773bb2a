import type { ErrorBody } from '#idngo/errors';

/** Causes by `errorCode` of a 401 [S]; the sentences are IDnGO's FAQ, made concrete. */
const causesByErrorCode: Record<number, string> = {
  4000: 'IDNGO_APP_TOKEN is malformed',
  4001: 'IDNGO_APP_TOKEN is not known there: was it created in the same environment (sandbox or production)?',
  4002: 'the part of IDNGO_APP_TOKEN after the dot is wrong',
  4003: 'the signature does not fit: is IDNGO_SECRET_KEY the one made together with IDNGO_APP_TOKEN, and does the signature include the body?',
  4004: 'the timestamp is off: it must be UTC in seconds, not milliseconds, within a minute of their clock; check this machine’s clock',
  4005: 'an authorization header has an unusable value',
  4006: 'an authorization header is missing: X-App-Token, X-App-Access-Ts and X-App-Access-Sig are all required',
  4007: 'the authorization headers contradict each other',
};

const causesByStatus: Record<number, string> = {
  400: 'a parameter or the body is not what they expect',
  401: 'was the app token created in the same environment, does the signature include the body, is the timestamp UTC in seconds?',
  403: 'the app token lacks the permission for this method',
  404: 'they do not know this applicant, or the path',
  405: 'the HTTP method is wrong for this path, or the Accept: application/json header is missing',
  409: 'the applicant is not in a state that allows it',
  415: 'the Content-Type or Accept header does not match the data',
  429: 'too many requests',
};

/** One sentence for developers about a refused call: what they answered and the usual cause. Holds no request data. */
export function diagnose(call: string, httpStatus: number, body: ErrorBody | undefined): string {
  const named = body?.errorCode === undefined ? '' : ` (errorCode ${body.errorCode})`;
  const cause =
    (body?.errorCode === undefined ? undefined : causesByErrorCode[body.errorCode]) ??
    causesByStatus[httpStatus] ??
    (httpStatus >= 500 ? 'their service has a fault' : 'no cause is documented');
  return `IDnGO answered ${call} with ${httpStatus}${named}: ${cause}`;
}
