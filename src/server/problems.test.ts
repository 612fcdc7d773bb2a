import { expect, test } from 'vitest';
import { listen, sendRaw, spellRequest } from '#testing/raw-http';
import { createTestApp } from '#testing/test-app';
import { createTestDatabase } from '#testing/test-database';
import { DatabaseUnavailable } from './database/database';
import { createHttpServer } from './http/http-server';
import { IdngoError } from './idngo-client/idngo-error';

const failing: { thrown?: unknown } = {};
const database = await createTestDatabase();
const { app } = await createTestApp({ database: { ...database, query: () => Promise.reject(failing.thrown) } });
const port = await listen(createHttpServer(app, {}));

test.each<[string, unknown, number, string]>([
  ['an error', new Error('hush /srv/portico'), 500, 'internal'],
  ['an error with a cause', new Error('hush', { cause: new Error('hush') }), 500, 'internal'],
  ['a type error', new TypeError('hush is not a function'), 500, 'internal'],
  ['a syntax error', new SyntaxError('Unexpected token h in hush'), 500, 'internal'],
  ['a text', 'hush', 500, 'internal'],
  ['nothing', undefined, 500, 'internal'],
  ['an object', { status: 200, message: 'hush' }, 500, 'internal'],
  ['an error of the database', Object.assign(new Error('hush'), { code: '42P01', table: 'hush' }), 500, 'internal'],
  ['the database away', new DatabaseUnavailable('hush'), 503, 'database-unavailable'],
  ['IDnGO away', new IdngoError('unreachable', 'hush'), 503, 'provider-unreachable'],
  ['IDnGO refusing', new IdngoError('refused', 'hush', { errorCode: 4001 }), 502, 'provider-refused'],
])('answers %s with a code and the request’s id alone', async (_name, thrown, status, code) => {
  failing.thrown = thrown;
  const answer = await sendRaw(
    port,
    spellRequest('GET /api/verification', { Cookie: `portico-session=${'a'.repeat(43)}`, 'X-Request-Id': 'known' }),
  );
  const { title, requestId, ...rest } = JSON.parse(answer.body) as Record<string, unknown>;
  expect(rest).toEqual({ type: 'about:blank', status, code });
  expect(title).toBeTypeOf('string');
  if (thrown instanceof Error) expect(requestId).toBe('known');
  expect(JSON.stringify(answer)).not.toContain('hush');
});
