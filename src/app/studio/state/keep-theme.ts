import * as v from 'valibot';
import { type Theme, themeSchema } from '#contract/theme';
import type { Studio } from './studio';

export const keptAt = 'portico.studio.theme';

const keptSchema = v.object({ tab: v.string(), at: v.number(), theme: themeSchema });
export type Kept = v.InferOutput<typeof keptSchema>;

/** What has become of the theme in this browser. `elsewhere`: another tab kept another, newer one. */
export type KeepState =
  | { kind: 'untouched' }
  | { kind: 'kept'; at: number }
  | { kind: 'elsewhere'; theirs: Kept }
  | { kind: 'failed' };

export interface ThemeKeeper {
  getState(): KeepState;
  subscribe(listener: () => void): () => void;
  /** Writes what waits; for a page that goes. */
  flush(): void;
  /** Ends `elsewhere`: by a step to theirs that can be undone, or by keeping what this tab has over it. */
  settle(choice: 'theirs' | 'ours'): void;
  close(): void;
}

interface Surroundings {
  storage: Pick<Storage, 'getItem' | 'setItem'>;
  /** What this tab alone has, whatever others keep. */
  ofTab: Pick<Storage, 'getItem' | 'setItem'>;
  tab: string;
  now: () => number;
  /** Calls back after a pause and returns what prevents it. */
  later: (callback: () => void) => () => void;
}

/** The theme that this browser kept, if it can still be read. */
export function readKept(storage: Pick<Storage, 'getItem'>): Kept | undefined {
  try {
    return v.parse(keptSchema, JSON.parse(storage.getItem(keptAt) ?? ''));
  } catch {
    return undefined;
  }
}

/**
 * Keeps every change of the theme in this browser.
 *
 * 1. For this tab always, so that a reload goes on with it.
 * 2. For the next visit, where the last to write wins, and never over what another tab made since: that is a choice.
 */
export function keepTheme(studio: Studio, { storage, ofTab, tab, now, later }: Surroundings): ThemeKeeper {
  let state: KeepState = { kind: 'untouched' };
  let written: Theme = studio.readTheme();
  let known = (readKept(ofTab) ?? readKept(storage))?.at;
  let cancel: (() => void) | undefined;
  const listeners = new Set<() => void>();
  const become = (next: KeepState) => {
    state = next;
    for (const listener of listeners) listener();
  };

  const flush = () => {
    cancel?.();
    cancel = undefined;
    const theme = studio.readTheme();
    if (theme === written) return;
    const at = now();
    const isKept = put(ofTab, { tab, at, theme });
    if (isKept) written = theme;
    if (state.kind === 'elsewhere') return;
    const theirs = readKept(storage);
    if (theirs && theirs.tab !== tab && theirs.at !== known) {
      become({ kind: 'elsewhere', theirs });
      return;
    }
    write({ tab, at, theme });
  };
  const write = (kept: Kept) => {
    if (!put(storage, kept)) {
      become({ kind: 'failed' });
      return;
    }
    written = kept.theme;
    known = kept.at;
    become({ kind: 'kept', at: kept.at });
  };
  const stop = studio.store.subscribe(() => {
    if (studio.readTheme() === written || cancel) return;
    cancel = later(() => {
      cancel = undefined;
      flush();
    });
  });

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    flush,
    settle(choice) {
      if (state.kind !== 'elsewhere') return;
      const { theirs } = state;
      known = theirs.at;
      if (choice === 'theirs') {
        studio.edit({ key: 'history.otherTab' }, () => theirs.theme);
        written = theirs.theme;
        put(ofTab, theirs);
        become({ kind: 'kept', at: theirs.at });
      } else write({ tab, at: now(), theme: studio.readTheme() });
    },
    close() {
      stop();
      cancel?.();
    },
  };
}

/** Whether there was room for it. */
function put(storage: Pick<Storage, 'setItem'>, kept: Kept): boolean {
  try {
    storage.setItem(keptAt, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}
