import { expect, test } from 'vitest';
import { stopClock } from './stopped-clock';

const at = Date.parse('2026-11-24T09:32:00Z');

/** A page whose own timers end when the test says so. */
function createPage() {
  const timers: (() => void)[] = [];
  const begin = (run: () => void) => timers.push(run);
  const target = {
    Date: { now: () => 1 },
    setTimeout: begin,
    setInterval: begin,
    clearTimeout: () => undefined,
    clearInterval: () => undefined,
  } as unknown as typeof globalThis;
  const clock = stopClock(target, at);
  const heard: [string, number][] = [];
  return {
    target,
    clock,
    heard,
    hear: (name: string) => () => heard.push([name, (clock.now() - at) / 1000]),
    settle() {
      for (let next = timers.shift(); next; next = timers.shift()) next();
    },
  };
}

test('time stands still', () => {
  const { target, clock, heard, hear, settle } = createPage();
  target.setTimeout(hear('a second'), 1_000);
  target.setTimeout(hear('a turn'), 0);
  settle();
  expect(heard).toEqual([['a turn', 0]]);
  expect([clock.now(), target.Date.now()]).toEqual([at, at]);
});

test('waits that end in the time that passes end in their order, longer ones never', () => {
  const { target, clock, heard, hear, settle } = createPage();
  target.setTimeout(hear('twenty'), 20_000);
  target.setTimeout(hear('ten'), 10_000);
  target.setTimeout(hear('longer'), 20_001);
  target.setInterval(hear('every eight'), 8_000);
  clock.pass(20_000);
  settle();
  expect(heard).toEqual([
    ['every eight', 8],
    ['ten', 10],
    ['every eight', 16],
    ['twenty', 20],
  ]);
});

test('a wait that begins when another ends counts from then, also after the rest is over', () => {
  const { target, clock, heard, hear, settle } = createPage();
  target.setTimeout(() => {
    target.setTimeout(hear('twelve'), 2_000);
    target.setTimeout(hear('longer'), 2_001);
  }, 10_000);
  clock.pass(12_000);
  settle();
  target.setTimeout(hear('late'), 500);
  settle();
  expect(heard).toEqual([['twelve', 12]]);
});

test('a wait that is called off does not end', () => {
  const { target, clock, heard, hear, settle } = createPage();
  const timer = target.setTimeout(hear('ten'), 10_000);
  const interval = target.setInterval(hear('every second'), 1_000);
  clock.pass(20_000);
  target.clearTimeout(timer);
  target.clearInterval(interval);
  settle();
  expect(heard).toEqual([]);
});
