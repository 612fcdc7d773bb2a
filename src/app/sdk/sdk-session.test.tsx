import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { WebSdkEvent } from '#idngo/web-sdk';
import { ProblemError } from '../api/http';
import { createFakeSdk } from '../testing/fake-sdk';
import { toSdkFailure } from './sdk-failure';
import { createSdkSession, type SdkSessionOptions } from './sdk-session';

const origin = 'https://frame.example';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  document.body.replaceChildren();
});

function start({ inPlace, ...changes }: Partial<SdkSessionOptions> & { inPlace?: InPlace } = {}) {
  const fake = createFakeSdk(inPlace);
  const events: WebSdkEvent[] = [];
  let tokens = 0;
  const container = document.createElement('div');
  document.body.append(container);
  const session = createSdkSession({
    loadSdk: async () => fake.sdk,
    origin,
    createAccessToken: async () => `token-${++tokens}`,
    config: { lang: 'en' },
    frameTitle: 'Identity check',
    container,
    onEvent: event => events.push(event),
    toFailure: cause => toSdkFailure(cause, { now: 0, isOnline: true }),
    isVisible: () => true,
    ...changes,
  });
  return { ...fake, session, events, settle: () => vi.advanceTimersByTimeAsync(0) };
}

type InPlace = Parameters<typeof createFakeSdk>[0];

/** Hands out tokens, or refuses them, as the test says. */
function createTokens() {
  const asked: { answer: (token: string) => void; refuse: (cause: Error) => void }[] = [];
  return {
    asked,
    createAccessToken: () =>
      new Promise<string>((answer, refuse) => {
        asked.push({ answer, refuse });
      }),
  };
}

/** A frame that the person works in, with tokens in the hands of the test. */
async function startOpen(changes: Parameters<typeof start>[0] = {}) {
  const tokens = createTokens();
  const started = start({ createAccessToken: tokens.createAccessToken, ...changes });
  await started.settle();
  tokens.asked[0]?.answer('token-1');
  await started.settle();
  started.alive()[0]?.say('onInitialized');
  return { ...started, tokens };
}

function sayReady(frame: HTMLIFrameElement | undefined, sessionId: string) {
  const data = { method: 'idCheck.onReady', sessionId };
  window.dispatchEvent(new MessageEvent('message', { data, origin, source: frame?.contentWindow ?? null }));
}

test('is ready when the frame has initialised itself, and names the frame', async () => {
  const { session, alive, settle, events } = start();
  expect(session.getSnapshot()).toEqual({ is: 'loading' });
  await settle();
  alive()[0]?.say('onInitialized');
  expect(session.getSnapshot()).toEqual({ is: 'ready' });
  expect(alive()[0]?.frame?.title).toBe('Identity check');
  expect(events.map(event => event.name)).toEqual(['onInitialized']);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(session.getSnapshot()).toEqual({ is: 'ready' });
});

test('is slow after ten seconds of silence and failed after twenty', async () => {
  const { session } = start();
  await vi.advanceTimersByTimeAsync(9_999);
  expect(session.getSnapshot()).toEqual({ is: 'loading' });
  await vi.advanceTimersByTimeAsync(1);
  expect(session.getSnapshot()).toEqual({ is: 'slow' });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(session.getSnapshot()).toEqual({ is: 'failed', failure: { is: 'silent' }, frame: 'kept' });
});

test('shows a frame that comes after all, however late', async () => {
  const { session, launches, alive } = start();
  await vi.advanceTimersByTimeAsync(45_000);
  alive()[0]?.say('onInitialized');
  expect(session.getSnapshot()).toEqual({ is: 'ready' });
  expect(launches).toHaveLength(1);
});

test('takes a frame that has drawn something for ready, though it never said so', async () => {
  const { session, alive } = start();
  await vi.advanceTimersByTimeAsync(1_000);
  alive()[0]?.say('onResize', { height: 700 });
  await vi.advanceTimersByTimeAsync(19_000);
  expect(session.getSnapshot()).toEqual({ is: 'ready' });
});

test('counts only the time in which the page could be seen', async () => {
  let isVisible = false;
  const { session } = start({ isVisible: () => isVisible });
  await vi.advanceTimersByTimeAsync(600_000);
  expect(session.getSnapshot()).toEqual({ is: 'loading' });
  isVisible = true;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(session.getSnapshot()).toEqual({ is: 'slow' });
});

test('is blocked when something was shown in the frame that never said a word', async () => {
  const { session, alive, settle } = start();
  await settle();
  alive()[0]?.frame?.dispatchEvent(new Event('load'));
  await vi.advanceTimersByTimeAsync(20_000);
  expect(session.getSnapshot()).toEqual({ is: 'failed', failure: { is: 'blocked' }, frame: 'gone' });
  expect(alive()).toEqual([]);
});

test('is silent, not blocked, when the frame spoke and then drew nothing', async () => {
  const { session, alive, settle } = start();
  await settle();
  alive()[0]?.frame?.dispatchEvent(new Event('load'));
  sayReady(alive()[0]?.frame, 'first');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(session.getSnapshot()).toMatchObject({ failure: { is: 'silent' } });
});

