import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { productionVariables } from '#testing/production-variables';
import { ConfigError, parseConfig } from './config';
import { settingNames } from './settings/environment';

const least = {
  IDNGO_APP_TOKEN: 'sbx:a.b',
  IDNGO_SECRET_KEY: 'secret',
  IDNGO_WEBHOOK_SECRET: 'webhook-secret',
  SESSION_SECRET: 'a-session-secret-of-length',
};

function complaintsOf(variables: Record<string, string>): string {
  try {
    parseConfig({ ...least, ...variables });
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
}

test('fills in the documented defaults', () => {
  expect(parseConfig(least)).toMatchObject({
    listen: { host: '127.0.0.1', port: 4000 },
    publicUrl: 'http://localhost:4000',
    database: { kind: 'private', dataDir: './data' },
    idngo: {
      baseUrl: 'https://api.idngo.kz',
      environment: 'sandbox',
      levelName: 'basic-kyc-level',
      webhookAlgorithms: ['HMAC_SHA256_HEX', 'HMAC_SHA512_HEX'],
    },
    signIn: { kind: 'open' },
  });
});

test('names every wrong value in one message, and repeats none', () => {
  const message = complaintsOf({
    PORT: 'eighty',
    PUBLIC_URL: 'localhost:4000/path',
    IDNGO_ENVIRONMENT: 'staging',
    IDNGO_WEBHOOK_SECRET: 'short',
    IDNGO_WEBHOOK_ALGORITHMS: 'HMAC_MD5_HEX',
    SESSION_SECRET: 'tiny',
  });
  for (const name of [
    'PORT',
    'PUBLIC_URL',
    'IDNGO_ENVIRONMENT',
    'IDNGO_WEBHOOK_SECRET',
    'IDNGO_WEBHOOK_ALGORITHMS',
    'SESSION_SECRET',
  ]) {
    expect(message).toContain(`- ${name} `);
  }
  expect(message).not.toMatch(/eighty|staging|short\b|MD5|tiny/);
});

test('asks for what is missing', () => {
  expect(() => parseConfig({})).toThrow(
    /IDNGO_APP_TOKEN is required[\s\S]*IDNGO_SECRET_KEY is required[\s\S]*SESSION_SECRET is required/,
  );
});

test('counts an empty value as unset', () => {
  expect(parseConfig({ ...least, DATABASE_URL: '', SIGN_IN_SECRET: '' }).signIn).toEqual({ kind: 'open' });
});

test.each([
  [{ SIGN_IN_SECRET: 'x'.repeat(16), SIGN_IN_JWKS_URL: 'https://host.example/keys' }, 'exclude each other'],
  [{ IDNGO_WEBHOOK_SECRET: 'one-secret,two-secret,three-secret' }, 'two at most'],
  [{ IDNGO_LINK_SECRET: 'a-link-secret' }, 'IDNGO_CLIENT_ID is required'],
  [{ IDNGO_APP_TOKEN: 'prd:a.b' }, 'while IDNGO_ENVIRONMENT is sandbox'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be'],
])('refuses %j', (variables, words) => {
  expect(complaintsOf(variables)).toContain(words);
});

test('lets the local sandbox’s own production token be played with', () => {
  expect(complaintsOf({ IDNGO_APP_TOKEN: 'prd:portico-sandbox.not-a-secret' })).toBe('');
});

const example = parseEnv(readFileSync('.env.example', 'utf8')) as Record<string, string>;

test('accepts .env.example as it is, once a session secret is made', () => {
  expect(parseConfig({ ...example, SESSION_SECRET: least.SESSION_SECRET }).idngo.baseUrl).toBe('http://localhost:4100');
});

test('.env.example lists every setting, and nothing that is none', () => {
  const listed = [...readFileSync('.env.example', 'utf8').matchAll(/^(?:# )?([A-Z][A-Z0-9_]*)=/gm)].map(
    ([, name]) => name,
  );
  expect(new Set(listed).size).toBe(listed.length);
  expect(listed.filter(name => !/^(SANDBOX|CONFORMANCE)_/.test(name ?? '')).sort()).toEqual([...settingNames].sort());
});

describe('in production', () => {
  test('starts with what an operator would set, and with https alone', () => {
    expect(parseConfig(productionVariables).isProduction).toBe(true);
    expect(parseConfig({ ...productionVariables, NODE_ENV: '' }).isProduction).toBe(true);
    expect(
      parseConfig({ ...productionVariables, IDNGO_ENVIRONMENT: '', IDNGO_APP_TOKEN: 'sbx:a.b' }).isProduction,
    ).toBe(true);
  });

  const strong = 'cQ0v7TfJ2mZr9XyLwK4bNs8EoHu5Ai1D';
  test.each<[Record<string, string>, string]>([
    [{ SESSION_SECRET: 'a-session-secret-of-some-length-x' }, 'SESSION_SECRET is a placeholder'],
    [{ SESSION_SECRET: 'z'.repeat(40) }, 'SESSION_SECRET is easily guessed: make one with'],
    [{ SESSION_SECRET: 'cQ0v7TfJ2mZr9XyL' }, 'SESSION_SECRET must have at least 32 characters'],
    [{ SIGN_IN_SECRET: 'cQ0v7TfJ2mZr9XyL' }, 'SIGN_IN_SECRET must have at least 32 characters'],
    [{ OPERATIONS_TOKEN: 'changeme-changeme-changeme-changeme' }, 'OPERATIONS_TOKEN is a placeholder'],
    [{ IDNGO_WEBHOOK_SECRET: 'sandbox-webhook-secret-not-a-secret' }, 'IDNGO_WEBHOOK_SECRET is a placeholder'],
    [{ IDNGO_WEBHOOK_SECRET: `${strong},hunter22` }, 'IDNGO_WEBHOOK_SECRET must have at least 16'],
    [{ IDNGO_WEBHOOK_SECRET: `${strong},${strong}` }, 'IDNGO_WEBHOOK_SECRET names the same secret twice'],
    [{ IDNGO_LINK_SECRET: 'sandbox-link-secret-not-a-secret' }, 'IDNGO_LINK_SECRET is a placeholder'],
    [{ IDNGO_SECRET_KEY: 'sandbox-secret-key-not-a-secret' }, 'IDNGO_SECRET_KEY is a placeholder'],
    [{ SESSION_SECRET: strong, SIGN_IN_SECRET: strong }, 'SESSION_SECRET and SIGN_IN_SECRET are the same secret'],
    [
      { OPERATIONS_TOKEN: strong, IDNGO_WEBHOOK_SECRET: strong },
      'OPERATIONS_TOKEN and IDNGO_WEBHOOK_SECRET are the same',
    ],
    [{ DATABASE_URL: 'postgres://user:password@db.bank.kz/portico' }, 'DATABASE_URL has the name and password'],
    [{ DATABASE_URL: '' }, 'DATABASE_URL is required'],
    [{ IDNGO_APP_TOKEN: 'prd:portico-sandbox.not-a-secret' }, 'IDNGO_APP_TOKEN is the one of the local sandbox'],
    [{ IDNGO_APP_TOKEN: 'sbx:a.b' }, 'IDNGO_APP_TOKEN is one of IDnGO’s sandbox (sbx:)'],
    [{ IDNGO_ENVIRONMENT: '' }, 'IDNGO_APP_TOKEN is one of IDnGO’s production (prd:)'],
    [{ IDNGO_BASE_URL: 'https://localhost:4100' }, 'IDNGO_BASE_URL is a loopback address'],
    [{ IDNGO_BASE_URL: 'https://10.0.0.7' }, 'IDNGO_BASE_URL is a private address'],
    [{ IDNGO_BASE_URL: 'http://api.idngo.kz' }, 'IDNGO_BASE_URL must begin with https://'],
    [{ IDNGO_SDK_URL: 'http://static.idngo.kz/sdk.js' }, 'IDNGO_SDK_URL must begin with https://'],
    [{ PUBLIC_URL: '' }, 'PUBLIC_URL is required'],
    [{ PUBLIC_URL: 'http://verify.bank.kz' }, 'PUBLIC_URL must begin with https://'],
    [{ PUBLIC_URL: 'https://127.0.0.1:4000' }, 'PUBLIC_URL is this machine’s own address'],
    [{ SIGN_IN_SECRET: '', SIGN_IN_JWKS_URL: 'http://bank.kz/keys' }, 'SIGN_IN_JWKS_URL must begin with https://'],
    [{ SIGN_IN_SECRET: '' }, 'SIGN_IN_SECRET or SIGN_IN_JWKS_URL is required'],
    [{ RETURN_URL: 'http://bank.kz' }, 'RETURN_URL must begin with https://'],
    [{ SUPPORT_URL: 'http://bank.kz' }, 'SUPPORT_URL must begin with https://'],
    [{ PRIVACY_URL: 'http://bank.kz' }, 'PRIVACY_URL must begin with https://'],
    [{ APPEAL_URL: 'http://bank.kz' }, 'APPEAL_URL must begin with https://'],
  ])('refuses %j alone', (variables, words) => {
    const message = complaintsOf({ ...productionVariables, ...variables });
    expect(message).toContain(`- ${words}`);
    expect(message.match(/^ {2}- /gm)).toHaveLength(1);
  });

  test('names everything at once, unreadable values too, each setting with one complaint and no value', () => {
    const message = complaintsOf({
      ...example,
      NODE_ENV: 'production',
      SESSION_SECRET: 'tiny-hush',
      DATABASE_URL: 'mysql://hush',
      SIGN_IN_JWKS_URL: 'http://hush.bank.kz',
    });
    const complained = [...message.matchAll(/^ {2}- (\w+)/gm)].map(([, name]) => name);
    expect(complained.sort()).toEqual([
      'DATABASE_URL',
      'IDNGO_APP_TOKEN',
      'IDNGO_BASE_URL',
      'IDNGO_BASE_URL',
      'IDNGO_LINK_SECRET',
      'IDNGO_SECRET_KEY',
      'IDNGO_WEBHOOK_SECRET',
      'PUBLIC_URL',
      'PUBLIC_URL',
      'SESSION_SECRET',
      'SIGN_IN_JWKS_URL',
    ]);
    expect(message).not.toMatch(/hush|not-a-secret|localhost/);
  });
});
