import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, expect, test } from 'vitest';
import { addGalleryRoutes } from './gallery-routes';

const appDirectory = mkdtempSync(join(tmpdir(), 'portico-gallery-'));
const file = join(appDirectory, 'src/app/gallery/gallery.html');
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, 'the gallery');
afterAll(() => rmSync(appDirectory, { recursive: true }));

const app = new Hono();
const render = (template: string) => `${template}, dressed`;
addGalleryRoutes(app, { appDirectory, render, publicUrl: 'https://id.bank.example' });

test.each(['/gallery', '/gallery/in-review?lang=kk'])(
  '%s may fetch built files and texts, and reach nobody',
  async path => {
    const response = await app.request(path);
    expect(await response.text()).toBe('the gallery, dressed');
    const policy = response.headers.get('content-security-policy')?.split('; ');
    expect(policy).toContain(`default-src 'none'`);
    expect(policy).toContain('connect-src https://id.bank.example/assets/ https://id.bank.example/own-texts/');
    expect(policy).toContain(`form-action 'none'`);
    expect(response.headers.get('permissions-policy')).toContain('camera=()');
  },
);

test('the gallery may be framed by its own pages alone', async () => {
  const { headers } = await app.request('/gallery/verified');
  expect(headers.get('content-security-policy')).toContain(`frame-ancestors 'self'`);
  expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
});

test('an app without a gallery has none', async () => {
  const bare = new Hono();
  addGalleryRoutes(bare, { appDirectory: tmpdir(), render, publicUrl: 'https://id.bank.example' });
  expect((await bare.request('/gallery')).status).toBe(404);
});
