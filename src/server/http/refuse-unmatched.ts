import type { Context, Hono } from 'hono';
import { Refusal } from '../problems';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** For a request that no route has answered: 405 with the methods that the address takes, otherwise 404, also where a route took it and had nothing for this caller. */
export function refuseUnmatched(app: Hono, c: Context): Refusal {
  const allowed = listAllowedMethods(app, c.req.path);
  return allowed.length === 0 || allowed.includes(c.req.method)
    ? new Refusal('not-found', 'There is nothing under this address')
    : new Refusal('method-not-allowed', `This address takes ${allowed.join(', ')}`, { allow: allowed.join(', ') });
}

/** Methods that some route of the app answers under this path; GET brings HEAD along. */
function listAllowedMethods(app: Hono, path: string): string[] {
  return methods
    .filter(method => app.router.match(method, path)[0].some(([[, route]]) => route.method === method))
    .flatMap(method => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
}
