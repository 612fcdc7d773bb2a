import { studioPaths, studioSchema } from '#contract/studio';
import type { FontFace } from '#theming/fonts-of';
import { createApi } from '../../api/http';

/** What exports need to know of the place where the studio stands. */
export interface Installation {
  /** Of the packaged font, with absolute addresses. */
  readonly fontFaces: readonly FontFace[];
  /** The sheets that are published here, for whoever may know of them. */
  readonly sheets: readonly { readonly url: string; readonly css: string }[];
}

const nothing: Installation = { fontFaces: [], sheets: [] };

/** Never fails: without an answer exports are without the packaged font and without addresses. */
export async function readInstallation(fetch: typeof globalThis.fetch): Promise<Installation> {
  try {
    const api = createApi({ fetch });
    const studio = await api.call({ method: 'GET', path: studioPaths.studio, response: studioSchema });
    const urls = new Set(studio.levels.flatMap(({ publication }) => publication?.url ?? []));
    const sheets = await Promise.all([...urls].map(url => readSheet(fetch, url)));
    return { fontFaces: studio.fontFaces, sheets: sheets.flatMap(sheet => sheet ?? []) };
  } catch {
    return nothing;
  }
}

async function readSheet(fetch: typeof globalThis.fetch, url: string) {
  try {
    const response = await fetch(new URL(url).pathname);
    return response.ok ? { url, css: await response.text() } : undefined;
  } catch {
    return undefined;
  }
}
