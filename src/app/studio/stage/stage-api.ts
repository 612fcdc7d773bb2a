import { createContext, useContext } from 'react';
import { type PublishedThemeAnswer, type StudioAnswer, studioAnswers, studioPaths } from '#contract/studio';
import { type Api, createApi } from '../../api/http';

/** What the stage asks of the backend. */
export interface StageApi {
  readInstallation(): Promise<StudioAnswer>;
  /** What people at a level get; at the usual one, if none is named. */
  readPublished(level: string | undefined): Promise<PublishedThemeAnswer>;
  /** For the SDK, of somebody who is nobody. */
  createAccessToken(): Promise<string>;
}

/** What is known of the installation may be known to somebody already, who is asked then. */
export function createStageApi(
  api: Api,
  readInstallation: StageApi['readInstallation'] = () =>
    api.call({ method: 'GET', path: studioPaths.studio, response: studioAnswers.studio }),
): StageApi {
  return {
    readInstallation,
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

export const StageApiContext = createContext<StageApi>(
  createStageApi(createApi({ fetch: (...request) => fetch(...request) })),
);

export function useStageApi(): StageApi {
  return useContext(StageApiContext);
}
