import * as v from 'valibot';

/**
 * `POST /resources/accessTokens?userId=…&levelName=…&ttlInSecs=…` with an empty body [I][C][S]. The sources disagree
 * about the default lifetime (600 or 1800 s), so `ttlInSecs` is always sent.
 */
export interface AccessTokenRequest {
  userId: string;
  levelName: string;
  ttlInSecs: number;
}

/** Its answer. The token is opaque to everybody but the loader, which may find the frame's origin in it [C][P]. */
export const accessTokenSchema = v.looseObject({
  token: v.pipe(v.string(), v.minLength(1)),
  userId: v.optional(v.string()),
});
export type AccessToken = v.InferOutput<typeof accessTokenSchema>;
