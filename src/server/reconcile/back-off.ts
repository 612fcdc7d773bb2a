export interface BackOff {
  isOver(): boolean;
  /** Whether the last question failed: then one is asked before many are. */
  isWary(): boolean;
  /** Returns whether a wait began: several failures of one moment are one. */
  fail(retryAfterMs: number | null): boolean;
  succeed(): void;
}

const firstMs = 5_000;
const longestMs = 10 * 60_000;

/** How long IDnGO is left alone after a failure: twice as long after each, give or take a fifth, and never shorter than it asks for. */
export function createBackOff({ now, random }: { now: () => number; random: () => number }): BackOff {
  let failures = 0;
  let untilMs = Number.NEGATIVE_INFINITY;
  return {
    isOver: () => now() >= untilMs,
    isWary: () => failures > 0,
    fail(retryAfterMs) {
      const isNew = now() >= untilMs;
      if (isNew) {
        const waitMs = Math.min(firstMs * 2 ** failures, longestMs) * (0.8 + 0.4 * random());
        untilMs = now() + waitMs;
        failures += 1;
      }
      if (retryAfterMs !== null) untilMs = Math.max(untilMs, now() + retryAfterMs);
      return isNew;
    },
    succeed() {
      failures = 0;
    },
  };
}
