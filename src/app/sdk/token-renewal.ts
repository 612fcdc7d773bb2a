import { ProblemError } from '../api/http';

const tokenTimeoutMs = 15_000;

/** What the loader asks for tokens, and the page when somebody presses "Try again". */
export interface TokenRenewal {
  /** For a launch: rejects when there is no token. */
  fetch: () => Promise<string>;
  /**
   * For a frame whose token has run out: stays open while there is no token, so that the frame waits with all that was
   * typed in it, and is answered by a later `retry`.
   */
  renew: () => Promise<string>;
  /** Whether a frame waits for a token that could not be had. */
  isWaiting: () => boolean;
  retry: () => void;
  /** The frame is gone, and with it whoever waits. */
  abandon: () => void;
}

/** One request for a token at a time, whoever asks, each with a limit of fifteen seconds. */
export function createTokenRenewal({
  createAccessToken,
  onRenewed,
  onRefused,
}: {
  createAccessToken: () => Promise<string>;
  onRenewed: () => void;
  onRefused: (cause: unknown) => void;
}): TokenRenewal {
  let request: Promise<string> | undefined;
  let waiting: { promise: Promise<string>; resolve: (token: string) => void } | undefined;

  const fetch = () => {
    request ??= withTimeout(createAccessToken(), tokenTimeoutMs).finally(() => {
      request = undefined;
    });
    return request;
  };

  const answer = async () => {
    const asking = waiting;
    try {
      const token = await fetch();
      if (asking !== waiting) return;
      waiting = undefined;
      asking?.resolve(token);
      onRenewed();
    } catch (cause) {
      if (asking === waiting) onRefused(cause);
    }
  };

  return {
    fetch,
    renew() {
      if (!waiting) {
        waiting = openPromise();
        void answer();
      }
      return waiting.promise;
    },
    isWaiting: () => waiting !== undefined,
    retry: () => void answer(),
    abandon() {
      waiting = undefined;
    },
  };
}

function openPromise() {
  let resolve: (token: string) => void = () => undefined;
  const promise = new Promise<string>(onToken => {
    resolve = onToken;
  });
  return { promise, resolve };
}

function withTimeout<T>(promise: Promise<T>, timeoutMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new ProblemError('unreachable')), timeoutMs);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
