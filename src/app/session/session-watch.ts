import type { SessionEnd } from '../api/queries';

/** How long before its end a session is said to be ending. */
export const warnMs = 120_000;
/** What is said aloud on the way: a countdown of every second would drown everything else. */
const spokenSeconds = [20, 60];
/** Timers of browsers hold 24 days; a day later it is looked at again. */
const longestWaitMs = 24 * 60 * 60_000;

/** How long an answer may take before a warning, or the end, is shown without it. */
const answerWithinMs = 5_000;
/** Answers differ by the time that they take on their way. */
const sameEndMs = 10_000;

export type SessionView =
  | { is: 'quiet' }
  | { is: 'ending'; end: SessionEnd; secondsLeft: number; spoken: number | undefined };

const quiet: SessionView = { is: 'quiet' };

export interface SessionWatch {
  getSnapshot: () => SessionView;
  subscribe: (listener: () => void) => () => void;
  /** Looks again: the end may have moved. */
  look: () => void;
  close: () => void;
}

export interface SessionWatchOptions {
  readEnd: () => SessionEnd | undefined;
  now: () => number;
  isVisible: () => boolean;
  /** Asks the backend, which is a use of the session. Rejects where it does not answer. */
  ask: () => Promise<unknown>;
  /** Told when the session is over and nobody can be asked. */
  onOver: () => void;
}

/**
 * Counts down to the end of a session. Before it warns it asks once, if somebody is looking at the page: that is a use, and
 * the stream or another tab may have moved the end without this tab knowing.
 */
export function watchSession({ readEnd, now, isVisible, ask, onOver }: SessionWatchOptions): SessionWatch {
  const listeners = new Set<() => void>();
  let view = quiet;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked: SessionEnd | undefined;
  let isAsking = false;
  let hasClosed = false;

  const show = (next: SessionView) => {
    if (next === view) return;
    view = next;
    for (const listener of listeners) listener();
  };
  const lookAfter = (waitMs: number) => {
    timer = setTimeout(look, waitMs);
  };
  const askWithin = async () => {
    isAsking = true;
    let patience: ReturnType<typeof setTimeout> | undefined;
    const tooLate = new Promise<'no answer'>(resolve => {
      patience = setTimeout(resolve, answerWithinMs, 'no answer');
    });
    const outcome = await Promise.race([tooLate, ask().catch(() => 'no answer' as const)]);
    clearTimeout(patience);
    isAsking = false;
    return outcome === 'no answer' ? outcome : 'answered';
  };

  function look(): void {
    clearTimeout(timer);
    const end = readEnd();
    if (!end || hasClosed) {
      show(quiet);
      return;
    }
    const leftMs = end.at - now();
    if (leftMs > warnMs) {
      show(quiet);
      lookAfter(Math.min(leftMs - warnMs, longestWaitMs));
    } else if (leftMs > 0) {
      if (!isAsking && !isSame(end, asked) && isVisible()) {
        asked = end;
        void askWithin().then(look);
      }
      const secondsLeft = Math.ceil(leftMs / 1000);
      const spoken = spokenSeconds.find(mark => secondsLeft <= mark);
      show(isAsking ? quiet : { is: 'ending', end, secondsLeft, spoken });
      lookAfter(1000);
    } else {
      show(quiet);
      if (isAsking) return;
      void askWithin().then(outcome => {
        if (hasClosed) return;
        if (outcome === 'answered') lookAfter(1000);
        else onOver();
      });
    }
  }
  look();

  return {
    getSnapshot: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    look,
    close() {
      hasClosed = true;
      clearTimeout(timer);
    },
  };
}

function isSame(end: SessionEnd, other: SessionEnd | undefined): boolean {
  return other !== undefined && other.canStay === end.canStay && Math.abs(other.at - end.at) < sameEndMs;
}
