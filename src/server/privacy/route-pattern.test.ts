import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { toRoutePattern } from './route-pattern';

const app = new Hono();
app.use(async (c, next) => {
  await next();
  c.res.headers.set('route', toRoutePattern(c));
});
app.use('/api/*', (_, next) => next());
app.get('/themes/fonts/:file', c => c.body(null));
app.get('/themes/:name/:file', c => c.body(null));
app.use('/:file{[^.].*}', (c, next) => (c.req.path === '/icon.svg' ? Promise.resolve(c.body(null)) : next()));
app.get('/api/broken', () => {
  throw new Error('a bug');
});
app.onError((_, c) => c.body(null, 500, { route: toRoutePattern(c) }));

test.each([
  ['/themes/aigerim/87988779.css?token=x', '/themes/:name/:file'],
  ['/themes/fonts/golos.woff2', '/themes/fonts/:file'],
  ['/icon.svg', 'file'],
  ['/api/broken?jwt=x', '/api/broken'],
  ['/api/aigerim', 'unmatched'],
  ['/aigerim%40example.kz', 'unmatched'],
])('names %s by its pattern', async (path, pattern) => {
  expect((await app.request(path)).headers.get('route')).toBe(pattern);
});
