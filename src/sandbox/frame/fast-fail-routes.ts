import type { Hono } from 'hono';
import * as v from 'valibot';
import type { SandboxEnv } from '../api/wire-path';
import type { ApplicantStore } from '../applicants/store';
import { parseJson, readBytes } from '../read-body';
import type { FastFail } from './fast-fail';

const tagsSchema = v.pipe(v.array(v.pipe(v.string(), v.regex(/^[A-Za-z]\w{0,63}$/))), v.maxLength(20));

/** Body of `POST /panel/api/applicants/{applicantId}/fast-fail`: what that person's next upload will be told. */
export const fastFailSchema = v.object({
  errors: v.optional(tagsSchema, []),
  warnings: v.optional(tagsSchema, []),
});

/** Under `/panel/api`, whose guards it relies on: add it after the panel's own routes. */
export function addFastFailRoutes(
  app: Hono<SandboxEnv>,
  { store, fastFail }: { store: ApplicantStore; fastFail: FastFail },
): void {
  app.post('/panel/api/applicants/:applicantId/fast-fail', async c => {
    const { applicantId } = store.require(c.req.param('applicantId'));
    const tags = parseJson(fastFailSchema, new TextDecoder().decode(await readBytes(c.req.raw)));
    fastFail.provoke(applicantId, tags);
    return c.json({ applicantId, ...tags });
  });
}
