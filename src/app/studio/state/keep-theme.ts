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
  /** Another tab wrote. */
  onStorage(event: Pick<StorageEvent, 'key' | 'newValue'>): void;
  /** Ends `elsewhere`: by opening theirs, or by keeping what this tab has over it. */
  settle(choice: 'theirs' | 'ours'): void;
  close(): void;
}

interface Surroundings {
  storage: Pick<Storage, 'getItem' | 'setItem'>;
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

/** Keeps every change of the theme in this browser, and never over one that another tab made since. */
export function keepTheme(studio: Studio, { storage, tab, now, later }: Surroundings): ThemeKeeper {
  let state: KeepState = { kind: 'untouched' };
  let written: Theme = studio.readTheme();
  let known = readKept(storage)?.at;
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
    if (theme === written || state.kind === 'elsewhere') return;
    const theirs = readKept(storage);
    if (theirs && theirs.tab !== tab && theirs.at !== known) {
      become({ kind: 'elsewhere', theirs });
      return;
    }
    write(theme);
  };
  const write = (theme: Theme) => {
    const at = now();
    try {
      storage.setItem(keptAt, JSON.stringify({ tab, at, theme } satisfies Kept));
    } catch {
      become({ kind: 'failed' });
      return;
    }
    written = theme;
    known = at;
    become({ kind: 'kept', at });
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
    onStorage({ key, newValue }) {
      if (key !== keptAt || newValue === null) return;
      const theirs = readKept({ getItem: () => newValue });
      if (theirs) become({ kind: 'elsewhere', theirs });
    },
    settle(choice) {
      if (state.kind !== 'elsewhere') return;
      const { theirs } = state;
      known = theirs.at;
      if (choice === 'theirs') {
        studio.open(theirs.theme, { key: 'history.otherTab' });
        written = theirs.theme;
        become({ kind: 'kept', at: theirs.at });
      } else write(studio.readTheme());
    },
    close() {
      stop();
      cancel?.();
    },
  };
}
