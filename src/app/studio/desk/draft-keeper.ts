import type { Draft, DraftSummary } from '#contract/studio';
import type { Theme } from '#contract/theme';
import { type Api, type FailureCode, ProblemError } from '../../api/http';
import type { Studio } from '../state/studio';
import { createDraft, readDraft, readVersion, saveDraft } from './calls';

export type DraftState =
  /** What is edited is nowhere but in this browser. */
  | { is: 'none' }
  | { is: 'saved'; draft: DraftSummary }
  | { is: 'changed'; draft: DraftSummary }
  | { is: 'saving'; draft: DraftSummary | undefined }
  /** Somebody saved, or deleted it, since the version that this was made from. */
  | { is: 'stale'; draft: DraftSummary; theirs: DraftSummary }
  | { is: 'failed'; draft: DraftSummary | undefined; code: FailureCode };

export interface DraftKeeper {
  getSnapshot(): DraftState;
  subscribe(listener: () => void): () => void;
  /** As a new draft where there is none. Resolves with what was saved, undefined where it was not. */
  save(): Promise<DraftSummary | undefined>;
  /** Ends `stale`. `both`: what is here becomes a draft of its own. */
  settle(choice: 'both' | 'overwrite' | 'theirs', copyName: string): Promise<void>;
  /** Opens a draft; what the one before has not saved yet is saved first. */
  open(id: string): Promise<void>;
  /** Brings an earlier version of the open draft back, as one step that can be undone. */
  bringBack(version: number): Promise<void>;
  /** Writes down which draft this tab has open; for a page that goes. */
  flush(): void;
  /** What is edited goes on as no draft. Returns what takes that back, unless something else has been opened since. */
  leave(): () => void;
  /** After a reload: goes on with the draft that this tab had open, if what is edited is what it had then. */
  resume(): Promise<void>;
  close(): void;
}

interface Surroundings {
  api: Api;
  /** Of this tab. */
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** Calls back after a pause and returns what prevents it. */
  later: (callback: () => void) => () => void;
  onSaved: () => void;
}

const keptAt = 'portico.studio.draft';

/**
 * Keeps the open draft on the server what it is in the studio: after a pause by itself, at once when asked.
 *
 * 1. One save at a time; what changes meanwhile is saved after it.
 * 2. Each save says which version it was made from, so nobody's work is written over unseen.
 * 3. Where another theme is opened, by whomever, what is edited is not that draft any more.
 */
