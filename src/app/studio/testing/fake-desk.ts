import { QueryClient } from '@tanstack/react-query';
import type { Draft, DraftSummary, Publication, StudioAnswer, StudioLevel } from '#contract/studio';
import { createTheme, type Theme } from '#contract/theme';
import { createApi } from '../../api/http';
import type { Desk } from '../desk/desk';
import { keepDraft } from '../desk/draft-keeper';
import type { Studio } from '../state/studio';

export const aDesigner: StudioAnswer = {
  designer: { name: 'ann', isLocal: false },
  publicUrl: 'https://verify.example',
  fontFaces: [],
  provider: { origin: 'https://frame.example', loaderUrl: null, environment: 'sandbox' },
  levels: [{ name: 'basic-kyc-level', isUsual: true, publication: null }],
};

interface StoredDraft extends DraftSummary {
  versions: { version: number; theme: Theme; byHand: boolean; savedBy: string; savedAt: string }[];
}

const at = '2026-11-26T10:00:00.000Z';

/** The studio's part of the backend, with its state in plain sight. */
export function createFakeStudioBackend(answer: StudioAnswer = aDesigner) {
  const drafts = new Map<string, StoredDraft>();
  const publications: Publication[] = [];
  const assignments: { id: number; levelName: string; publicationId: number | null }[] = [];
  const state = { answer, problem: undefined as number | undefined };
  const calls: string[] = [];

  const newest = (draft: StoredDraft) => draft.versions.at(-1);
  const toDraft = ({ versions: _, ...draft }: StoredDraft): Draft => {
    const theme = newest(drafts.get(draft.id) as StoredDraft)?.theme ?? createTheme('');
    return { ...draft, name: theme.name, theme };
  };
  const toSummary = (stored: StoredDraft): DraftSummary => {
    const { theme: _, ...summary } = toDraft(stored);
    return summary;
  };
  const levels = (): StudioLevel[] =>
    state.answer.levels.map(level => {
      const last = assignments.findLast(entry => entry.levelName === level.name);
      return { ...level, publication: publications.find(({ id }) => id === last?.publicationId) ?? null };
    });

  function add(theme: Theme, by = 'ann'): StoredDraft {
    const number = drafts.size + 1;
    const draft = {
      ...{ id: `draft-${number}`, number, name: theme.name, version: 1, savedAt: at, savedBy: by, deletedAt: null },
      versions: [{ version: 1, theme, byHand: true, savedBy: by, savedAt: at }],
    };
    drafts.set(draft.id, draft);
    return draft;
  }

  function save(draft: StoredDraft, theme: Theme, by = 'ann', byHand = true): void {
    draft.version += 1;
    draft.savedBy = by;
    draft.versions.push({ version: draft.version, theme, byHand, savedBy: by, savedAt: at });
  }

  function respond(method: string, path: string, body: Record<string, unknown>): [number, unknown] {
    if (state.problem) return [state.problem, { code: 'internal' }];
    const [, , , kind, id = '', part, number] = path.split('?')[0]?.split('/') ?? [];
    if (kind === undefined) return [200, { ...state.answer, levels: levels() }];
    if (kind === 'publications') return [200, { publications: publications.toReversed(), assignments: [] }];
    if (kind === 'assignments') {
      const entry = { levelName: String(body.levelName), publicationId: body.publicationId as number | null };
      assignments.push({ id: assignments.length + 1, ...entry });
      return [201, { levels: levels() }];
    }
    if (kind !== 'drafts') return [404, { code: 'not-found' }];
    if (id === '') {
      if (method === 'POST') return [201, toDraft(add(body.theme as Theme))];
      return [200, { drafts: [...drafts.values()].map(toSummary) }];
    }
    const draft = drafts.get(id);
    if (!draft) return [404, { code: 'not-found' }];
    if (part === 'versions' && number) {
      const found = draft.versions.find(entry => entry.version === Number(number));
      return found ? [200, { ...found, name: found.theme.name }] : [404, { code: 'not-found' }];
    }
    if (part === 'versions') {
      const versions = draft.versions.map(({ theme, ...rest }) => ({ ...rest, name: theme.name })).toReversed();
      return [200, { versions }];
    }
    if (part === 'copies') {
      const theme = { ...(newest(draft)?.theme ?? createTheme('')), name: String(body.name) };
      return [201, toDraft(add(theme))];
    }
    if (part === 'publications') {
      const publication: Publication = {
        ...{ id: publications.length + 1, name: toDraft(draft).name, draftId: id, draftNumber: draft.number },
        ...{ version: Number(body.version), publishedAt: at, publishedBy: 'ann' },
        url: `https://verify.example/themes/x/${publications.length + 1}.css`,
      };
      publications.push(publication);
      return [201, { publication, notes: [] }];
    }
    if (part === 'restore') draft.deletedAt = null;
    if (method === 'DELETE') draft.deletedAt = at;
    if (method === 'PUT') {
      if (body.madeFrom !== draft.version || draft.deletedAt) return [409, { code: 'theme-stale' }];
      save(draft, body.theme as Theme, 'ann', body.byHand === true);
    }
    return [200, toDraft(draft)];
  }

  return {
    state,
    drafts,
    publications,
    assignments,
    calls,
    add,
    save,
    fetch: (async (input, init) => {
      const method = init?.method ?? 'GET';
      calls.push(`${method} ${String(input)}`);
      const [status, json] = respond(method, String(input), init?.body ? JSON.parse(String(init.body)) : {});
      const problem = { type: 'about:blank', title: '', status, requestId: 'request-1' };
      return new Response(JSON.stringify(status < 400 ? json : { ...problem, ...(json as object) }), { status });
    }) satisfies typeof globalThis.fetch,
  };
}

export interface FakeLater {
  later: (callback: () => void) => () => void;
  /** As if the pause were over. */
  pass(): void;
  readonly isWaiting: boolean;
}

export function createFakeLater(): FakeLater {
  let waiting: (() => void) | undefined;
  return {
    later(callback) {
      waiting = callback;
      return () => {
        if (waiting === callback) waiting = undefined;
      };
    },
    pass() {
      const callback = waiting;
      waiting = undefined;
      callback?.();
    },
    get isWaiting() {
      return waiting !== undefined;
    },
  };
}

export function createFakeStorage(entries: Record<string, string> = {}) {
  const map = new Map(Object.entries(entries));
  return {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  };
}

/** A desk whose backend, pauses and storage are in the hands of the test. */
export function createFakeDesk(
  studio: Studio,
  { backend = createFakeStudioBackend(), storage = createFakeStorage() } = {},
) {
  const later = createFakeLater();
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const api = createApi({ fetch: backend.fetch });
  const onSaved = () => void client.invalidateQueries({ queryKey: ['drafts'] });
  const keeper = keepDraft(studio, { api, storage, later: later.later, onSaved });
  const desk: Desk = { api, client, keeper };
  return { desk, backend, storage, later, keeper };
}
