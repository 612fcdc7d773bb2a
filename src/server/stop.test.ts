import { once } from 'node:events';
import { Agent, createServer, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { atTheEnd } from '#testing/at-the-end';
import { silentLog } from './log';
import { createStop } from './stop';

async function createStoppable(options: { patienceMs?: number; app?: { close(): Promise<void> } } = {}) {
  const waiting: ServerResponse[] = [];
  const server = createServer((incoming, outgoing) => {
    if (incoming.url === '/slow') waiting.push(outgoing);
    else outgoing.end('quick');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  atTheEnd(() => server.closeAllConnections());
  const agent = new Agent({ keepAlive: true });
  atTheEnd(() => agent.destroy());
  const done: string[] = [];
  let exited: (code: number) => void = () => undefined;
  const exit = new Promise<number>(resolve => {
    exited = resolve;
  });
  const stop = createStop({
    server,
    app: {
      leave: () => done.push('left'),
      async close() {
        await options.app?.close();
        done.push('app closed');
      },
    },
    database: {
      async close() {
        done.push('database closed');
      },
    },
    log: silentLog,
    exit: exited,
    patienceMs: options.patienceMs ?? 60_000,
  });
  return {
    server,
    stop,
    exit,
    done,
    waiting,
    get: (path: string) =>
      new Promise<string>((resolve, reject) => {
        request({ agent, path, port: (server.address() as AddressInfo).port, host: '127.0.0.1' }, async response => {
          response.on('error', reject);
          let text = '';
          for await (const chunk of response) text += chunk;
          resolve(text);
        })
          .on('error', reject)
          .end();
      }),
  };
}

test('lets nobody in, answers what is under way, and then closes the rest in order', async () => {
  const { server, stop, exit, done, waiting, get } = await createStoppable();
  await get('/quick');
  const underWay = get('/slow');
  await expect.poll(() => waiting.length).toBe(1);
  stop(0);
  expect(server.listening).toBe(false);
  expect(done).toEqual(['left']);
  waiting[0]?.end('at last');
  expect(await underWay).toBe('at last');
  expect(await exit).toBe(0);
  expect(done).toEqual(['left', 'app closed', 'database closed']);
});

test('cuts a request that does not end within the patience', async () => {
  const { stop, exit, done, waiting, get } = await createStoppable({ patienceMs: 50 });
  const stuck = get('/slow');
  await expect.poll(() => waiting.length).toBe(1);
  stop(0);
  await expect(stuck).rejects.toThrow();
  expect(await exit).toBe(0);
  expect(done).toEqual(['left', 'app closed', 'database closed']);
});

test('does not wait for ever for a job that does not end', async () => {
  const { stop, exit } = await createStoppable({ patienceMs: 20, app: { close: () => new Promise(() => undefined) } });
  stop(0);
  expect(await exit).toBe(0);
});

test('ends at once when it is asked a second time', async () => {
  const { stop, exit, waiting, get } = await createStoppable();
  const stuck = get('/slow');
  stuck.catch(() => undefined); // it is cut when the test ends
  await expect.poll(() => waiting.length).toBe(1);
  stop(0);
  stop(0);
  expect(await exit).toBe(1);
});

test('says so in its exit code when something could not be closed', async () => {
  const { stop, exit } = await createStoppable({ app: { close: () => Promise.reject(new Error('stuck')) } });
  stop(0);
  expect(await exit).toBe(1);
});
