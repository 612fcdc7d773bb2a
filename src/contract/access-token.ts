import * as v from 'valibot';

/** Answer of `POST /api/access-token`: an SDK token for the person of the session, never cached. */
export const accessTokenSchema = v.object({
  token: v.pipe(v.string(), v.minLength(1)),
  /** Of the verification it is for. */
  reference: v.string(),
  /** ISO 8601 in UTC. */
  expiresAt: v.pipe(v.string(), v.isoTimestamp()),
});
export type AccessToken = v.InferOutput<typeof accessTokenSchema>;
