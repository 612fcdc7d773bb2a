import { ProblemError } from '../api/http';
import { LoaderRefused } from './loader-refused';

/**
 * Why there is no frame to work in. `silent`: nothing was heard of it in time. `blocked`: the browser said that it may
 * not be shown, or something else than the check was shown in its place. `keeps-closing`: it reloads again and again.
 */
export type SdkFailure =
  | { is: 'silent' }
  | { is: 'blocked' }
  | { is: 'keeps-closing' }
  | { is: 'unreachable' }
  | { is: 'session-ended' }
  /** `until`: when another try makes sense, in milliseconds since 1970. */
  | { is: 'rate-limited'; until: number | undefined }
  | { is: 'attempts-used'; until: number | undefined }
  | { is: 'provider-down'; until: number | undefined }
  | { is: 'refused'; requestId: string | undefined };

/** Reads why there is no token or no loader. Total: what nobody foresaw reads as our own fault. */
export function toSdkFailure(cause: unknown, { now, isOnline }: { now: number; isOnline: boolean }): SdkFailure {
  if (cause instanceof LoaderRefused) return { is: isOnline ? 'blocked' : 'unreachable' };
  // A part of the page that could not be fetched.
  if (cause instanceof TypeError) return { is: 'unreachable' };
  if (!(cause instanceof ProblemError)) return { is: 'refused', requestId: undefined };
  const { code, requestId, retryAfterSeconds } = cause;
  const until = retryAfterSeconds === undefined ? undefined : now + retryAfterSeconds * 1000;
  switch (code) {
    case 'unreachable':
      return { is: 'unreachable' };
    case 'session-required':
    case 'hand-over-required':
      return { is: 'session-ended' };
    case 'rate-limited':
    case 'attempts-used':
      return { is: code, until };
    case 'provider-refused':
    case 'provider-unreachable':
      return { is: 'provider-down', until };
    default:
      return { is: 'refused', requestId };
  }
}
