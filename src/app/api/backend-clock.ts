/** Less is the time that an answer takes on its way, and of no concern to anybody. */
const sameMs = 60_000;

export interface BackendClock {
  now: () => number;
  /** Takes the `Date` of an answer. */
  hear: (date: string | null) => void;
}

/** What time it is at the backend, whose times are then of one kind: clocks of devices are wrong by hours. */
export function createBackendClock(now: () => number): BackendClock {
  let aheadMs = 0;
  return {
    now: () => now() + aheadMs,
    hear(date) {
      const differenceMs = Date.parse(date ?? '') - now();
      if (Number.isNaN(differenceMs)) return;
      aheadMs = Math.abs(differenceMs) < sameMs ? 0 : differenceMs;
    },
  };
}