test('is blocked at once when the policy of the page forbids the frame', async () => {
  const { session, settle } = start();
  await settle();
  const violate = (blockedURI: string, disposition: 'enforce' | 'report') => {
    const details = { effectiveDirective: 'frame-src', blockedURI, disposition };
    document.dispatchEvent(Object.assign(new Event('securitypolicyviolation'), details));
  };
  violate('https://advertising.example/', 'enforce');
  violate(`${origin}/idensic/websdk.html`, 'report');
  expect(session.getSnapshot()).toEqual({ is: 'loading' });
  violate(`${origin}/idensic/websdk.html`, 'enforce');
  expect(session.getSnapshot()).toMatchObject({ failure: { is: 'blocked' } });
});

test('starts anew with a new instance and a new token', async () => {
  const { session, launches, alive, settle } = start();
  await vi.advanceTimersByTimeAsync(20_000);
  session.tryAgain();
  expect(session.getSnapshot()).toEqual({ is: 'loading' });
  await settle();
  expect(launches.map(launch => launch.token)).toEqual(['token-1', 'token-2']);
  expect(alive()).toHaveLength(1);
});

test('asks for one new token when the frame complains twice', async () => {
  const { alive, tokens, session } = await startOpen();
  const renewals = Promise.all([alive()[0]?.renewToken(), alive()[0]?.renewToken()]);
  tokens.asked[1]?.answer('token-2');
  expect(await renewals).toEqual(['token-2', 'token-2']);
  expect(tokens.asked).toHaveLength(2);
  expect(session.getSnapshot()).toEqual({ is: 'ready' });
});

test('covers the frame when a renewal is not answered in time, and goes on in the same frame when it is', async () => {
  const { session, launches, alive, tokens, settle } = await startOpen();
  const renewal = alive()[0]?.renewToken();
  await vi.advanceTimersByTimeAsync(14_999);
  expect(session.getSnapshot()).toEqual({ is: 'ready' });
  await vi.advanceTimersByTimeAsync(1);
  expect(session.getSnapshot()).toEqual({ is: 'failed', failure: { is: 'unreachable' }, frame: 'kept' });

  session.tryAgain();
  expect(session.getSnapshot()).toEqual({ is: 'loading' });
  tokens.asked[2]?.answer('token-3');
  expect(await renewal).toBe('token-3');
  await settle();
  expect(session.getSnapshot()).toEqual({ is: 'ready' });
  expect(launches).toHaveLength(1);
  expect(tokens.asked).toHaveLength(3);
});

test('renews by itself, in the same frame, when the connection is back', async () => {
  const { session, launches, alive, tokens, settle } = await startOpen();
  const renewal = alive()[0]?.renewToken();
  tokens.asked[1]?.refuse(new ProblemError('unreachable'));
  await settle();
  expect(session.getSnapshot()).toMatchObject({ failure: { is: 'unreachable' }, frame: 'kept' });
  window.dispatchEvent(new Event('online'));
  tokens.asked[2]?.answer('token-3');
  expect(await renewal).toBe('token-3');
  await settle();
  expect(session.getSnapshot()).toEqual({ is: 'ready' });
  expect(launches).toHaveLength(1);
});

test('says until when a refused renewal has to wait, and keeps the frame', async () => {
  const { session, alive, tokens, settle } = await startOpen();
  void alive()[0]?.renewToken();
  tokens.asked[1]?.refuse(new ProblemError('rate-limited', { retryAfterSeconds: 90 }));
  await settle();
  const failure = { is: 'rate-limited', until: 90_000 };
  expect(session.getSnapshot()).toEqual({ is: 'failed', failure, frame: 'kept' });
  expect(alive()).toHaveLength(1);
});

test('takes the frame away from somebody whose session has ended', async () => {
  const { session, alive, tokens, settle } = await startOpen();
  void alive()[0]?.renewToken();
  tokens.asked[1]?.refuse(new ProblemError('session-required'));
  await settle();
  expect(session.getSnapshot()).toEqual({ is: 'failed', failure: { is: 'session-ended' }, frame: 'gone' });
  expect(alive()).toEqual([]);
});

test('fails at once when there is no token to begin with', async () => {
  const createAccessToken = () => Promise.reject(new ProblemError('provider-unreachable', { retryAfterSeconds: 5 }));
  const { session, settle } = start({ createAccessToken });
  await settle();
  const failure = { is: 'provider-down', until: 5_000 };
  expect(session.getSnapshot()).toEqual({ is: 'failed', failure, frame: 'gone' });
});

test('launches anew, with a new token, when the frame reloaded itself', async () => {
  const { launches, alive, settle } = start();
  await settle();
  sayReady(alive()[0]?.frame, 'first');
  sayReady(alive()[0]?.frame, 'first');
  expect(launches).toHaveLength(1);
  sayReady(alive()[0]?.frame, 'second');
  await settle();
  expect(launches.map(launch => launch.token)).toEqual(['token-1', 'token-2']);
  expect(alive()).toHaveLength(1);
});

