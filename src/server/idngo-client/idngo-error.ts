export type IdngoErrorCode =
  | 'unreachable'
  | 'timed-out'
  | 'unavailable'
  | 'refused'
  | 'unreadable'
  | 'not-found'
  | 'rate-limited';

/**
 * A call to IDnGO that did not succeed. The message is the diagnosis: what failed, with which status, and the cause that
 * IDnGO's FAQ names for it. `correlationId` is what their support asks for.
 */
export class IdngoError extends Error {
  override name = 'IdngoError';
  readonly code: IdngoErrorCode;
  readonly retryable: boolean;
  readonly httpStatus: number | null;
  readonly errorCode: number | null;
  readonly correlationId: string | null;
  /** How long they ask to be left alone; null where they do not say. */
  readonly retryAfterMs: number | null;

  constructor(
    code: IdngoErrorCode,
    message: string,
    facts: {
      httpStatus?: number;
      errorCode?: number | undefined;
      correlationId?: string | undefined;
      retryAfterMs?: number | undefined;
      cause?: unknown;
    } = {},
  ) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.code = code;
    this.retryable =
      code === 'unreachable' || code === 'timed-out' || code === 'unavailable' || code === 'rate-limited';
    this.httpStatus = facts.httpStatus ?? null;
    this.errorCode = facts.errorCode ?? null;
    this.correlationId = facts.correlationId ?? null;
    this.retryAfterMs = facts.retryAfterMs ?? null;
  }
}
