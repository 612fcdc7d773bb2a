import type { Hono } from 'hono';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Methods that some route of the app answers under this path; GET brings HEAD along. */
export function listAllowedMethods(app: Hono, path: string): string[] {
  return methods
    .filter(method => app.router.match(method, path)[0].some(([[, route]]) => route.method === method))
    .flatMap(method => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
}
