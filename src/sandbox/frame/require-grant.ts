import type { Context } from 'hono';
import type { AccessTokenGrant, AccessTokens } from '../api/access-tokens';
import type { SandboxEnv } from '../api/wire-path';
import { ApiError } from '../api-error';

/** What the request's access token opens. Throws 401 when it is missing, unknown or expired. */
export function requireGrant(c: Context<SandboxEnv>, accessTokens: AccessTokens): AccessTokenGrant {
  const token = /^Bearer (.+)$/.exec(c.req.header('Authorization') ?? '')?.[1];
  const grant = token === undefined ? undefined : accessTokens.read(token);
  if (!grant) throw new ApiError(401, 'The access token is unknown or has expired');
  return grant;
}
