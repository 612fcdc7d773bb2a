import type { Context, MiddlewareHandler } from 'hono';
import { Refusal } from '../problems';

/**
 * Closes cross-site request forgery for everything that acts. Browsers say where a request comes from
 * (`Sec-Fetch-Site`, which pages cannot set), older ones at least name the `Origin`; a request that says neither comes
 * from no page, and `SameSite=Lax` keeps the cookie out of what another site's page posts.
 */
export function refuseCrossSite(publicUrl: string): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      const site = c.req.header('sec-fetch-site');
      const origin = c.req.header('origin');
      const foreign = site ? site !== 'same-origin' && site !== 'none' : origin !== undefined && origin !== publicUrl;
      if (foreign) throw new Refusal('cross-site', 'The request came from a page of another site');
    }
    await next();
  };
}

/**
 * Links that sign somebody in are followed, not loaded: no picture, script or frame of another page spends a token, and no
 * messenger that looks at a link with HEAD before it shows it.
 * @throws {Refusal} `hand-over-invalid`
 */
export function requireNavigation(c: Context): void {
  const destination = c.req.header('sec-fetch-dest');
  const isFollowed = c.req.method !== 'HEAD' && (!destination || destination === 'document');
  if (!isFollowed) throw new Refusal('hand-over-invalid', 'not-a-navigation');
}
