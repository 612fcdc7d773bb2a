import { QueryClient } from '@tanstack/react-query';
import { createApi } from '../../api/http';
import { shouldRetry } from '../../api/queries';
import type { Studio } from '../state/studio';
import type { Desk } from './desk';
import { keepDraft } from './draft-keeper';
import { studioQuery } from './queries';

const pauseMs = 3_000;

/** The studio's desk in a browser, with the draft that this tab had open before a reload. */
export function openDesk(studio: Studio, window: Window & typeof globalThis): Desk {
  const client = new QueryClient({ defaultOptions: { queries: { retry: shouldRetry, refetchOnWindowFocus: true } } });
  const api = createApi({ fetch: window.fetch.bind(window) });
  const keeper = keepDraft(studio, {
    api,
    storage: window.sessionStorage,
    later(callback) {
      const timer = window.setTimeout(callback, pauseMs);
      return () => window.clearTimeout(timer);
    },
    onSaved: () => void client.invalidateQueries({ queryKey: ['drafts'] }),
  });
  keeper.subscribe(() => {
    const state = keeper.getSnapshot();
    if (state.is !== 'failed' || !(state.code === 'session-required' || state.code === 'scope-required')) return;
    void client.invalidateQueries({ queryKey: ['studio'] });
  });
  for (const event of ['online', 'focus']) window.addEventListener(event, keeper.retry);
  // Who signed in in a window beside this one has never hidden it.
  window.addEventListener('focus', () => {
    const { queryKey } = studioQuery(api);
    if (client.getQueryData(queryKey)?.designer === null) void client.invalidateQueries({ queryKey });
  });
  window.addEventListener('pagehide', keeper.flush);
  void keeper.resume();
  return { api, client, keeper };
}
