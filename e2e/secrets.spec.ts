import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import pg from 'pg';
import { startStack } from '#dev/stack';
import { drivePlanted } from '#testing/drive-planted';
import { dumpDatabase } from '#testing/dump-database';
import { findPlanted, heldByDatabase, planted, plantedVariables } from '#testing/planted';
import { answerAsProvider, type ProviderMood } from '#testing/planted-provider';

/** IDnGO on a socket; where it is away it cuts the line. */
async function startProvider() {
  let mood: ProviderMood = 'helpful';
  const server = createServer((request, response) => {
    const answer = answerAsProvider(mood, new URL(request.url ?? '/', 'http://x').pathname);
    if (!answer) return request.socket.destroy();
    return response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    setMood: (next: ProviderMood) => {
      mood = next;
    },
    close: () => server.close(),
  };
}

test('the built app, at its most talkative, lets nothing planted out, whatever fails', async () => {
  const provider = await startProvider();
  const stack = await startStack({
    ...plantedVariables,
    IDNGO_BASE_URL: provider.url,
    LOG_LEVEL: 'trace',
  });
  const client = new pg.Client({ connectionString: stack.databaseUrl });
  await client.connect();
  const run = (sql: string) => client.query(sql);
  const name = (await client.query<{ name: string }>('select current_database() as name')).rows[0]?.name ?? '';
  const beside = new pg.Client({ connectionString: stack.databaseUrl.replace(`/${name}?`, '/postgres?') });
  await beside.connect();

  const { answers, statuses, made } = await drivePlanted({
    request: (path, init) => fetch(`${stack.appUrl}${path}`, init),
    setMood: provider.setMood,
    async whileDatabaseFails(work) {
      for (const table of ['events', 'audit_trail', 'sessions']) {
        await run(`alter table ${table} add constraint broken check (false) not valid`);
      }
      await work();
      for (const table of ['events', 'audit_trail', 'sessions'])
        await run(`alter table ${table} drop constraint broken`);

      await run('alter table verifications rename to verifications_elsewhere');
      await work();
      await run('alter table verifications_elsewhere rename to verifications');

      await fetch(`${stack.appUrl}/readyz`); // so that a connection is there to be lost
      await beside.query(`alter database ${name} allow_connections false`);
      await beside.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> $2', [
        name,
        (await run('select pg_backend_pid() as pid')).rows[0].pid,
      ]);
      await expect.poll(() => stack.output()).toContain('a database connection was lost');
      await work();
      await beside.query(`alter database ${name} allow_connections true`);
    },
  });
  const operator = { headers: { authorization: `Bearer ${planted.operationsToken}` } };
  const metrics = await (await fetch(`${stack.appUrl}/metrics`, operator)).text();
  expect(metrics).toContain('portico_deliveries_total');
  await stack.end('app', 'SIGTERM');
  const output = stack.output();

  expect([...statuses].sort()).toEqual(expect.arrayContaining([200, 303, 401, 403, 404, 413, 429, 500, 502, 503]));
  expect(output.split('\n').length).toBeGreaterThan(20);
  for (const line of [...answers, ...output.split('\n'), metrics]) {
    expect(findPlanted(line, [], made), line.slice(0, 400)).toEqual([]);
  }
  const dump = await dumpDatabase(client);
  expect(findPlanted(dump.join('\n'), [], made).sort()).toEqual([...heldByDatabase].sort());

  await client.end();
  await beside.end();
  await stack.close();
  provider.close();
});

test('control: what an app would say that prints its environment or a raw error is found', () => {
  expect(findPlanted(JSON.stringify(plantedVariables)).sort()).toEqual(
    ['appToken', 'linkSecret', 'operationsToken', 'secretKey', 'sessionSecret', 'signInSecret', 'webhookSecret'].sort(),
  );
  const error = new Error(`connect postgres://app:${planted.databasePassword}@db`);
  expect(findPlanted(String(error.stack))).toEqual(['databasePassword']);
});
