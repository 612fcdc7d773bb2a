import { createContext, useContext } from 'react';
import { type PublishedThemeAnswer, type StudioAnswer, studioAnswers, studioPaths } from '#contract/studio';
import { createApi } from '../../api/http';

/** What the stage asks of the backend. */
export interface StageApi {
  /** Asked once, however often it is called; again after it failed. */
  readInstallation(): Promise<StudioAnswer>;
  /** What people at a level get; at the usual one, if none is named. */
  readPublished(level: string | undefined): Promise<PublishedThemeAnswer>;
  /** For the SDK, of somebody who is nobody. */
  createAccessToken(): Promise<string>;
}

export function createStageApi(fetch: typeof globalThis.fetch): StageApi {
  const api = createApi({ fetch });
  let installation: Promise<StudioAnswer> | undefined;
  return {
    readInstallation() {
      installation ??= api.call({ method: 'GET', path: studioPaths.studio, response: studioAnswers.studio });
      installation.catch(() => {
        installation = undefined;
      });
      return installation;
    },
    readPublished(level) {
      const path =
        level === undefined ? studioPaths.published : `${studioPaths.published}?level=${encodeURIComponent(level)}`;
      return api.call({ method: 'GET', path, response: studioAnswers.publishedTheme });
    },
    async createAccessToken() {
      const { token } = await api.call({
        method: 'POST',
        path: studioPaths.accessToken,
        response: studioAnswers.accessToken,
      });
      return token;
    },
  };
}

export const StageApiContext = createContext<StageApi>(createStageApi((...request) => fetch(...request)));

export function useStageApi(): StageApi {
  return useContext(StageApiContext);
}
