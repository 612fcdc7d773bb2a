/** Shorter waits are how programs take turns, not what a person waits for. */
const shortestWaitMs = 500;
/** Between two waits that end, so that what the first one brings about can begin to wait too. */
const turnMs = 20;

export interface StoppedClock {
  now: () => number;
  /** Lets time go on: waits that end within `ms` are over soon and in their order, longer ones never. */
  pass: (ms: number) => void;
}

/** Stops the clock of a page at `at`. */
export function stopClock(target: typeof globalThis, at: number): StoppedClock {
  const { setTimeout: begin, clearTimeout: end, setInterval: beginAgain, clearInterval: endAgain } = target;
  const waits = new Map<number, { dueAt: number; run: () => void }>();
  let now = at;
  let until = at;
  let newest = 0;
  let isTurning = false;

  const turn = () => {
    if (isTurning) return;
    isTurning = true;
    begin(() => {
      isTurning = false;
      const [next] = [...waits].filter(([, { dueAt }]) => dueAt <= until).sort(([, a], [, b]) => a.dueAt - b.dueAt);
      if (!next) return;
      const [id, { dueAt, run }] = next;
      waits.delete(id);
      now = Math.max(now, dueAt);
      run();
      turn();
    }, turnMs);
  };

  const wait = (id: number, delayMs: number, run: () => void) => {
    waits.set(id, { dueAt: now + delayMs, run });
    if (now + delayMs <= until) turn();
  };
  const toId = () => {
    newest -= 1; // the browser's own are positive
    return newest;
  };

  target.Date.now = () => now;
  target.setTimeout = ((run: () => void, delayMs = 0) => {
    if (delayMs < shortestWaitMs) return begin(run, delayMs);
    const id = toId();
    wait(id, delayMs, run);
    return id;
  }) as typeof target.setTimeout;
  target.setInterval = ((run: () => void, delayMs = 0) => {
    if (delayMs < shortestWaitMs) return beginAgain(run, delayMs);
    const id = toId();
    const tick = () => {
      wait(id, delayMs, tick);
      run();
    };
    wait(id, delayMs, tick);
    return id;
  }) as typeof target.setInterval;
  target.clearTimeout = ((id: number) => waits.delete(id) || end(id)) as typeof target.clearTimeout;
  target.clearInterval = ((id: number) => waits.delete(id) || endAgain(id)) as typeof target.clearInterval;

  return {
    now: () => now,
    pass(ms) {
      until = at + ms;
      turn();
    },
  };
}
