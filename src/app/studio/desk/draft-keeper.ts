import type { Draft, DraftSummary } from '#contract/studio';
import type { Theme } from '#contract/theme';
import { type Api, type FailureCode, ProblemError } from '../../api/http';
import type { Studio } from '../state/studio';
import type { StepLabel } from '../state/theme-history';
import { createDraft, readDraft, readVersion, restoreDraft, saveDraft } from './calls';
import { type KeptDraft, readKeptDraft, toPrint, toText, writeKeptDraft } from './kept-draft';

export type DraftState =
  /** What is edited is nowhere but in this browser. */
  | { is: 'none' }
  | { is: 'saved'; draft: DraftSummary }
  | { is: 'changed'; draft: DraftSummary }
  | { is: 'saving'; draft: DraftSummary | undefined }
  /** Somebody saved, or deleted it, since the version that this was made from. */
  | { is: 'stale'; draft: DraftSummary; theirs: Draft }
  | { is: 'failed'; draft: DraftSummary | undefined; code: FailureCode };

export interface DraftKeeper {
  getSnapshot(): DraftState;
  subscribe(listener: () => void): () => void;
  /** As a new draft where there is none. Resolves with what was saved, undefined where it was not. */
  save(): Promise<DraftSummary | undefined>;
  /**
   * Ends `stale`. `both`: what is here becomes a draft of its own. `overwrite`: what is here becomes the newest version,
   * of a draft that was deleted, too. `theirs`: a step that can be undone.
   */
  settle(choice: 'both' | 'overwrite' | 'theirs', copyName: string): Promise<void>;
  /** Tries again what failed, after whatever may have changed that. */
  retry(): void;
  /** Opens a draft; what the one before has not saved yet is saved first. Resolves with whether the server has that. */
  open(id: string): Promise<boolean>;
  /**
   * Begins another theme, which no draft keeps; what the open draft has not saved yet is saved first. Resolves with
   * whether that was done, and leaves everything as it is where it was not. Where no draft is open it is a step.
   */
  begin(theme: Theme, label: StepLabel): Promise<boolean>;
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
    writeKeptDraft(storage, draft && { draft, print: toPrint(studio.readTheme()) });
  }

  const isSame = (theme: Theme) => toText(theme) === toText(studio.readTheme());

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
        const theirs = await readDraft(api, draft.id);
        if (theirs.deletedAt === null && isSame(theirs.theme)) {
          saved = studio.readTheme();
          become({ is: 'saved', draft: accept(theirs) });
        } else become({ is: 'stale', draft, theirs });
        return;
      } catch {
        // Nothing is known of theirs: it is a save that failed.
      }
    }
    // Where the draft is gone for good, the next save makes another.
    become({ is: 'failed', draft: code === 'not-found' ? undefined : draft, code });
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

  async function saveWaiting(): Promise<void> {
    if (state.is === 'changed' || state.is === 'failed') await save(false);
    while (running) await running;
  }

  async function begin(theme: Theme, label: StepLabel): Promise<boolean> {
    while (running) await running;
    if ('draft' in state && state.draft) {
      await saveWaiting();
      if (state.is !== 'saved') return false;
      studio.open(theme, label);
    } else {
      leave();
      studio.edit(label, () => theme);
    }
    return true;
  }

  async function open(id: string): Promise<boolean> {
    await saveWaiting();
    const draft = await readDraft(api, id);
    const wasSaved = state.is === 'saved';
    openTheme(draft.theme, draft.name);
    saved = studio.readTheme();
    become({ is: 'saved', draft: accept(draft) });
    return wasSaved;
  }

  function resumeFrom({ draft: { version } }: KeptDraft, draft: Draft): void {
    const isSaved = isSame(draft.theme);
    saved = isSaved ? studio.readTheme() : undefined;
    const summary = { ...accept(draft), version: isSaved ? draft.version : version };
    if (draft.deletedAt !== null) become({ is: 'stale', draft: summary, theirs: draft });
    else settleAfter(summary);
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
      if (choice === 'theirs') {
        studio.edit({ key: 'library.step.theirs', what: theirs.savedBy }, () => theirs.theme);
        saved = studio.readTheme();
        become({ is: 'saved', draft: accept(theirs) });
        return;
      }
      if (choice === 'overwrite') {
        if (theirs.deletedAt !== null) await restoreDraft(api, theirs.id);
        become({ is: 'changed', draft: accept(theirs) });
      } else if (theirs.deletedAt !== null) {
        become({ is: 'none' });
      } else {
        become({ is: 'none' });
        studio.edit({ key: 'library.step.renamed', what: copyName }, theme => ({ ...theme, name: copyName }));
      }
      await save(true);
    },
    retry() {
      if (state.is === 'failed') void save(false);
    },
    open,
    begin,
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
      const kept = readKeptDraft(storage);
      const theme = studio.readTheme();
      if (!kept || kept.print !== toPrint(theme)) return writeKeptDraft(storage, undefined);
      const origin = beginning;
      const isLeft = () => origin !== beginning || state.is !== 'none' || !readKeptDraft(storage);
      try {
        const draft = await readDraft(api, kept.draft.id);
        if (!isLeft()) resumeFrom(kept, draft);
      } catch (error) {
        if (!isLeft()) await fail(error, kept.draft);
      }
    },
    close() {
      stop();
      cancel?.();
      listeners.clear();
    },
  };
}
