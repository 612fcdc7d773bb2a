import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { WebSdkEvent } from '#idngo/web-sdk';
import { createFakeSdk } from '../testing/fake-sdk';
import { createSdkSession, type SdkSessionOptions } from './sdk-session';

const origin = 'https://frame.example';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  document.body.replaceChildren();
});

function start(changes: Partial<SdkSessionOptions> = {}) {
  const fake = createFakeSdk();
  const events: WebSdkEvent[] = [];
  const failures: unknown[] = [];
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
    onFailure: cause => failures.push(cause),
    ...changes,
  });
  return { ...fake, session, events, failures, settle: () => vi.advanceTimersByTimeAsync(0) };
}

function sayReady(frame: HTMLIFrameElement | undefined, sessionId: string) {
  const data = { method: 'idCheck.onReady', sessionId };
  window.dispatchEvent(new MessageEvent('message', { data, origin, source: frame?.contentWindow ?? null }));
}

test('is ready when the frame has initialised itself, and names the frame', async () => {
  const { session, alive, settle, events } = start();
  expect(session.getSnapshot()).toBe('loading');
  await settle();
  alive()[0]?.say('onInitialized');
  expect(session.getSnapshot()).toBe('ready');
  expect(alive()[0]?.frame?.title).toBe('Identity check');
  expect(events.map(event => event.name)).toEqual(['onInitialized']);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(session.getSnapshot()).toBe('ready');
});

test('is slow after ten seconds of silence and failed after twenty', async () => {
  const { session, alive } = start();
  await vi.advanceTimersByTimeAsync(9_999);
  expect(session.getSnapshot()).toBe('loading');
  await vi.advanceTimersByTimeAsync(1);
  expect(session.getSnapshot()).toBe('slow');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(session.getSnapshot()).toBe('failed');
  expect(alive()).toEqual([]);
});

test('starts anew with a new instance and a new token', async () => {
  const { session, launches, alive, settle } = start();
  await vi.advanceTimersByTimeAsync(20_000);
  session.relaunch();
  expect(session.getSnapshot()).toBe('loading');
  await settle();
  expect(launches.map(launch => launch.token)).toEqual(['token-1', 'token-2']);
  expect(alive()).toHaveLength(1);
});

test('asks for one new token when the frame complains twice', async () => {
  let answer: (token: string) => void = () => undefined;
  const createAccessToken = vi.fn<() => Promise<string>>();
  createAccessToken.mockResolvedValueOnce('token-1');
  createAccessToken.mockImplementation(
    () =>
      new Promise(resolve => {
        answer = resolve;
      }),
  );
  const { alive, settle } = start({ createAccessToken });
  await settle();
  const renewals = Promise.all([alive()[0]?.renewToken(), alive()[0]?.renewToken()]);
  answer('token-2');
  expect(await renewals).toEqual(['token-2', 'token-2']);
  expect(createAccessToken).toHaveBeenCalledTimes(2);
});

test('fails when a renewal is not answered in time, and tells the frame', async () => {
  const createAccessToken = vi.fn<() => Promise<string>>().mockResolvedValueOnce('token-1');
  createAccessToken.mockReturnValue(new Promise(() => undefined));
  const { session, alive, failures, settle } = start({ createAccessToken });
  await settle();
  alive()[0]?.say('onInitialized');
  const refused = expect(alive()[0]?.renewToken()).rejects.toThrow('No access token');
  await vi.advanceTimersByTimeAsync(15_000);
  await refused;
  expect(session.getSnapshot()).toBe('failed');
  expect(failures).toHaveLength(1);
});

test('fails at once when there is no token to begin with', async () => {
  const refusal = new Error('refused');
  const { session, failures, settle } = start({ createAccessToken: () => Promise.reject(refusal) });
  await settle();
  expect(session.getSnapshot()).toBe('failed');
  expect(failures).toEqual([refusal]);
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
  expect(session.getSnapshot()).toBe('failed');
  expect(launches).toHaveLength(4);
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

test('asks for no token when it is destroyed at once', async () => {
  const createAccessToken = vi.fn<() => Promise<string>>();
  const { session, launches, settle } = start({ createAccessToken });
  session.destroy();
  await settle();
  expect(createAccessToken).not.toHaveBeenCalled();
  expect(launches).toEqual([]);
});
