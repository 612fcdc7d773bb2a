import { describe, expect, test } from 'vitest';
import { createTestDatabase } from '#testing/test-database';
import { ConfigError } from '../config';
import { DatabaseUnavailable } from '../database/database';
import { IdngoError } from '../idngo-client/idngo-error';
import { createLog } from '../log';
import { Refusal } from '../problems';
import { describeError } from './describe-error';
import { loggableKeys, redact } from './redact';

const secret = 'AIGERIM-87988779';

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('an error is expected');
}

describe('the redactor', () => {
  test('shows what is on the list, at every depth, and of everything else only how much there was', () => {
    const facts = { deliveryId: '7', name: secret, [secret]: 1, error: { code: 'x', reason: 'older', email: secret } };
    expect(redact(facts, ['deliveryId', 'error', 'reason'])).toEqual({
      deliveryId: '7',
      error: { reason: 'older', '[redacted]': 2 },
      '[redacted]': 2,
    });
  });

  test('shows no buffer, map, request or function, under whatever key', () => {
    const held = [
      Buffer.from(secret),
      new Map([[secret, 1]]),
      new URL(`http://x/${secret}`),
      new Headers({ a: secret }),
    ];
    expect(redact({ reason: [...held, () => secret, Symbol(secret)] })).toEqual({
      reason: Array(6).fill('[redacted]'),
    });
  });

  test('bounds strings, lists and depth, and ends on circles', () => {
    const circle: Record<string, unknown> = { reason: 'x'.repeat(10_000), count: Array(1_000).fill(1) };
    circle.error = circle;
    expect(JSON.stringify(redact(circle)).length).toBeLessThan(4_000);
  });

  test('does not take a look-alike for a described error', () => {
    expect(redact({ error: { name: 'Error', message: secret, stack: [secret] } })).toEqual({
      error: { '[redacted]': 3 },
    });
  });
});

describe('an error', () => {
  test.each([
    ['a parser that quotes its input', () => JSON.parse(`{"firstName":${secret}}`)],
    ['an address that is none', () => new URL(`:${secret}`)],
    [
      'a message with lines like frames',
      () => {
        throw new Error(`first\n    at ${secret} (/a.ts:1:1)`);
      },
    ],
    [
      'a name that was set',
      () => {
        throw Object.assign(new Error(''), { name: `Error ${secret}` });
      },
    ],
    [
      'a code that is a text',
      () => {
        throw Object.assign(new Error(''), { code: `no ${secret}!` });
      },
    ],
    [
      'a cause',
      () => {
        throw new Error('outer', { cause: new Error(secret) });
      },
    ],
    [
      'one among several',
      () => {
        throw new AggregateError([new Error(secret)], secret);
      },
    ],
    [
      'fields of its own',
      () => {
        throw Object.assign(new Error(''), { input: secret, email: secret });
      },
    ],
    [
      'something that is no error',
      () => {
        throw secret;
      },
    ],
  ])('is described without %s', (_, act) => {
    expect(JSON.stringify(describeError(thrownBy(act)))).not.toContain(secret);
  });

  test('of our own keeps its message, which names cause and remedy', () => {
    const own = [
      new IdngoError('refused', 'their 401', { httpStatus: 401, errorCode: 4003 }),
      new DatabaseUnavailable('away'),
      new ConfigError(['PORT must be a number']),
      new Refusal('not-found', 'nothing here'),
    ];
    expect(own.map(error => describeError(error).message)).toEqual(own.map(error => error.message));
    expect(describeError(own[0])).toMatchObject({ code: 'refused', httpStatus: 401, errorCode: 4003 });
  });

  test('that calls itself ours is not believed', () => {
    const impostor = Object.assign(new Error(secret), { name: 'IdngoError' });
    expect(JSON.stringify(describeError(impostor))).not.toContain(secret);
  });

  test('says where it was thrown', () => {
    const { stack } = describeError(thrownBy(() => JSON.parse(secret)));
    expect(stack?.join('\n')).toContain('redact.test.ts');
  });

  test('with causes in a circle comes to an end', () => {
    const error = new Error('a');
    error.cause = error;
    expect(JSON.stringify(describeError(error)).length).toBeLessThan(20_000);
  });

  test('of PostgreSQL is told by code, table and constraint, without the row', async () => {
    const database = await createTestDatabase();
    const add = () =>
      database.query(`insert into applicants (applicant_id, external_user_id) values ($1, $1)`, [secret]);
    await add();
    const error = await add().catch((thrown: unknown) => thrown);
    expect((error as { detail: string }).detail).toContain(secret);
    const description = describeError(error);
    expect(description).toMatchObject({ code: '23505', table: 'applicants', constraint: 'applicants_pkey' });
    expect(JSON.stringify(description)).not.toContain(secret);
  });
});

const sources = import.meta.glob<string>(['../**/*.ts', '!../**/*.test.ts'], {
  eager: true,
  query: '?raw',
  import: 'default',
});

test('every key that our code logs is on the list, so that no line says less than was meant', () => {
  const calls = Object.entries(sources).flatMap(([path, code]) =>
    [...code.matchAll(/log\.(?:debug|info|warn|error)\(\s*\{([^}]*)\}/g)].map(([, facts = '']) => ({ path, facts })),
  );
  const unlisted = calls.flatMap(({ path, facts }) =>
    [...facts.matchAll(/(?:^|,)\s*(\w+)\s*(?=[:,]|$)/g)]
      .filter(([, key = '']) => !loggableKeys.includes(key))
      .map(([, key]) => `${path}: ${key}`),
  );
  expect(calls.length).toBeGreaterThan(15);
  expect(unlisted).toEqual([]);
});

describe('the log', () => {
  function listen() {
    const lines: string[] = [];
    const log = createLog('debug', { write: line => void lines.push(line) });
    return { log, read: () => lines.map(line => JSON.parse(line) as Record<string, unknown>) };
  }

  test('writes facts through the redactor, and errors as they are passed or described', () => {
    const { log, read } = listen();
    const error = thrownBy(() => JSON.parse(secret));
    log.warn({ error, deliveryId: '7', email: secret }, 'it failed');
    log.error({ error: describeError(error) }, 'it failed again');
    log.info('all is well, 100 %s');
    const lines = read();
    expect(lines[0]).toMatchObject({
      msg: 'it failed',
      deliveryId: '7',
      error: { name: 'SyntaxError' },
      '[redacted]': 1,
    });
    expect(lines[1]).toMatchObject({ error: { name: 'SyntaxError', stack: expect.any(Array) } });
    expect(lines[2]).toMatchObject({ msg: 'all is well, 100 %s' });
    expect(JSON.stringify(lines)).not.toContain(secret);
  });

  test('takes no bare error, no text to fill in and no object with a class', () => {
    const { log, read } = listen();
    const write = log.error.bind(log) as (...args: unknown[]) => void;
    write(new Error(secret));
    write({}, 'who: %s', secret);
    write('who: %s', secret);
    write(new Request('http://x', { headers: { authorization: secret } }), 'a request');
    expect(JSON.stringify(read())).not.toContain(secret);
    expect(read()).toHaveLength(4);
  });
});
