/** The access token of this launch: in memory only, renewed by the host when the server no longer takes it. */
export interface AccessTokenSource {
  current(): string;
  /** Resolves with a token other than the refused one, or null when the host has none. One question at a time. */
  renew(refusedToken: string): Promise<string | null>;
  /** The host's answer, or a token that it sends unasked. */
  receive(token: string | null): void;
}

export function createAccessTokenSource(firstToken: string, askHost: () => void): AccessTokenSource {
  let token = firstToken;
  let waiting: ((token: string | null) => void)[] = [];
  return {
    current: () => token,
    renew(refusedToken) {
      if (waiting.length === 0 && token !== refusedToken) return Promise.resolve(token);
      return new Promise(resolve => {
        waiting.push(resolve);
        if (waiting.length === 1) askHost();
      });
    },
    receive(received) {
      if (received !== null) token = received;
      const resolvers = waiting;
      waiting = [];
      for (const resolve of resolvers) resolve(received);
    },
  };
}
