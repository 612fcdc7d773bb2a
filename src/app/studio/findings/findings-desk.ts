import { createStore, type StoreApi } from 'zustand/vanilla';
import { previewNames } from '#stand-in/preview-names';
import type { Studio } from '../state/studio';
import { CheckStopped } from './check-stopped';
import type { Report } from './check-theme';
import { createIdle } from './idle';

export interface FindingsState {
  /** The newest report, while the next is made too. */
  report: Report | undefined;
  progress:
    | { name: 'waiting' }
    | { name: 'checking'; done: number; of: number }
    | { name: 'done' }
    | { name: 'failed' };
}

export interface FindingsDesk {
  store: StoreApi<FindingsState>;
  /** Checks the theme now and after each pause in its changes, until what it gives back is called. */
  start(): () => void;
  checkAgain(): void;
}

const pauseMs = 600;
/** The studio opens first. */
const firstPauseMs = 2000;
const desks = new WeakMap<Studio, FindingsDesk>();

/** The one desk of a studio: the tab and the number in its head share it. */
export function findingsOf(studio: Studio): FindingsDesk {
  const known = desks.get(studio);
  if (known) return known;
  const made = createFindingsDesk(studio, window);
  desks.set(studio, made);
  return made;
}

function createFindingsDesk(studio: Studio, window: Window): FindingsDesk {
  const store = createStore<FindingsState>()(() => ({ report: undefined, progress: { name: 'waiting' } }));
  const idle = createIdle(window);
  let users = 0;
  let running: { check(): void; stop(): void } | undefined;

  async function openCheck() {
    try {
      const { openCheckBench } = await import('./check-bench');
      return openCheckBench(window.document, idle);
    } catch (error) {
      throw new CheckStopped('The check did not load', error);
    }
  }

  function run() {
    let bench: ReturnType<typeof openCheck> | undefined;
    let current: AbortController | undefined;
    let timer: number | undefined;
    let checked: unknown;

    async function check(): Promise<void> {
      const theme = studio.readTheme();
      checked = theme;
      current?.abort();
      current = new AbortController();
      const { signal } = current;
      const onProgress = (done: number) =>
        store.setState({ progress: { name: 'checking', done, of: previewNames.length } });
      bench ??= openCheck();
      try {
        const { fontFaces } = studio.store.getState();
        const report = await (await bench).check(theme, { fontFaces, signal, onProgress });
        store.setState({ report, progress: { name: 'done' } });
      } catch (error) {
        if (signal.aborted) return;
        close();
        store.setState({ progress: { name: 'failed' } });
        if (!(error instanceof CheckStopped)) throw error;
      }
    }
    /** The next check opens it anew. */
    function close() {
      bench?.then(
        opened => opened.close(),
        () => undefined,
      );
      bench = undefined;
    }
    const schedule = (afterMs = pauseMs) => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void check(), afterMs);
    };
    const unsubscribe = studio.store.subscribe(() => {
      if (studio.readTheme() === checked) return;
      checked = studio.readTheme();
      current?.abort();
      schedule();
    });
    schedule(firstPauseMs);
    return {
      check: () => schedule(),
      stop() {
        unsubscribe();
        window.clearTimeout(timer);
        current?.abort();
        close();
      },
    };
  }

  return {
    store,
    start() {
      users += 1;
      running ??= run();
      return () => {
        users -= 1;
        if (users > 0) return;
        running?.stop();
        running = undefined;
      };
    },
    checkAgain: () => running?.check(),
  };
}
