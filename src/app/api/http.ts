import * as v from 'valibot';
import type { Endpoint, ResponseOf } from '#contract/endpoints';
import { type ProblemCode, problemSchema } from '#contract/problem';

/** `unreachable`: no answer came. `unreadable`: an answer came that the contract does not know. */
export type FailureCode = ProblemCode | 'unreachable' | 'unreadable';

export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: FailureCode;
  readonly requestId: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: FailureCode,
    details: { requestId?: string | undefined; retryAfterSeconds?: number | undefined; cause?: unknown } = {},
  ) {
    super(`The backend's answer: ${code}`, { cause: details.cause });
    this.code = code;
    this.requestId = details.requestId;
    this.retryAfterSeconds = details.retryAfterSeconds;
  }
}

export interface Api {
  call<E extends Endpoint>(endpoint: E, signal?: AbortSignal): Promise<ResponseOf<E>>;
}

/** Calls the backend by the table in `contract/endpoints`; every failure is a `ProblemError`, an abort excepted. */
export function createApi({
  fetch,
  timeoutMs = 20_000,
  onDate,
}: {
  fetch: typeof globalThis.fetch;
  timeoutMs?: number;
  /** Told what time it was at the backend, as its answers say. */
  onDate?: (date: string | null) => void;
}): Api {
  return {
    async call<E extends Endpoint>(endpoint: E, signal?: AbortSignal): Promise<ResponseOf<E>> {
      const { response, body } = await exchange(fetch, endpoint, timeoutMs, signal);
      onDate?.(response.headers.get('date'));
      if (!response.ok) throw readProblem(response, body);
      const parsed = v.safeParse(endpoint.response as v.GenericSchema<unknown, ResponseOf<E>>, body);
      if (!parsed.success) throw new ProblemError('unreadable', { cause: new v.ValiError(parsed.issues) });
      return parsed.output;
    },
  };
}

async function exchange(fetch: typeof globalThis.fetch, endpoint: Endpoint, timeoutMs: number, signal?: AbortSignal) {
  const controller = new AbortController();
  const abort = () => controller.abort(signal?.reason);
  const timer = setTimeout(() => controller.abort(), timeoutMs);
  signal?.addEventListener('abort', abort);
  try {
    const response = await fetch(endpoint.path, {
      method: endpoint.method,
      headers: { Accept: 'application/json', ...(endpoint.body && { 'Content-Type': 'application/json' }) },
      ...(endpoint.body && { body: JSON.stringify(endpoint.body) }),
      credentials: 'same-origin',
      cache: 'no-store',
      signal: controller.signal,
    });
    return { response, body: parseJson(await response.text()) };
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ProblemError('unreachable', { cause });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

function readProblem(response: Response, body: unknown): ProblemError {
  const problem = v.safeParse(problemSchema, body);
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  return new ProblemError(problem.success ? problem.output.code : 'unreadable', {
    requestId: problem.success ? problem.output.requestId : undefined,
    retryAfterSeconds: Number.isFinite(retryAfter) ? retryAfter : undefined,
  });
}

/** Undefined where the text is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
