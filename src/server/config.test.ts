import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { expect, test } from 'vitest';
import { ConfigError, parseConfig } from './config';

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
  [{ IDNGO_ENVIRONMENT: 'production' }, 'SIGN_IN_SECRET or SIGN_IN_JWKS_URL is required'],
  [{ NODE_ENV: 'production' }, 'DATABASE_URL is required'],
  [{ IDNGO_WEBHOOK_SECRET: 'one-secret,two-secret,three-secret' }, 'two at most'],
])('refuses %j', (variables, words) => {
  expect(complaintsOf(variables)).toContain(words);
});

test('accepts .env.example as it is, once a session secret is made', () => {
  const example = parseEnv(readFileSync('.env.example', 'utf8')) as Record<string, string>;
  expect(parseConfig({ ...example, SESSION_SECRET: least.SESSION_SECRET }).idngo.baseUrl).toBe('http://localhost:4100');
});
