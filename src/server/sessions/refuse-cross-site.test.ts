import { expect, test } from 'vitest';
import { type Endpoint, endpoints } from '#contract/endpoints';
import { cancelHandOff, makeHandOff, takeHandOff } from '#contract/hand-off';
import { revealDocuments } from '#contract/revealed';
import { createTestApp, deliver, enter, green, readStatus, webhookBody } from '#testing/test-app';

const publicUrl = 'http://localhost:4000';
const testApp = await createTestApp();
const { app } = testApp;

const sites = [undefined, 'same-origin', 'same-site', 'cross-site', 'none', 'something-new'] as const;
const origins = [
  undefined,
  publicUrl,
  'null',
  'https://evil.example',
  'http://localhost:4100',
  `${publicUrl}.evil`,
] as const;
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Where a browser says which site a request comes from, that decides; where it does not, the origin. */
function isForeign(site: string | undefined, origin: string | undefined): boolean {
  if (site !== undefined) return !['same-origin', 'none'].includes(site);
  return origin !== undefined && origin !== publicUrl;
}

const matrix = methods.flatMap(method => sites.flatMap(site => origins.map(origin => ({ method, site, origin }))));

test.each(methods)('%s is refused from pages of other sites only where it acts', async method => {
  const { cookie } = await enter(testApp);
  const cases = matrix.filter(entry => entry.method === method);
  expect(cases).toHaveLength(36);
  for (const { site, origin } of cases) {
    const headers = {
      cookie,
      ...(site === undefined ? {} : { 'sec-fetch-site': site }),
      ...(origin === undefined ? {} : { origin }),
    };
    const acts = method !== 'GET' && method !== 'HEAD';
    for (const path of ['/api/verification', '/api/nowhere', '/operations/nowhere', '/enter']) {
      const refused = (await app.request(path, { method, headers })).status === 403;
      expect({ path, method, site, origin, refused }).toEqual({
        ...{ path, method, site, origin },
        refused: acts && isForeign(site, origin),
      });
    }
  }
});

const acting = [
  ...Object.values<Endpoint>(endpoints),
  revealDocuments,
  makeHandOff,
  cancelHandOff,
  takeHandOff('A'.repeat(24)),
].filter(({ method }) => method !== 'GET');

test.each(acting)('$method $path does nothing for a page of another site', async ({ method, path }) => {
  const { cookie } = await enter(testApp);
  const count = async () => (await testApp.database.query('select 1 from sessions')).rowCount;
  const before = await count();
  for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { origin: 'null' }]) {
    const response = await app.request(path, { method, headers: { cookie, ...headers } });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'cross-site' });
    expect(response.headers.get('set-cookie')).toBeNull();
  }
  expect(await count()).toBe(before);
  expect(await readStatus(app, cookie)).toMatchObject({ status: 'not-started' });
});

test.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'])(
  'a form of another site, sent as %s, reaches nothing',
  async type => {
    const { cookie } = await enter(testApp);
    for (const { method, path } of acting) {
      const headers = { cookie, 'content-type': type, origin: 'https://evil.example' };
      expect((await app.request(path, { method, headers, body: '{"a":"b"}' })).status).toBe(403);
    }
    expect(await readStatus(app, cookie)).toMatchObject({ status: 'not-started' });
  },
);

test('the cookie of a session stays with its site, so that an old browser’s form comes without it', async () => {
  const response = await app.request('/api/session', { method: 'POST' });
  expect(response.headers.get('set-cookie')).toContain('SameSite=Lax');
});

test('deliveries of IDnGO, which come from no page, are taken', async () => {
  expect((await deliver(app, webhookBody('u-delivered', 1, green))).status).toBe(200);
});

test('no answer allows another origin to read it', async () => {
  const { cookie } = await enter(testApp);
  for (const { method, path } of Object.values(endpoints)) {
    const { headers } = await app.request(path, { method, headers: { cookie, 'sec-fetch-site': 'same-origin' } });
    expect(headers.get('access-control-allow-origin')).toBeNull();
  }
  const preflight = await app.request('/api/session', {
    method: 'OPTIONS',
    headers: { origin: 'https://evil.example', 'access-control-request-method': 'DELETE' },
  });
  expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
});
