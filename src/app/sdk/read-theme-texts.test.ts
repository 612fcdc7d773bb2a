import { afterEach, expect, test, vi } from 'vitest';
import { createApi } from '../api/http';
import { readThemeTexts } from './read-theme-texts';

afterEach(() => {
  vi.useRealTimers();
});

const answer = (body: unknown) => createApi({ fetch: async () => new Response(JSON.stringify(body)) });

test('reads the texts that the theme has', async () => {
  const texts = { kk: { 'a.b': 'А' } };
  expect(await readThemeTexts(answer(texts), '/themes/a/b.json')).toEqual(texts);
});

test('goes on without them where there are none, where they are nonsense, and where they do not come', async () => {
  expect(await readThemeTexts(answer({ kk: {} }), null)).toEqual({});
  expect(await readThemeTexts(answer({ kk: 'x' }), '/themes/a/b.json')).toEqual({});
  vi.useFakeTimers();
  const silent = createApi({
    fetch: (_address, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
      }),
  });
  const waiting = readThemeTexts(silent, '/themes/a/b.json');
  await vi.advanceTimersByTimeAsync(3_000);
  expect(await waiting).toEqual({});
});
