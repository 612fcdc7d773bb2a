import type { MiddlewareHandler } from 'hono';
import { Refusal } from '../problems';

/**
 * Closes cross-site request forgery for everything that acts on a session. Browsers say where a request comes from
 * (`Sec-Fetch-Site`), older ones at least name the `Origin`; a request that says neither comes from no page.
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
