/** How long work may take before it lets go, and when it may go on: only while nobody waits for the page. */
export interface Idle {
  /** Resolves when the page has nothing else to do. */
  wait(): Promise<void>;
}

export function createIdle(window: Window): Idle {
  return {
    wait: () =>
      new Promise(resolve => {
        // Safari has none.
        if (typeof window.requestIdleCallback === 'function')
          window.requestIdleCallback(() => resolve(), { timeout: 1000 });
        else window.setTimeout(resolve, 16);
      }),
  };
}
