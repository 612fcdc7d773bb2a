/** Work in small pieces, done only while nobody waits for the page. */
export interface Idle {
  /** To be asked before each piece: resolves at once while the page can spare the time, else when it has nothing to do. */
  turn(): Promise<void>;
}

const budgetMs = 8;

export function createIdle(window: Window): Idle {
  let startedAt = Number.NEGATIVE_INFINITY;
  return {
    async turn() {
      const { performance } = window;
      if (performance.now() - startedAt < budgetMs) return;
      await new Promise<unknown>(resolve => {
        // Safari has none.
        if (typeof window.requestIdleCallback === 'function') window.requestIdleCallback(resolve, { timeout: 500 });
        else window.setTimeout(resolve, 16);
      });
      startedAt = performance.now();
    },
  };
}
