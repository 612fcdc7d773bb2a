import * as v from 'valibot';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestSandbox, type TestSandbox } from '../open-test-sandbox';
import { clockSchema } from './clock-contract';

let bench: TestSandbox;
beforeEach(() => {
  bench = openTestSandbox();
});
afterEach(() => bench.close());

const read = async (response: Response) => v.parse(clockSchema, await response.json());

test('shows the sandbox’s time, moves it forward, and remembers that over a restart', async () => {
  expect(await read(await bench.panel('/clock'))).toEqual({ now: '2026-01-15T10:00:00.000Z', offsetMs: 0 });
  const moved = { now: '2026-01-15T11:00:00.500Z', offsetMs: 3_600_500 };
  expect(await read(await bench.panel('/clock/advance', { seconds: 3_600.5 }))).toEqual(moved);
  await bench.restart();
  expect(await read(await bench.panel('/clock'))).toEqual(moved);
});

test('dates what happens by that time', async () => {
  await bench.panel('/clock/advance', { seconds: 3_600 });
  const path = '/resources/applicants?levelName=basic-kyc-level';
  const created = await bench.call('POST', path, { json: { externalUserId: 'u-1' } });
  expect(await created.json()).toMatchObject({ createdAt: '2026-01-15 11:00:00' });
  await bench.sandbox.clock.settle();
  expect(JSON.parse(bench.received[0]?.body ?? '')).toMatchObject({ createdAtMs: '2026-01-15 11:00:00.000' });
});

test('lets access tokens expire by that time', async () => {
  const token = await bench.mintToken('u-1', 'basic-kyc-level', 600);
  await bench.panel('/clock/advance', { seconds: 599 });
  expect((await bench.frame(token, '/frame/api/applicant')).status).toBe(200);
  await bench.panel('/clock/advance', { seconds: 1 });
  expect((await bench.frame(token, '/frame/api/applicant')).status).toBe(401);
});

test.each([{ seconds: -1 }, { seconds: 1e12 }, { seconds: '1' }, {}])('refuses to move by %o', async body => {
  const response = await bench.panel('/clock/advance', body);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ description: expect.stringMatching(/seconds/) });
});
