import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jwtVerify } from 'jose';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createExternalLinks, type ExternalLinksOptions, signLink } from './external-links';

const startedAt = Date.UTC(2026, 0, 15, 10, 0, 0);
const person = { externalUserId: 'user-1', levelName: 'basic-kyc-level', environment: 'sandbox', lang: 'kk' } as const;

let dataDir: string;
let nowMs: number;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'links-'));
  nowMs = startedAt;
});
afterEach(() => rmSync(dataDir, { recursive: true }));

function open(options: Partial<ExternalLinksOptions> = {}) {
  const publicUrl = 'http://sandbox.test:4100';
  return createExternalLinks({ dataDir, now: () => nowMs, publicUrl, redirect: null, clientId: 'client', ...options });
}
const idOf = (url: string) => new URL(url).pathname.replace('/websdk/p/', '');

test('signs the published sample byte for byte', async () => {
  const jwt = await signLink({ externalUserId: 'userId_8', clientId: 'sumsub', secret: '1', issuedAt: 1620052527 });
  expect(jwt).toBe(
    'eyJhbGciOiJIUzI1NiJ9.eyJpYXQiOjE2MjAwNTI1MjcsImV4cCI6MTYyMDY1NzMyNywic3ViIjoidXNlcklkXzgiLCJhdWQiOiJzdW1zdWIifQ.qCR-4VMfC_zOAN1hCtbjj9DJxmB6c0sEg7XD5Y8ZvvM',
  );
});

test("leads to the client's page with a signed statement of who it is for, valid for seven days", async () => {
  const redirect = { url: 'https://host.example/verify?from=mail', secret: 'a-secret-of-the-account' };
  const { url, expiresInSecs } = await open({ redirect }).create({ ...person, ttlInSecs: 60 });
  expect(url).toMatch(/^https:\/\/host\.example\/verify\?from=mail&jwt=/);
  expect(expiresInSecs).toBe(7 * 24 * 60 * 60);
  const jwt = new URL(url).searchParams.get('jwt') ?? '';
  const { payload, protectedHeader } = await jwtVerify(jwt, new TextEncoder().encode(redirect.secret), {
    algorithms: ['HS256'],
    audience: 'client',
    currentDate: new Date(startedAt),
  });
  expect(protectedHeader).toEqual({ alg: 'HS256' });
  expect(payload.sub).toBe('user-1');
});

test("leads to the sandbox's own page where no redirect is set, until it expires", async () => {
  const links = open();
  const { url, expiresInSecs } = await links.create({ ...person, ttlInSecs: 1800 });
  expect(url).toMatch(/^http:\/\/sandbox\.test:4100\/websdk\/p\/[\w-]{32}$/);
  expect(expiresInSecs).toBe(1800);
  expect(links.find(idOf(url))).toMatchObject(person);
  expect(links.find('x'.repeat(32))).toBeUndefined();
  nowMs += 1800_000;
  expect(links.find(idOf(url))).toBeUndefined();
});

test('is still known after a restart, though its id is nowhere on the disk', async () => {
  const { url } = await open().create({ ...person, ttlInSecs: 1800 });
  expect(open().find(idOf(url))).toMatchObject(person);
  const folder = join(dataDir, 'external-links');
  const kept = readdirSync(folder).map(name => name + readFileSync(join(folder, name), 'utf8'));
  expect(kept).toHaveLength(1);
  expect(kept.join()).not.toContain(idOf(url));
});

test('forgets expired links when it makes another', async () => {
  const links = open();
  await links.create({ ...person, ttlInSecs: 60 });
  nowMs += 60_000;
  await links.create({ ...person, ttlInSecs: 60 });
  expect(readdirSync(join(dataDir, 'external-links'))).toHaveLength(1);
});
