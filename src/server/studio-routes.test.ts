import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { createTestApp } from '#testing/test-app';

const appDirectory = mkdtempSync(join(tmpdir(), 'portico-studio-'));
for (const page of ['index.html', 'src/app/studio/studio.html', 'src/stand-in/preview.html']) {
  mkdirSync(dirname(join(appDirectory, page)), { recursive: true });
  writeFileSync(join(appDirectory, page), `<!doctype html><head><title>${page}</title></head>`);
}
const { app } = await createTestApp({ appDirectory });

async function readHeaders(path: string): Promise<Record<string, string>> {
  const response = await app.request(path);
  expect(response.status).toBe(200);
  return Object.fromEntries(response.headers);
}

function readPolicy({ 'content-security-policy': policy = '' }: Record<string, string>): Record<string, string> {
  return Object.fromEntries(policy.split('; ').map(rule => [rule.split(' ')[0], rule.slice(rule.indexOf(' ') + 1)]));
}

test('the studio runs our scripts alone, speaks to us alone, and is framed by nobody', async () => {
  const headers = await readHeaders('/studio');
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'x-frame-options': 'DENY',
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
  });
  expect(readPolicy(headers)).toMatchObject({
    'default-src': "'none'",
    'script-src': "'self'",
    'connect-src': "'self'",
    'frame-src': "'self' http://provider.test",
    'frame-ancestors': "'none'",
    'form-action': "'none'",
    'base-uri': "'none'",
    'require-trusted-types-for': "'script'",
    'trusted-types': 'default',
  });
});

test('the studio’s pages are sent compressed, and found with a slash at the end', async () => {
  for (const path of ['/studio', '/studio/preview']) {
    const answer = await app.request(path, { headers: { 'accept-encoding': 'br' } });
    expect(answer.headers.get('content-encoding')).toBe('br');
    const slashed = await app.request(`${path}/?lang=kk`);
    expect([slashed.status, slashed.headers.get('location')]).toEqual([308, `${path}?lang=kk`]);
  }
});

test('a preview may draw what a theme names, sends nothing anywhere, and is framed by the studio alone', async () => {
  const headers = await readHeaders('/studio/preview?preview=upload');
  expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-frame-options': 'SAMEORIGIN' });
  expect(readPolicy(headers)).toMatchObject({
    'default-src': "'none'",
    'script-src': "'self'",
    'connect-src': "'none'",
    'frame-ancestors': "'self'",
    'form-action': "'none'",
  });
});

test('styles of the studio come from our files, or from what knows the number of this one answer', async () => {
  const answers = await Promise.all([app.request('/studio'), app.request('/studio')]);
  const nonces = await Promise.all(
    answers.map(async answer => {
      const { 'style-src': rule = '' } = readPolicy(Object.fromEntries(answer.headers));
      const [, nonce] = /^'self' 'nonce-([\w-]{22})'$/.exec(rule) ?? [];
      expect(await answer.text()).toContain(`<meta property="csp-nonce" nonce="${nonce}" />`);
      return nonce;
    }),
  );
  expect(new Set(nonces).size).toBe(2);
});

test('a theme that nobody has taken yet fetches nothing from elsewhere', async () => {
  const remote = async (query: string) => {
    const policy = readPolicy(await readHeaders(`/studio/preview?preview=upload${query}`));
    return ['style-src', 'img-src', 'font-src'].map(name => policy[name]?.includes('https:'));
  };
  expect(await remote('')).toEqual([true, true, true]);
  expect(await remote('&remote=none')).toEqual([false, false, false]);
});
