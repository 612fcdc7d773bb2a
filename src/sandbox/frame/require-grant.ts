import type { Context } from 'hono';
import type { AccessTokenGrant, AccessTokens } from '../api/access-tokens';
import type { SandboxEnv } from '../api/wire-path';
import { ApiError } from '../api-error';

/** What the request's access token opens. Throws 401 when it is missing, unknown or expired. */
export function requireGrant(c: Context<SandboxEnv>, accessTokens: AccessTokens): AccessTokenGrant {
  const grant = accessTokens.read(readToken(c));
  if (!grant) throw new ApiError(401, 'The access token is unknown or has expired');
  return grant;
}

/** Empty where there is none. */
export function readToken(c: Context<SandboxEnv>): string {
  return /^Bearer (.+)$/.exec(c.req.header('Authorization') ?? '')?.[1] ?? '';
}