export function keepDraft(studio: Studio, { api, storage, later, onSaved }: Surroundings): DraftKeeper {
  const listeners = new Set<() => void>();
  let state: DraftState = { is: 'none' };
  let saved: Theme | undefined;
  let beginning = studio.store.getState().history.steps[0];
  let cancel: (() => void) | undefined;
  let running: Promise<DraftSummary | undefined> | undefined;

  const become = (next: DraftState) => {
    state = next;
    flush();
    for (const listener of listeners) listener();
  };

  function flush(): void {
    const draft = 'draft' in state ? state.draft : undefined;
    if (!draft) storage.removeItem(keptAt);
    else
      storage.setItem(
        keptAt,
        JSON.stringify({ id: draft.id, version: draft.version, print: toPrint(studio.readTheme()) }),
      );
  }

  function openTheme(theme: Theme, what: string): void {
    studio.open(theme, { key: 'library.step.opened', what });
  }

  function accept(draft: Draft): DraftSummary {
    const { theme: _, ...summary } = draft;
    return summary;
  }

  function settleAfter(draft: DraftSummary): void {
    become(studio.readTheme() === saved ? { is: 'saved', draft } : { is: 'changed', draft });
    if (state.is === 'changed') schedule();
  }

  async function write(byHand: boolean): Promise<DraftSummary | undefined> {
    const theme = studio.readTheme();
    const draft = 'draft' in state ? state.draft : undefined;
    const origin = beginning;
    become({ is: 'saving', draft });
    try {
      const answer = draft
        ? await saveDraft(api, draft.id, { theme, madeFrom: draft.version, byHand })
        : await createDraft(api, theme);
      onSaved();
      if (origin !== beginning) return undefined;
      saved = theme;
      settleAfter(accept(answer));
      return accept(answer);
    } catch (error) {
      if (origin === beginning) await fail(error, draft);
      return undefined;
    }
  }

  async function fail(error: unknown, draft: DraftSummary | undefined): Promise<void> {
    const code = error instanceof ProblemError ? error.code : 'unreadable';
    if (code === 'theme-stale' && draft) {
      try {
        become({ is: 'stale', draft, theirs: accept(await readDraft(api, draft.id)) });
        return;
      } catch {
        // Nothing is known of theirs: it is a save that failed.
      }
    }
    become({ is: 'failed', draft, code });
  }

  async function save(byHand: boolean): Promise<DraftSummary | undefined> {
    cancel?.();
    cancel = undefined;
    while (running) await running;
    if (state.is === 'stale') return undefined;
    running = write(byHand).finally(() => {
      running = undefined;
    });
    return running;
  }

  function schedule(): void {
    cancel?.();
    cancel = later(() => {
      cancel = undefined;
      if (state.is === 'changed' || state.is === 'failed') void save(false);
    });
  }

  const stop = studio.store.subscribe(({ history }, before) => {
    if (history === before.history) return;
    const [first] = history.steps;
    // A long history loses its first steps; another theme begins with one alone.
    if (first !== beginning && history.steps.length === 1) leave();
    beginning = first;
    const theme = studio.readTheme();
    if (theme === saved || !('draft' in state) || !state.draft) return;
    if (state.is === 'saved') become({ is: 'changed', draft: state.draft });
    if (state.is === 'changed' || state.is === 'failed') schedule();
  });

  function leave(): void {
    cancel?.();
    cancel = undefined;
    saved = undefined;
    become({ is: 'none' });
  }

  async function open(id: string): Promise<void> {
    if (state.is === 'changed' || state.is === 'failed') await save(false);
    const draft = await readDraft(api, id);
    openTheme(draft.theme, draft.name);
    saved = studio.readTheme();
    become({ is: 'saved', draft: accept(draft) });
  }

  return {
    getSnapshot: () => state,
    flush,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    save: () => save(true),
    async settle(choice, copyName) {
      if (state.is !== 'stale') return;
      const { theirs } = state;
      if (choice === 'theirs') return open(theirs.id);
      if (choice === 'overwrite') {
        become({ is: 'changed', draft: theirs });
      } else {
        become({ is: 'none' });
        studio.edit({ key: 'library.step.renamed', what: copyName }, theme => ({ ...theme, name: copyName }));
      }
      await save(true);
    },
    open,
    async bringBack(version) {
      const draft = 'draft' in state ? state.draft : undefined;
      if (!draft) return;
      const { theme } = await readVersion(api, draft.id, version);
      studio.edit({ key: 'library.step.version', what: String(version) }, () => theme);
    },
    leave() {
      const draft = 'draft' in state ? state.draft : undefined;
      const origin = beginning;
      leave();
      return () => {
        if (draft && state.is === 'none' && origin === beginning) settleAfter(draft);
      };
    },
    async resume() {
      const kept = readKept(storage);
      if (!kept || kept.print !== toPrint(studio.readTheme())) return storage.removeItem(keptAt);
      const origin = beginning;
      const theme = studio.readTheme();
      const draft = await readDraft(api, kept.id).catch(() => undefined);
      if (!draft || draft.deletedAt !== null || origin !== beginning || state.is !== 'none') return;
      const isSaved = JSON.stringify(draft.theme) === JSON.stringify(theme);
      saved = isSaved ? theme : undefined;
      const version = isSaved ? draft.version : kept.version;
      settleAfter({ ...accept(draft), version });
    },
    close() {
      stop();
      cancel?.();
      listeners.clear();
    },
  };
}

interface KeptDraft {
  id: string;
  version: number;
  print: string;
}

function readKept(storage: Pick<Storage, 'getItem'>): KeptDraft | undefined {
  try {
    const { id, version, print } = JSON.parse(storage.getItem(keptAt) ?? '') as Partial<KeptDraft>;
    return typeof id === 'string' && typeof version === 'number' && typeof print === 'string'
      ? { id, version, print }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Tells themes apart without keeping them: FNV-1a of the text. */
function toPrint(theme: Theme): string {
  let hash = 0x811c9dc5;
  const text = JSON.stringify(theme);
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return `${text.length}-${(hash >>> 0).toString(36)}`;
}
