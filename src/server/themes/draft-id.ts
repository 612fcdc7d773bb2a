import type { Context } from 'hono';
import { studioPaths } from '#contract/studio';
import { Refusal } from '../problems';

export const draftPath = `${studioPaths.drafts}/:id`;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Which draft the address names. @throws {Refusal} `not-found` */
export function readDraftId(c: Context): string {
  const id = c.req.param('id') ?? '';
  if (!uuid.test(id)) throw noDraft();
  return id;
}

export function noDraft(): Refusal {
  return new Refusal('not-found', 'There is no such draft, or no such version of it');
}
