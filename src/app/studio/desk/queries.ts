import { queryOptions } from '@tanstack/react-query';
import { type PublishedThemeAnswer, studioAnswers, studioPaths } from '#contract/studio';
import type { Api } from '../../api/http';

/** What this installation is, and what whoever looks may do here. */
export function studioQuery(api: Api) {
  return queryOptions({
    queryKey: ['studio'],
    queryFn: ({ signal }) =>
      api.call({ method: 'GET', path: studioPaths.studio, response: studioAnswers.studio }, signal),
    // Whoever signs in elsewhere may save as soon as they are back.
    staleTime: ({ state }) => (state.data?.designer ? 60_000 : 0),
  });
}

export function draftsQuery(api: Api) {
  return queryOptions({
    queryKey: ['drafts'],
    queryFn: ({ signal }) =>
      api.call({ method: 'GET', path: studioPaths.drafts, response: studioAnswers.drafts }, signal),
  });
}

export function versionsQuery(api: Api, draftId: string) {
  return queryOptions({
    queryKey: ['drafts', draftId, 'versions'],
    queryFn: ({ signal }) =>
      api.call({ method: 'GET', path: studioPaths.versions(draftId), response: studioAnswers.versions }, signal),
  });
}

export function publicationsQuery(api: Api) {
  return queryOptions({
    queryKey: ['publications'],
    queryFn: ({ signal }) =>
      api.call({ method: 'GET', path: studioPaths.publications, response: studioAnswers.publications }, signal),
  });
}

/** What people at a level get now: of the usual level where none is named. */
export function publishedQuery(api: Api, levelName?: string) {
  return queryOptions({
    queryKey: ['published', levelName ?? null],
    queryFn: ({ signal }) => readPublished(api, levelName, signal),
  });
}

/** The theme that people at a level get now, for comparing; of the usual level where none is named. */
export function readPublished(api: Api, levelName?: string, signal?: AbortSignal): Promise<PublishedThemeAnswer> {
  const query = levelName === undefined ? '' : `?level=${encodeURIComponent(levelName)}`;
  const path = `${studioPaths.published}${query}`;
  return api.call({ method: 'GET', path, response: studioAnswers.publishedTheme }, signal);
}
