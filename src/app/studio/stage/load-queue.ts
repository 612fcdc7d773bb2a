/** Lets so many load at a time, the earliest asked first, so that a wall that opens does not hold the page. */
export interface LoadQueue {
  /** Calls `start` when it is its turn; what is returned ends the turn, or the waiting for it. */
  enter(start: () => void): () => void;
}

export function createLoadQueue(mostAtOnce: number): LoadQueue {
  const waiting: (() => void)[] = [];
  let loading = 0;

  function next() {
    const start = loading < mostAtOnce ? waiting.shift() : undefined;
    if (!start) return;
    loading += 1;
    start();
  }

  return {
    enter(start) {
      let turn: 'waiting' | 'loading' | 'over' = 'waiting';
      const begin = () => {
        turn = 'loading';
        start();
      };
      waiting.push(begin);
      next();
      return () => {
        if (turn === 'waiting') waiting.splice(waiting.indexOf(begin), 1);
        if (turn === 'loading') loading -= 1;
        turn = 'over';
        next();
      };
    },
  };
}
