import { expect, test } from 'vitest';
import { parseConfig } from '#server/config';
import { readLocalEnvironment } from './local-environment';

test('hands the app and the sandbox one secret and one account for the links in e-mails', () => {
  const { server, sandbox } = readLocalEnvironment({ PORT: '4321', SESSION_SECRET: 'a-session-secret-for-tests' });
  const links = { IDNGO_LINK_SECRET: 'sandbox-link-secret-not-a-secret', IDNGO_CLIENT_ID: 'portico-sandbox' };
  expect(server).toMatchObject(links);
  expect(sandbox).toMatchObject({ ...links, SANDBOX_MAIL_REDIRECT_URL: 'http://localhost:4321/verify' });
  expect(parseConfig(server).publicUrl).toBe('http://localhost:4321');
});

test('leaves an account of its own alone', () => {
  const own = { IDNGO_APP_TOKEN: 'prd:own.token', IDNGO_SECRET_KEY: 'own', IDNGO_WEBHOOK_SECRET: 'own-secret' };
  const { needsSandbox, server } = readLocalEnvironment({ ...own, SESSION_SECRET: 'a-session-secret-for-tests' });
  expect(needsSandbox).toBe(false);
  expect(server).toMatchObject(own);
  expect(server).not.toHaveProperty('IDNGO_LINK_SECRET');
});