test('gives up on a frame that keeps reloading', async () => {
  const { session, launches, alive, settle } = start();
  await settle();
  for (let reload = 0; reload < 4; reload += 1) {
    const frame = alive()[0]?.frame;
    sayReady(frame, 'before');
    sayReady(frame, 'after');
    await settle();
  }
  expect(session.getSnapshot()).toMatchObject({ failure: { is: 'keeps-closing' } });
  expect(launches).toHaveLength(4);
});

test('bears with a frame that reloads often, as long as the person gets on between', async () => {
  const { session, alive, settle } = start();
  await settle();
  for (let reload = 0; reload < 8; reload += 1) {
    const launch = alive()[0];
    sayReady(launch?.frame, 'before');
    launch?.say('onDocumentAdded', { imageId: 1 });
    sayReady(launch?.frame, 'after');
    await settle();
  }
  expect(session.getSnapshot()).toEqual({ is: 'loading' });
});

test('believes no other window that claims to be the frame', async () => {
  const { launches, alive, settle } = start();
  await settle();
  sayReady(alive()[0]?.frame, 'first');
  const data = { method: 'idCheck.onReady', sessionId: 'second' };
  window.dispatchEvent(new MessageEvent('message', { data, origin, source: window }));
  await settle();
  expect(launches).toHaveLength(1);
});

test('launches anew out of the back-forward cache only when the frame did not come back with the page', async () => {
  const { launches, alive, settle, tokens } = await startOpen();
  const comeBack = () => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  comeBack();
  await settle();
  expect(launches).toHaveLength(1);
  alive()[0]?.frame?.remove();
  comeBack();
  await settle();
  tokens.asked[1]?.answer('token-2');
  await settle();
  expect(launches.map(launch => launch.isDestroyed)).toEqual([true, false]);
});

test('changes the language before the first screen by launching again, and asks for nothing', async () => {
  const setLanguage = vi.fn<(language: string) => void>();
  const { session, launches, alive, settle } = start({ inPlace: { setLanguage } });
  session.setLanguage('kk');
  await settle();
  expect(alive()[0]?.config?.lang).toBe('kk');
  expect(session.restartsForLanguage()).toBe(false);
  session.setLanguage('ru');
  await settle();
  expect(setLanguage).not.toHaveBeenCalled();
  expect(launches.map(launch => launch.config?.lang)).toEqual(['kk', 'ru']);
});

test('changes the language of an open frame in place where the loader can, and says where it cannot', async () => {
  const setLanguage = vi.fn<(language: string) => void>();
  const able = await startOpen({ inPlace: { setLanguage } });
  expect(able.session.restartsForLanguage()).toBe(false);
  able.session.setLanguage('ru');
  expect(setLanguage).toHaveBeenCalledWith('ru');
  expect(able.launches).toHaveLength(1);
  expect((await startOpen()).session.restartsForLanguage()).toBe(true);
});

test('changes between light and dark in place where the loader can, and never restarts for it', async () => {
  const setTheme = vi.fn<(theme: 'light' | 'dark') => void>();
  const able = await startOpen({ inPlace: { setTheme } });
  able.session.setTheme('dark');
  expect(setTheme).toHaveBeenCalledWith('dark');

  const unable = await startOpen();
  unable.session.setTheme('dark');
  await unable.settle();
  expect([...able.launches, ...unable.launches]).toHaveLength(2);
  unable.session.relaunch();
  await unable.settle();
  unable.tokens.asked[1]?.answer('token-2');
  await unable.settle();
  expect(unable.launches[1]?.config?.theme).toBe('dark');
});

test('asks for no token when it is destroyed at once', async () => {
  const createAccessToken = vi.fn<() => Promise<string>>();
  const { session, launches, settle } = start({ createAccessToken });
  session.destroy();
  await settle();
  expect(createAccessToken).not.toHaveBeenCalled();
  expect(launches).toEqual([]);
});

test('brings the theme’s texts of the language along, and changes to another language by a launch', async () => {
  const setLanguage = vi.fn<(language: string) => void>();
  const texts = { kk: { 'document.subTitles.IDENTITY': 'Құжат', 'document.other': 'Басқа' } };
  const config = { lang: 'kk' };
  const { session, launches, alive, settle } = start({
    inPlace: { setLanguage },
    config,
    readTexts: async () => texts,
  });
  await settle();
  alive()[0]?.say('onInitialized');
  const i18n = { document: { subTitles: { IDENTITY: 'Құжат' }, other: 'Басқа' } };
  expect(JSON.parse(JSON.stringify(launches[0]?.config))).toEqual({ lang: 'kk', i18n });
  expect(session.restartsForLanguage()).toBe(true);
  session.setLanguage('ru');
  await settle();
  expect(setLanguage).not.toHaveBeenCalled();
  expect(launches.map(launch => launch.config)[1]).toEqual({ lang: 'ru' });
});
