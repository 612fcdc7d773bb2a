import { expect, test } from 'vitest';
import { listMissingApis } from './missing-apis';

const browser = { AbortController, FormData, Intl, ResizeObserver: class {} as never, crypto, fetch };

test('misses nothing in a current browser', () => {
  expect(listMissingApis(browser)).toEqual([]);
});

test('names what an old browser lacks', () => {
  const { ResizeObserver: _, ...rest } = browser;
  const old = { ...rest, Intl: {} as unknown as typeof Intl };
  expect(listMissingApis(old)).toEqual(['ResizeObserver', 'Intl.DisplayNames']);
});
