import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Driven, drivePlanted } from '#testing/drive-planted';
import { dumpDatabase } from '#testing/dump-database';
import { findPlanted, heldByDatabase, planted, plantedVariables } from '#testing/planted';
import { answerAsProvider, type ProviderMood } from '#testing/planted-provider';
import { createTestApp } from '#testing/test-app';
import { createTestDatabase } from '#testing/test-database';
import { createDatabase } from '../database/database';
import { createLog } from '../log';

const written: string[] = [];
beforeEach(() => {
  written.length = 0;
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation(chunk => {
      written.push(String(chunk));
      return true;
    });
  }
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** Statements that PostgreSQL refuses, quoting the row; queries that meet a bug of ours; no server at all. */
function createFailures(database: Awaited<ReturnType<typeof createTestDatabase>>, affected: typeof database) {
  const breakWith = (make: () => Error) => {
    const { query, connect } = affected.pool;
    Object.assign(affected.pool, { query: () => Promise.reject(make()), connect: () => Promise.reject(make()) });
    return async () => void Object.assign(affected.pool, { query, connect });
  };
  return [
    async () => {
      await database.query('alter table events add constraint broken check (false) not valid');
      await database.query('alter table audit_trail add constraint broken check (false) not valid');
      await database.query('alter table sessions add constraint broken check (false) not valid');
      return async () => {
        for (const table of ['events', 'audit_trail', 'sessions']) {
          await database.query(`alter table ${table} drop constraint broken`);
        }
      };
    },
    async () =>
      breakWith(() => new Error(`a bug with ${planted.firstName}`, { cause: new TypeError(planted.malformed) })),
    async () =>
      breakWith(() =>
        Object.assign(new Error(`connect postgres://app:${planted.databasePassword}@db`), { code: 'ECONNREFUSED' }),
      ),
  ];
}

test('no secret and nothing personal leaves by the log, an error, a header, a metric or the database', async () => {
  const lines: string[] = [];
  const log = createLog('debug', { write: line => void lines.push(line) });
  const database = await createTestDatabase();
  const affected = createDatabase(database.url);
  let mood: ProviderMood = 'helpful';
  const { app } = await createTestApp({
    database: affected,
    log,
    variables: plantedVariables,
    fetch: async url => {
      const answer = answerAsProvider(mood, new URL(String(url)).pathname);
      if (!answer) {
        throw new TypeError(planted.networkError, { cause: new Error(`${planted.networkError} ${String(url)}`) });
      }
      return new Response(answer.body, { status: answer.status });
    },
  });
  const { answers, statuses, made } = await drivePlanted({
    request: async (path, init) => app.request(path, init),
    setMood: next => {
      mood = next;
    },
    async whileDatabaseFails(work) {
      for (const fail of createFailures(database, affected)) {
        const repair = await fail();
        await work();
        await repair();
      }
    },
  });
  expect([...statuses].sort()).toEqual(expect.arrayContaining([200, 303, 401, 403, 404, 413, 429, 500, 502, 503]));

  const metrics = await (
    await app.request('/metrics', { headers: { authorization: `Bearer ${planted.operationsToken}` } })
  ).text();
  expect(findPlanted(metrics, [], made)).toEqual([]);
  for (const answer of answers)
    expect([answer.slice(0, 400), findPlanted(answer, [], made)]).toEqual([answer.slice(0, 400), []]);
  expect(lines.length).toBeGreaterThan(20);
  for (const line of [...lines, ...written])
    expect([line.slice(0, 400), findPlanted(line, [], made)]).toEqual([line.slice(0, 400), []]);
  const dump = await dumpDatabase(database);
  expect(findPlanted(dump.join('\n'), [], made).sort()).toEqual([...heldByDatabase].sort());
  await affected.close();
});

/** What many a backend does: writes down what it gets, and answers with the error's words. */
async function driveNaively(): Promise<{ driven: Driven; log: string }> {
  const lines: string[] = Object.values(plantedVariables).map(value => `started with ${value}`);
  let mood: ProviderMood = 'helpful';
  let failing = false;
  const driven = await drivePlanted({
    async request(path, init) {
      const request = new Request(`http://naive${path}`, init);
      lines.push(`${request.url} ${JSON.stringify([...request.headers])} ${await request.text()}`);
      const answer = answerAsProvider(mood, '/one');
      const token = answerAsProvider(mood, '/accessTokens');
      lines.push(answer ? `${answer.body} ${token?.body}` : `fetch failed: ${planted.networkError}`);
      if (failing) return new Response(`cannot reach postgres://app:${planted.databasePassword}@db`, { status: 500 });
      return new Response(lines.at(-1) ?? '', {
        status: 400,
        headers: { 'set-cookie': 'portico-session=naive-session' },
      });
    },
    setMood: next => {
      mood = next;
    },
    async whileDatabaseFails(work) {
      failing = true;
      await work();
      failing = false;
    },
  });
  return { driven, log: lines.join('\n') };
}

test('control: a naive backend that is led the same way is found to leak every planted value', async () => {
  const { driven, log } = await driveNaively();
  const sent = findPlanted(`${log}\n${driven.answers.join('\n')}`, [], driven.made);
  expect(sent.sort()).toEqual(Object.keys({ ...planted, ...driven.made }).sort());
  const answered = findPlanted(driven.answers.join('\n'), [], driven.made);
  expect(answered).toEqual(expect.arrayContaining(['databasePassword', 'networkError', 'firstName', 'clientComment']));
});

test('control: one line past the redactor is found', async () => {
  process.stderr.write(`{"msg":"x","who":"${encodeURIComponent(planted.email)}"}\n`);
  expect(findPlanted(written.join(''))).toEqual(['email']);
});
