import { expect, test, vi } from 'vitest';
import { createHostChannel, type FrameWindow, readFrameId } from './protocol';

function openFrame(search = '?_=id_abc+/==&theme=dark') {
  const listeners = new Set<(event: MessageEvent) => void>();
  const parent = { postMessage: vi.fn() };
  const frame = {
    parent,
    name: '',
    location: { search },
    addEventListener: (_: string, listener: (event: MessageEvent) => void) => listeners.add(listener),
    removeEventListener: (_: string, listener: (event: MessageEvent) => void) => listeners.delete(listener),
  };
  const deliver = (data: unknown, source: unknown = parent) => {
    for (const listener of listeners) listener({ data, source } as MessageEvent);
  };
  return { frame: frame as unknown as FrameWindow, parent, deliver, listeners };
}

function requireChannel(frame: FrameWindow, sessionId = 'session-1') {
  const channel = createHostChannel(frame, () => sessionId);
  if (!channel) throw new Error('no channel');
  return channel;
}

test('reads the frame id raw, up to the next parameter', () => {
  expect(readFrameId('?_=id_aGk+/w==&theme=dark')).toBe('id_aGk+/w==');
  expect(readFrameId('?_=id_1')).toBe('id_1');
  expect(readFrameId('?theme=dark')).toBeUndefined();
});

test('announces itself to the embedding window with the frame id it was given', () => {
  const { frame, parent } = openFrame();
  requireChannel(frame).announceReady();
  expect(parent.postMessage).toHaveBeenCalledExactlyOnceWith(
    { method: 'idCheck.onReady', frameId: 'id_abc+/==', sessionId: 'session-1' },
    '*',
  );
});

test('keeps the session over a reload of the frame', () => {
  const { frame, parent } = openFrame();
  requireChannel(frame, 'first');
  requireChannel(frame, 'second').emit('onInitialized');
  expect(parent.postMessage).toHaveBeenLastCalledWith(
    { method: 'idCheck.onInitialized', frameId: 'id_abc+/==', sessionId: 'first' },
    '*',
  );
});

test('never lets a payload take the place of the envelope', () => {
  const { frame, parent } = openFrame();
  requireChannel(frame).emit('onError', { code: 'x', method: 'idCheck.onReady', sessionId: 'forged' });
  expect(parent.postMessage).toHaveBeenCalledExactlyOnceWith(
    { code: 'x', method: 'idCheck.onError', frameId: 'id_abc+/==', sessionId: 'session-1' },
    '*',
  );
});

test('hears only the embedding window, and only messages of the protocol', () => {
  const { frame, deliver, listeners } = openFrame();
  const heard = vi.fn();
  const stop = requireChannel(frame).listen(heard);
  const init = { method: 'idCheck.init', accessToken: 't', version: 1, lang: undefined, uiConf: null };
  deliver(init, { postMessage: vi.fn() });
  deliver({ method: 'idCheck.unheardOf' });
  deliver({ method: 'idCheck.init', accessToken: 5 });
  deliver(null);
  expect(heard).not.toHaveBeenCalled();
  deliver(init);
  expect(heard).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ accessToken: 't' }));
  stop();
  expect(listeners.size).toBe(0);
});

test('has no channel where no loader opened the page', () => {
  expect(createHostChannel(openFrame('').frame, () => 's')).toBeUndefined();
  const { frame } = openFrame();
  const top = Object.assign(frame, { parent: frame });
  expect(createHostChannel(top, () => 's')).toBeUndefined();
});
