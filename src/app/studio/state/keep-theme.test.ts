import { expect, test } from 'vitest';
import { createTheme } from '#contract/theme';
import { keepTheme, keptAt, readKept } from './keep-theme';
import { createStudio } from './studio';

function createStorage(isFull = false) {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem(key: string, value: string) {
      if (isFull) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, value);
    },
  };
}

function openTab(
  storage: ReturnType<typeof createStorage>,
  tab: string,
  clock: { now: number },
  ofTab = createStorage(),
) {
  const waiting: (() => void)[] = [];
  const studio = createStudio((readKept(ofTab) ?? readKept(storage))?.theme ?? createTheme('New'), () => clock.now);
  const keeper = keepTheme(studio, {
    storage,
    ofTab,
    tab,
    now: () => ++clock.now,
    later(callback) {
      waiting.push(callback);
      return () => waiting.splice(waiting.indexOf(callback), 1);
    },
  });
  const rename = (name: string) => studio.edit({ key: 'history.renamed' }, theme => ({ ...theme, name }));
  const pause = () => {
    for (const callback of waiting.splice(0)) callback();
  };
  return { studio, keeper, rename, pause };
}

test('a change is kept after a pause, and is there on the next visit', () => {
  const storage = createStorage();
  const first = openTab(storage, 'a', { now: 0 });
  first.rename('Spring');
  first.rename('Summer');
  expect(storage.getItem(keptAt)).toBeNull();
  first.pause();
  expect(first.keeper.getState()).toMatchObject({ kind: 'kept' });
  expect(openTab(storage, 'b', { now: 9 }).studio.readTheme().name).toBe('Summer');
});

test('a page that goes keeps what waits', () => {
  const storage = createStorage();
  const tab = openTab(storage, 'a', { now: 0 });
  tab.rename('Spring');
  tab.keeper.flush();
  expect(readKept(storage)?.theme.name).toBe('Spring');
});

test('a second tab that only looks writes nothing', () => {
  const storage = createStorage();
  const clock = { now: 0 };
  const first = openTab(storage, 'a', clock);
  first.rename('Spring');
  first.pause();
  const second = openTab(storage, 'b', clock);
  second.keeper.flush();
  expect(readKept(storage)?.tab).toBe('a');
});

test('a tab does not write over what another made since, until somebody chooses', () => {
  const storage = createStorage();
  const clock = { now: 0 };
  const [first, second] = [openTab(storage, 'a', clock), openTab(storage, 'b', clock)];
  first.rename('Spring');
  first.pause();
  second.rename('Autumn');
  second.pause();
  expect(readKept(storage)?.theme.name).toBe('Spring');
  expect(second.keeper.getState()).toMatchObject({ kind: 'elsewhere', theirs: { theme: { name: 'Spring' } } });
  second.rename('Late autumn');
  second.pause();
  expect(readKept(storage)?.theme.name).toBe('Spring');

  second.keeper.settle('ours');
  expect(readKept(storage)?.theme.name).toBe('Late autumn');
  expect(first.keeper.getState()).toMatchObject({ kind: 'kept' });
  first.rename('Late spring');
  first.pause();
  first.keeper.settle('theirs');
  expect(first.studio.readTheme().name).toBe('Late autumn');
  first.studio.undo();
  expect(first.studio.readTheme().name).toBe('Late spring');
  first.rename('Winter');
  first.pause();
  expect(readKept(storage)?.theme.name).toBe('Winter');
});

test('a reload goes on with what this tab had, whatever another kept since', () => {
  const storage = createStorage();
  const clock = { now: 0 };
  const ofFirst = createStorage();
  const first = openTab(storage, 'a', clock, ofFirst);
  const second = openTab(storage, 'b', clock);
  first.rename('Spring');
  first.pause();
  second.rename('Autumn');
  second.pause();
  second.keeper.settle('ours');
  first.rename('Late spring');
  first.keeper.flush();
  const again = openTab(storage, 'c', clock, ofFirst);
  expect(again.studio.readTheme().name).toBe('Late spring');
  again.rename('Summer');
  again.pause();
  expect(again.keeper.getState()).toMatchObject({ kind: 'elsewhere', theirs: { theme: { name: 'Autumn' } } });
  expect(openTab(storage, 'd', clock).studio.readTheme().name).toBe('Autumn');
});

test('a full storage is told, and the next change tries again', () => {
  const tab = openTab(createStorage(true), 'a', { now: 0 });
  tab.rename('Spring');
  tab.pause();
  expect(tab.keeper.getState()).toEqual({ kind: 'failed' });
});

test('rubbish in the storage is nothing kept', () => {
  const storage = createStorage();
  storage.setItem(keptAt, '{"theme":{}}');
  expect(readKept(storage)).toBeUndefined();
});
