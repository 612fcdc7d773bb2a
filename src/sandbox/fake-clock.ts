import type { Schedule } from './control/clock';

export type FakeClock = ReturnType<typeof createFakeClock>;

/** Real time as a test has it: it stands still until it is advanced. */
export function createFakeClock(startMs: number) {
  let nowMs = startMs;
  let timers: { at: number; run: () => void }[] = [];
  const schedule: Schedule = (run, delayMs) => {
    const timer = { at: nowMs + delayMs, run };
    timers.push(timer);
    return () => {
      timers = timers.filter(other => other !== timer);
    };
  };
  return {
    now: () => nowMs,
    schedule,
    /** Milliseconds until each thing that is planned, soonest first. */
    delays: () => timers.map(({ at }) => at - nowMs).toSorted((a, b) => a - b),
    /** Moves on and runs what has become due. */
    advance(ms: number) {
      nowMs += ms;
      const due = timers.filter(({ at }) => at <= nowMs).toSorted((a, b) => a.at - b.at);
      timers = timers.filter(timer => !due.includes(timer));
      for (const timer of due) timer.run();
    },
  };
}
