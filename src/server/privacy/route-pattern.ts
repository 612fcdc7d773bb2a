import type { Context } from 'hono';
import { matchedRoutes } from 'hono/route';

/** The address as the code spells it, `/themes/:name/:file`: what somebody typed is neither logged nor counted. */
export function toRoutePattern(c: Context): string {
  // Middleware, and what serves files, is registered for all methods, a route for one; the first to match answers.
  const route = matchedRoutes(c).find(({ method }) => method !== 'ALL');
  return route?.path ?? (c.finalized && c.res.status < 400 ? 'file' : 'unmatched');
}
