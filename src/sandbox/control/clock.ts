import { join } from 'node:path';
import { createJsonFiles } from '../json-files';
import type { Log } from '../log';

/** Runs something later, once; answers how to cancel it. */
export type Schedule = (run: () => void, delayMs: number) => () => void;

export interface SandboxClock {
  /** The sandbox's time in milliseconds since 1970: real time and what it was moved forward by. */
  now(): number;
  offsetMs(): number;
  /** Runs something once, `delayMs` from now; answers how to cancel it. */
  schedule(run: () => void | Promise<void>, delayMs: number): () => void;
  /** Starts something now that the hands must not overtake: `advance` and `settle` wait for it. */
  begin<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when nothing that was begun is under way. */
  settle(): Promise<void>;
  /**
   * Moves the clock forward, and plays what falls due on the way one after the other: at each, `now()` is the time it was
   * due at, and it and everything it begins is awaited. What it plans within the stretch is played, too. Must not be
   * awaited inside of anything scheduled or begun.
   */
  advance(ms: number): Promise<void>;
  /** Forgets everything that is planned. */
  close(): void;
}

interface Timer {
  at: number;
  run: () => void | Promise<void>;
}

/** Node runs a longer timer at once. */
const longestTimerMs = 2 ** 31 - 1;
const recordId = 'offset';

/** The clock of everything in the sandbox but signatures and transport, which real time governs. Only goes forward. */
export function createSandboxClock({
  dataDir,
  now: readRealTime,
  schedule,
  log,
}: {
  dataDir: string;
  now: () => number;
  schedule: Schedule;
  log: Log;
}): SandboxClock {
  const files = createJsonFiles<{ offsetMs: number }>(join(dataDir, 'clock'));
  let offsetMs = files.readAll()[0]?.offsetMs ?? 0;
  let heldAt: number | null = null;
  let isClosed = false;
  const timers = new Set<Timer>();
  const underWay = new Set<Promise<unknown>>();
  let disarm: () => void = () => undefined;
  let lastAdvance: Promise<void> = Promise.resolve();

  const now = () => heldAt ?? readRealTime() + offsetMs;

  /** Of several due at the same moment, the one that was planned first. */
  function findSoonest(): Timer | undefined {
    let soonest: Timer | undefined;
    for (const timer of timers) if (!soonest || timer.at < soonest.at) soonest = timer;
    return soonest;
  }

  function arm(): void {
    disarm();
    const soonest = findSoonest();
    if (soonest && heldAt === null && !isClosed) disarm = schedule(runDue, clamp(soonest.at - now()));
  }

  function runDue(): void {
    for (let next = findSoonest(); next && next.at <= now() && heldAt === null; next = findSoonest()) run(next);
    arm();
  }

  function run(timer: Timer): void {
    timers.delete(timer);
    begin(async () => timer.run()).catch(error => {
      log.error({ err: error }, 'something that was planned failed');
    });
  }

  function begin<T>(work: () => Promise<T>): Promise<T> {
    const result = work();
    underWay.add(result);
    const forget = () => underWay.delete(result);
    result.then(forget, forget);
    return result;
  }

  async function settle(): Promise<void> {
    while (underWay.size > 0) await Promise.allSettled(underWay);
  }

  async function play(ms: number): Promise<void> {
    await settle();
    disarm();
    const [startedAt, earlierOffsetMs] = [now(), offsetMs];
    const moveTo = (at: number) => {
      heldAt = at;
      offsetMs = earlierOffsetMs + (at - startedAt);
      // First on disk: after a kill, the clock must not show less than what was written under it.
      files.write(recordId, { offsetMs });
    };
    heldAt = startedAt;
    try {
      const target = startedAt + ms;
      for (let next = findSoonest(); next && next.at <= target; next = findSoonest()) {
        moveTo(Math.max(next.at, heldAt));
        run(next);
        await settle();
      }
      moveTo(target);
    } finally {
      heldAt = null;
      arm();
    }
  }

  return {
    now,
    offsetMs: () => offsetMs,
    schedule(run, delayMs) {
      const timer = { at: now() + delayMs, run };
      timers.add(timer);
      arm();
      return () => {
        timers.delete(timer);
        arm();
      };
    },
    begin,
    settle,
    advance(ms) {
      if (!(ms >= 0 && Number.isFinite(ms))) throw new RangeError(`the clock goes forward only, not by ${ms} ms`);
      const turn = lastAdvance.then(() => play(ms));
      lastAdvance = turn.catch(() => undefined);
      return turn;
    },
    close() {
      isClosed = true;
      timers.clear();
      disarm();
    },
  };
}

function clamp(delayMs: number): number {
  return Math.min(Math.max(delayMs, 0), longestTimerMs);
}
