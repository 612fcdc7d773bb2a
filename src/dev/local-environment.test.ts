import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parseConfig } from '#server/config';
import { readLocalEnvironment } from './local-environment';

const dataDir = mkdtempSync(join(tmpdir(), 'local-environment-'));
afterAll(() => rmSync(dataDir, { recursive: true }));

test('hands the app and the sandbox one secret and one account for the links in e-mails', () => {
  const { server, sandbox } = readLocalEnvironment({ PORT: '4321', DATA_DIR: dataDir });
  const links = { IDNGO_LINK_SECRET: 'sandbox-link-secret-not-a-secret', IDNGO_CLIENT_ID: 'portico-sandbox' };
  expect(server).toMatchObject(links);
  expect(sandbox).toMatchObject({ ...links, SANDBOX_MAIL_REDIRECT_URL: 'http://localhost:4321/verify' });
  expect(parseConfig(server).publicUrl).toBe('http://localhost:4321');
});

test('hands both one token for what the app tells of people, which is kept in the folder and for its owner only', () => {
  const [first, second] = [readLocalEnvironment({ DATA_DIR: dataDir }), readLocalEnvironment({ DATA_DIR: dataDir })];
  const token = first.server.OPERATIONS_TOKEN;
  expect(token).toMatch(/^[0-9a-f]{64}$/);
  expect(first.sandbox.SANDBOX_RECEIVER_TIMELINE_TOKEN).toBe(token);
  expect(second.server.OPERATIONS_TOKEN).toBe(token);
  expect(first.server.SESSION_SECRET).not.toBe(token);
  for (const name of ['session-secret', 'operations-token']) {
    expect(statSync(join(dataDir, name)).mode & 0o777).toBe(0o600);
  }
});

test('leaves an account of its own alone', () => {
  const own = { IDNGO_APP_TOKEN: 'prd:own.token', IDNGO_SECRET_KEY: 'own', IDNGO_WEBHOOK_SECRET: 'own-secret' };
  const { needsSandbox, server } = readLocalEnvironment({ ...own, SESSION_SECRET: 'a-session-secret-for-tests' });
  expect(needsSandbox).toBe(false);
  expect(server).toMatchObject(own);
  expect(server).not.toHaveProperty('IDNGO_LINK_SECRET');
  expect(server).not.toHaveProperty('OPERATIONS_TOKEN');
});

test('makes a secret again where a full disk left an empty file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'local-environment-'));
  writeFileSync(join(folder, 'session-secret'), '');
  const [first, second] = [readLocalEnvironment({ DATA_DIR: folder }), readLocalEnvironment({ DATA_DIR: folder })];
  expect(first.server.SESSION_SECRET).toMatch(/^[0-9a-f]{64}$/);
  expect(second.server.SESSION_SECRET).toBe(first.server.SESSION_SECRET);
  expect(readdirSync(folder).sort()).toEqual(['operations-token', 'session-secret']);
  rmSync(folder, { recursive: true });
});
