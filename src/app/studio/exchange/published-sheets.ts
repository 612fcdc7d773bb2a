import { studioPaths, studioSchema } from '#contract/studio';
import { createApi } from '../../api/http';

export interface PublishedSheet {
  readonly url: string;
  readonly css: string;
}

/** The sheets that people get now, for whoever may know of them. Rejects where they cannot be read. */
export async function readPublishedSheets(fetch: typeof globalThis.fetch): Promise<readonly PublishedSheet[]> {
  const api = createApi({ fetch });
  const { levels } = await api.call({ method: 'GET', path: studioPaths.studio, response: studioSchema });
  const urls = new Set(levels.flatMap(({ publication }) => publication?.url ?? []));
  return Promise.all([...urls].map(url => readSheet(fetch, url)));
}

async function readSheet(fetch: typeof globalThis.fetch, url: string): Promise<PublishedSheet> {
  const response = await fetch(new URL(url).pathname);
  if (!response.ok) throw new Error(`A published sheet was answered with ${response.status}`);
  return { url, css: await response.text() };
}
