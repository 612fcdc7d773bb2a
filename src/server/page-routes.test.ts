import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Configuration } from '#contract/configuration';
import type { SessionAnswer } from '#contract/session';
import { createTestApp } from '#testing/test-app';
import { createSessions } from './sessions/sessions';

const appDirectory = mkdtempSync(join(tmpdir(), 'portico-page-'));
writeFileSync(join(appDirectory, 'index.html'), readFileSync(join(import.meta.dirname, '../../index.html')));
const logoFile = join(appDirectory, 'logo.svg');
writeFileSync(logoFile, '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 22"></svg>');
const themeFile = join(appDirectory, 'theme.json');
writeFileSync(themeFile, JSON.stringify({ name: 'aqsha', light: { accent: '#ffd400', onAccent: '#fff' } }));

const variables = {
  BRAND_NAME: 'Aqsha Bank',
  BRAND_LOGO: logoFile,
  THEME_FILE: themeFile,
  RETURN_URL: 'https://bank.test/home',
};
const { app, database, config, now } = await createTestApp({ appDirectory, variables });

async function readPage(cookie = ''): Promise<{ html: string; configuration: Configuration }> {
  const response = await app.request('/', { headers: { cookie } });
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('server-timing')).toMatch(/^now;dur=\d{13}$/);
  const html = await response.text();
  const [, data = ''] = /id="configuration">([^<]*)</.exec(html) ?? [];
  return { html, configuration: JSON.parse(data) };
}

test('writes into each person’s page the way back of that person alone', async () => {
  const sessions = createSessions(database, config.sessionSecret, now);
  const person = { externalUserId: 'u-1', levelName: config.idngo.levelName, returnUrl: 'https://bank.test/u-1' };
  const { cookie } = await sessions.create(person);
  const theirs = await readPage(`portico-session=${cookie}`);
  const strangers = await readPage();
  expect(theirs.configuration.links.return).toBe('https://bank.test/u-1');
  expect(strangers.configuration.links.return).toBe('https://bank.test/home');
  expect(strangers.html).not.toContain('u-1');
});

test.each([
  ['gzip, deflate, br', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
] as const)('answers %s with the page in %s', async (accepted, encoding, decompress) => {
  const response = await app.request('/', { headers: { 'accept-encoding': accepted } });
  expect(response.headers.get('content-encoding')).toBe(encoding);
  expect(response.headers.get('vary')).toBe('accept-encoding');
  expect(response.headers.get('content-type')).toBe('text/html; charset=UTF-8');
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(response.headers.get('content-length')).toBe(String(bytes.byteLength));
  expect(decompress(bytes).toString()).toBe((await readPage()).html);
});

test('says in the page what the address for it says', async () => {
  const { configuration } = await readPage();
  expect(await (await app.request('/api/configuration')).json()).toEqual(configuration);
});

test('says in each person’s page where they stand, as the address for it does', async () => {
  const sessions = createSessions(database, config.sessionSecret, now);
  const { cookie } = await sessions.create({
    externalUserId: 'u-2',
    levelName: config.idngo.levelName,
    returnUrl: null,
  });
  const headers = { cookie: `portico-session=${cookie}` };
  const readAnswer = async (page: Response): Promise<SessionAnswer> => {
    const [, data = ''] = /id="session">([^<]*)</.exec(await page.text()) ?? [];
    return JSON.parse(data);
  };
  const theirs = await readAnswer(await app.request('/status', { headers }));
  const asked: SessionAnswer = JSON.parse(await (await app.request('/api/session', { headers })).text());
  expect(theirs.verification).toEqual(asked.verification);
  expect(Object.keys(theirs).sort()).toEqual(Object.keys(asked).sort());
  expect(await readAnswer(await app.request('/status'))).toEqual({ verification: null });
});

test('serves the logo and both sheets of the theme, each under an address that never changes', async () => {
  const { html, configuration } = await readPage();
  const logo = await app.request(configuration.brand.logo?.url ?? '');
  expect(logo.headers.get('content-type')).toBe('image/svg+xml');
  expect(logo.headers.get('cache-control')).toContain('immutable');
  expect(logo.headers.get('content-security-policy')).toContain('sandbox');

  const [, pageSheet = ''] = /<link rel="stylesheet" href="(\/themes\/aqsha\/\w+\.css)"/.exec(html) ?? [];
  const sheet = await app.request(pageSheet);
  expect(sheet.headers.get('cache-control')).toContain('immutable');
  expect(await sheet.text()).toContain('--accent-fill: #ffd400;');
  const frameSheet = await app.request(new URL(configuration.themeUrl).pathname);
  expect(await frameSheet.text()).toContain('--portico-accent: #ffd400;');
});

test('can be kept among the apps of a phone under the operator’s name', async () => {
  const response = await app.request('/manifest.webmanifest');
  expect(response.headers.get('content-type')).toBe('application/manifest+json');
  const manifest = (await response.json()) as {
    name: string;
    icons: { src: string; sizes: string; purpose: string }[];
  };
  expect(manifest.name).toBe('Aqsha Bank');
  for (const { src, sizes } of manifest.icons) {
    const png = readFileSync(join(import.meta.dirname, '../../public', src));
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(sizes);
  }
  expect(manifest.icons.map(({ purpose }) => purpose)).toContain('maskable');
});

test('answers a mistyped address with the same page', async () => {
  const response = await app.request('/nowhere', { headers: { accept: 'text/html' } });
  expect(response.status).toBe(404);
  expect(await response.text()).toContain('<title>Aqsha Bank</title>');
});

test('still answers with the page while the database is away', async () => {
  const lost = await createTestApp({ appDirectory, variables });
  lost.database.pool.query = (() => Promise.reject(new Error('away'))) as typeof lost.database.pool.query;
  const cookie = `portico-session=${'a'.repeat(43)}`;
  const response = await lost.app.request('/', { headers: { cookie } });
  expect(response.status).toBe(200);
  expect(await response.text()).not.toContain('id="configuration"');
});

test.each([
  ['/status/', '/status'],
  ['/verify/?lang=kk', '/verify?lang=kk'],
])('leads from %s to %s', async (written, meant) => {
  const response = await app.request(written, { headers: { accept: 'text/html' } });
  expect(response.status).toBe(308);
  expect(response.headers.get('location')).toBe(meant);
  expect((await app.request(meant)).status).toBe(200);
});
