import type { Draft, StudioAnswer } from '#contract/studio';
import { studioAnswers, studioPaths } from '#contract/studio';
import type { Theme } from '#contract/theme';
import type { Api } from '../../api/http';

const { draft, version, published, levels, accessToken } = studioAnswers;

export function createDraft(api: Api, theme: Theme): Promise<Draft> {
  return api.call({ method: 'POST', path: studioPaths.drafts, body: { theme }, response: draft });
}

export function readDraft(api: Api, id: string): Promise<Draft> {
  return api.call({ method: 'GET', path: studioPaths.draft(id), response: draft });
}

/** @throws `theme-stale` where somebody saved since `madeFrom` */
export function saveDraft(
  api: Api,
  id: string,
  body: { theme: Theme; madeFrom: number; byHand: boolean },
): Promise<Draft> {
  return api.call({ method: 'PUT', path: studioPaths.draft(id), body, response: draft });
}

export function deleteDraft(api: Api, id: string): Promise<Draft> {
  return api.call({ method: 'DELETE', path: studioPaths.draft(id), response: draft });
}

export function restoreDraft(api: Api, id: string): Promise<Draft> {
  return api.call({ method: 'POST', path: studioPaths.restore(id), response: draft });
}

export function copyDraft(api: Api, id: string, name: string): Promise<Draft> {
  return api.call({ method: 'POST', path: studioPaths.copies(id), body: { name }, response: draft });
}

export function readVersion(api: Api, id: string, number: number) {
  return api.call({ method: 'GET', path: studioPaths.version(id, number), response: version });
}

export function publishDraft(api: Api, id: string, number: number) {
  return api.call({ method: 'POST', path: studioPaths.publish(id), body: { version: number }, response: published });
}

/** Null: the installation's own theme. */
export async function assign(
  api: Api,
  levelName: string,
  publicationId: number | null,
): Promise<StudioAnswer['levels']> {
  const body = { levelName, publicationId };
  return (await api.call({ method: 'POST', path: studioPaths.assignments, body, response: levels })).levels;
}

/** An SDK token for trying the theme in the real widget, as a person of the studio's own. */
export async function createStudioToken(api: Api): Promise<string> {
  return (await api.call({ method: 'POST', path: studioPaths.accessToken, response: accessToken })).token;
}
