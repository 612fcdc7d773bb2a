import type { Context } from 'hono';
import { matchedRoutes } from 'hono/route';

/** The address as the code spells it, `/themes/:name/:file`: what somebody typed is neither logged nor counted. */
export function toRoutePattern(c: Context): string {
  const named = matchedRoutes(c).filter(({ path }) => !path.endsWith('*'));
  return named.at(-1)?.path ?? 'unmatched';
}
