import * as v from 'valibot';
import { expect, test } from 'vitest';
import { initMessageSchema } from '#idngo/web-sdk';
import { leastAbilities, readLoaderAbilities } from './loader-abilities';

const read = (message: object) =>
  readLoaderAbilities(v.parse(initMessageSchema, { method: 'idCheck.init', accessToken: 't', ...message }));
const adaptIframeHeight = true;
const scrolling = { adaptIframeHeight, enableScrollIntoView: true };

test.each([
  ['1.3.7', {}, {}],
  ['1.4.1 as it is', { version: undefined }, {}],
  ['1.4.1 with the second generation', { version: 2 }, { uiVersion: 2 }],
  ['2.0.1', { version: 1, options: { adaptIframeHeight } }, {}],
  ['2.2.1', { version: 2, packageVersion: '2.2.1', options: { adaptIframeHeight } }, { uiVersion: 2 }],
  ["Cyberity's 1.0.0", { version: 1, packageVersion: '1.0.0', options: { adaptIframeHeight } }, {}],
  [
    '2.3.18',
    { version: 1, packageVersion: '2.3.18', options: scrolling },
    { uiVersion: 1, keepsScroll: true, scrolls: true },
  ],
  [
    '2.6.3',
    { version: 2, packageVersion: '2.6.3', options: scrolling },
    { uiVersion: 2, keepsScroll: true, scrolls: true, roundsCorners: true },
  ],
  [
    '2.9.0',
    { packageVersion: '2.9.0', options: scrolling },
    { uiVersion: 2, keepsScroll: true, scrolls: true, roundsCorners: true, readsIdentifiers: true },
  ],
  [
    '2.10.0',
    { packageVersion: '2.10.0', options: scrolling },
    { uiVersion: 2, keepsScroll: true, scrolls: true, roundsCorners: true, readsIdentifiers: true },
  ],
  ['one with a name for a number', { version: 1, packageVersion: 'next' }, {}],
])('knows the loader %s by its init message', (_name, message, abilities) => {
  expect(read(message)).toEqual({ ...leastAbilities, ...abilities });
});

test.each([
  [{ options: { ...scrolling, enableScrollIntoView: false } }],
  [{ options: scrolling, uiConf: { scrollIntoView: false } }],
])('scrolls nothing for a host that says %j', message => {
  expect(read(message)).toMatchObject({ keepsScroll: true, scrolls: false });
});

test('knows of a host that keeps the height to itself', () => {
  expect(read({ options: { adaptIframeHeight: false } })).toMatchObject({ adaptsHeight: false });
});
