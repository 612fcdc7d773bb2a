import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { createTestDatabase } from '#testing/test-database';
import { silentLog } from '../log';
import { createMetrics } from '../metrics';
import { createHub } from '../push/hub';
import { addPushRoutes } from '../push/routes';
import { createSessionGate } from '../sessions/session-cookie';
import { createSessions } from '../sessions/sessions';
import { erasePerson } from './erase-person';

test('the open streams of somebody who is erased end at the next beat, and nobody else’s', async () => {
  const database = await createTestDatabase();
  const app = new Hono();
  const hub = await createHub(database, silentLog);
  const sessions = createSessions(database, 'a-session-secret-for-tests', Date.now);
  const gate = createSessionGate(sessions, 'http://localhost');
  const push = addPushRoutes(app, {
    database,
    hub,
    gate,
    sessions,
    metrics: createMetrics(),
    log: silentLog,
    headers: {},
  });
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const open = async (externalUserId: string) => {
    const { cookie } = await sessions.create({ externalUserId, levelName: 'basic-kyc-level', returnUrl: null });
    const headers = { cookie: `portico-session=${cookie}` };
    const response = await fetch(`${origin}/api/verification/events`, { headers });
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    const readUntil = async (sign: RegExp) => {
      let text = '';
      for (let part = await reader.read(); ; part = await reader.read()) {
        text += Buffer.from(part.value ?? []).toString();
        if (part.done) return 'ended';
        if (sign.test(text)) return 'goes on';
      }
    };
    expect(await readUntil(/event: status/)).toBe('goes on');
    return { readUntil, close: () => reader.cancel() };
  };
  const [erased, other] = [await open('u-erased'), await open('u-other')];
  await erasePerson(database, { externalUserId: 'u-erased', actor: 'command', reason: 'requested', at: new Date() });
  await push.beat();
  expect(await erased.readUntil(/nothing more is said/)).toBe('ended');
  expect(await other.readUntil(/event: beat/)).toBe('goes on');

  await other.close();
  push.close();
  await hub.close();
  server.close();
});
