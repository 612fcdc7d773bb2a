import { expect, test } from 'vitest';
import { createTestApp, deliver, green, testConfig, webhookBody } from '#testing/test-app';
import { createTestDatabase } from '#testing/test-database';
import { createDatabase } from './database/database';
import { createSecurityHeaders } from './http/security-headers';

const { app } = await createTestApp();

test.each(['/api/configuration', '/api/verification', '/healthz', '/nowhere', '/webhooks/idngo'])(
  'answers %s with the security headers',
  async path => {
    const { headers } = await app.request(path);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  },
);

test('pins the only frame and its devices to the provider, and allows nothing inline', () => {
  const headers = createSecurityHeaders(testConfig({ IDNGO_BASE_URL: 'https://api.idngo.kz' }));
  const policy = headers['content-security-policy'] ?? '';
  expect(policy).toContain('frame-src https://api.idngo.kz;');
  expect(policy).not.toContain('unsafe');
  expect(policy).not.toContain('*');
  expect(headers['permissions-policy']).toContain('camera=(self "https://api.idngo.kz")');
});

test('lets IDnGO’s own loader script in only where one is configured', () => {
  const policy = (variables: Record<string, string>) =>
    createSecurityHeaders(testConfig(variables))['content-security-policy'];
  expect(policy({})).toContain("script-src 'self';");
  expect(policy({ IDNGO_SDK_URL: 'https://static.idngo.test/sdk.js' })).toContain(
    "script-src 'self' https://static.idngo.test;",
  );
});

test('answers an unknown address with a problem that carries the request’s id', async () => {
  const response = await app.request('/api/nowhere');
  expect(response.status).toBe(404);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const problem = (await response.json()) as { requestId: string };
  expect(problem).toMatchObject({ code: 'not-found', status: 404 });
  expect(problem.requestId).toBe(response.headers.get('x-request-id'));
});

test('serves the theme for the frame immutably, to every origin', async () => {
  const configuration = (await (await app.request('/api/configuration')).json()) as { themeUrl: string };
  const theme = await app.request(new URL(configuration.themeUrl).pathname);
  expect(theme.headers.get('content-type')).toBe('text/css; charset=utf-8');
  expect(theme.headers.get('cache-control')).toContain('immutable');
  expect(theme.headers.get('access-control-allow-origin')).toBe('*');
  const css = await theme.text();
  expect(css).toContain('button.submit');
  const font = await app.request(`/themes/fonts/${/fonts\/([\w-]+\.woff2)/.exec(css)?.[1]}`);
  expect(font.headers.get('content-type')).toBe('font/woff2');
  expect(font.headers.get('access-control-allow-origin')).toBe('*');
  expect((await app.request('/themes/fonts/..%2Funicode.json')).status).toBe(404);
  expect((await app.request('/themes/default/0000000000000000.css')).status).toBe(404);
});

test('is not ready and asks for another delivery while the database is away, and is whole again afterwards', async () => {
  const database = await createTestDatabase();
  const lost = createDatabase(database.url);
  const { app: affected } = await createTestApp({ database: lost });
  const body = webhookBody('u-away', 1, green);
  expect((await affected.request('/readyz')).status).toBe(200);

  const away: { pool: typeof lost.pool } = { pool: lost.pool };
  const connectBefore = away.pool.connect.bind(away.pool);
  const refuse = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  away.pool.connect = (() => Promise.reject(refuse)) as typeof away.pool.connect;
  away.pool.query = (() => Promise.reject(refuse)) as typeof away.pool.query;
  expect((await affected.request('/readyz')).status).toBe(503);
  const refused = await deliver(affected, body);
  expect(refused.status).toBe(503);
  expect(await refused.json()).toMatchObject({ code: 'database-unavailable' });
  expect((await affected.request('/healthz')).status).toBe(200);

  away.pool.connect = connectBefore as typeof away.pool.connect;
  expect((await deliver(affected, body)).status).toBe(200);
  await lost.close();
});
