import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFakeClock, type FakeClock } from '../fake-clock';
import type { Log } from '../log';
import { createSandboxClock, type SandboxClock } from './clock';

const startedAt = Date.UTC(2026, 0, 15, 10, 0, 0);
let dataDir: string;
let realTime: FakeClock;
let clock: SandboxClock;
let logged: unknown[];
const log: Log = { info: () => undefined, warn: () => undefined, error: fields => logged.push(fields.err) };
const open = () => createSandboxClock({ dataDir, now: realTime.now, schedule: realTime.schedule, log });

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'clock-'));
  realTime = createFakeClock(startedAt);
  logged = [];
  clock = open();
});
afterEach(() => rmSync(dataDir, { recursive: true }));

/** Notes its name and the time it ran at, in seconds since the start. */
function createDiary() {
  const entries: [string, number][] = [];
  return { entries, note: (name: string) => entries.push([name, (clock.now() - startedAt) / 1000]) };
}

test('follows real time, plus what it was moved forward by', async () => {
  realTime.advance(1_500);
  await clock.advance(60_000);
  expect([clock.now(), clock.offsetMs()]).toEqual([startedAt + 61_500, 60_000]);
  realTime.advance(500);
  expect(clock.now()).toBe(startedAt + 62_000);
});

test('runs what is planned when real time reaches it', () => {
  const { entries, note } = createDiary();
  clock.schedule(() => void note('later'), 2_000);
  clock.schedule(() => void note('sooner'), 1_000);
  realTime.advance(999);
  expect(entries).toEqual([]);
  realTime.advance(1);
  realTime.advance(1_000);
  expect(entries).toEqual([
    ['sooner', 1],
    ['later', 2],
  ]);
});

test('plays what falls due on the way in order of time, awaits it, and includes what that plans', async () => {
  const { entries, note } = createDiary();
  clock.schedule(() => void note('beyond'), 11_000);
  clock.schedule(() => void note('third'), 9_000);
  clock.schedule(async () => {
    note('first');
    await Promise.resolve();
    clock.schedule(() => void note('second, planned by the first'), 3_000);
    clock.schedule(() => void note('beyond, planned by the first'), 9_000);
    note('still first');
  }, 2_000);
  await clock.advance(10_000);
  expect(entries).toEqual([
    ['first', 2],
    ['still first', 2],
    ['second, planned by the first', 5],
    ['third', 9],
  ]);
  expect(clock.now()).toBe(startedAt + 10_000);
  realTime.advance(1_000);
  expect(entries.slice(4)).toEqual([
    ['beyond', 11],
    ['beyond, planned by the first', 11],
  ]);
});

test('plays things due at the same moment in the order they were planned in', async () => {
  const { entries, note } = createDiary();
  for (const name of ['a', 'b', 'c']) clock.schedule(() => void note(name), 1_000);
  await clock.advance(1_000);
  expect(entries.map(([name]) => name)).toEqual(['a', 'b', 'c']);
});

test('waits for what was begun before it sets out, and for what is begun on the way', async () => {
  const { entries, note } = createDiary();
  const ends: (() => void)[] = [];
  const longWork = (name: string) => async () => {
    await new Promise<void>(resolve => ends.push(resolve));
    note(name);
  };
  clock.begin(longWork('begun before'));
  clock.schedule(() => {
    clock.begin(longWork('begun on the way'));
  }, 1_000);
  clock.schedule(() => void note('next'), 2_000);
  const advanced = clock.advance(5_000);
  ends.shift()?.();
  while (ends.length === 0) await Promise.resolve();
  expect(entries).toEqual([['begun before', 0]]);
  ends.shift()?.();
  await advanced;
  expect(entries.slice(1)).toEqual([
    ['begun on the way', 1],
    ['next', 2],
  ]);
});

test('keeps to the stretch although real time passes meanwhile, and adds that afterwards', async () => {
  const { entries, note } = createDiary();
  clock.schedule(() => {
    realTime.advance(700);
    note('slow');
  }, 1_000);
  await clock.advance(3_000);
  expect(entries).toEqual([['slow', 1]]);
  expect([clock.offsetMs(), clock.now()]).toEqual([3_000, startedAt + 3_700]);
});

test('takes one move after the other', async () => {
  const { entries, note } = createDiary();
  clock.schedule(() => void note('in the first'), 1_000);
  clock.schedule(() => void note('in the second'), 3_000);
  await Promise.all([clock.advance(2_000), clock.advance(2_000)]);
  expect(entries).toEqual([
    ['in the first', 1],
    ['in the second', 3],
  ]);
  expect(clock.offsetMs()).toBe(4_000);
});

test('does not run what was cancelled', async () => {
  const { entries, note } = createDiary();
  const cancel = clock.schedule(() => void note('cancelled'), 1_000);
  cancel();
  await clock.advance(2_000);
  expect(entries).toEqual([]);
  expect(realTime.delays()).toEqual([]);
});

test('goes on after something planned failed, and says what', async () => {
  const { entries, note } = createDiary();
  clock.schedule(() => Promise.reject(new Error('out of paper')), 1_000);
  clock.schedule(() => void note('next'), 2_000);
  await clock.advance(3_000);
  expect(logged).toEqual([new Error('out of paper')]);
  expect(entries).toEqual([['next', 2]]);
});

test('keeps what is far away for later, longer than one timer can', () => {
  const { entries, note } = createDiary();
  const days = 24 * 60 * 60 * 1000;
  clock.schedule(() => void note('in 60 days'), 60 * days);
  expect(realTime.delays()[0]).toBeLessThan(25 * days);
  for (let day = 0; day < 59; day += 1) realTime.advance(days);
  expect(entries).toEqual([]);
  realTime.advance(days);
  expect(entries).toHaveLength(1);
});

test('still knows after a restart how far it was moved', async () => {
  await clock.advance(3_600_000);
  clock.close();
  clock = open();
  expect([clock.now(), clock.offsetMs()]).toEqual([startedAt + 3_600_000, 3_600_000]);
});

test('is on disk before what it plays, so that a kill in the middle never turns it back', async () => {
  let reopened: SandboxClock | undefined;
  clock.schedule(() => {
    reopened = open();
  }, 60_000);
  await clock.advance(3_600_000);
  expect(reopened?.offsetMs()).toBe(60_000);
});

test('refuses to go backwards', () => {
  expect(() => clock.advance(-1)).toThrow(/forward only/);
  expect(() => clock.advance(Number.POSITIVE_INFINITY)).toThrow(/forward only/);
});

test('plans nothing any more once it is closed', () => {
  const { entries, note } = createDiary();
  clock.schedule(() => void note('too late'), 1_000);
  clock.close();
  realTime.advance(2_000);
  expect(entries).toEqual([]);
});
