import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type PanelEventKind, panelEventKinds } from '../../control/panel-events-contract';
import { type ChangeStream, followChanges, followWhileVisible, pollEveryMs, silenceMs } from './panel-events';

interface FakeStream extends ChangeStream {
  readyState: number;
  isClosed: boolean;
  emit(type: string, data?: string): void;
}

let streams: FakeStream[];
let refreshed: (readonly PanelEventKind[])[];
let end: () => void;
const latest = () => streams.at(-1) as FakeStream;
const settle = () => vi.advanceTimersByTimeAsync(0);

function openStream(): ChangeStream {
  const listeners = new Map<string, (event: { data?: unknown }) => void>();
  const stream: FakeStream = {
    readyState: 0,
    isClosed: false,
    addEventListener: (type, listener) => void listeners.set(type, listener),
    close() {
      stream.isClosed = true;
    },
    emit: (type, data) => listeners.get(type)?.({ data }),
  };
  streams.push(stream);
  return stream;
}

beforeEach(() => {
  vi.useFakeTimers();
  streams = [];
  refreshed = [];
  end = followChanges({ openStream, refresh: async kinds => void refreshed.push(kinds) });
});
afterEach(() => {
  end();
  vi.useRealTimers();
});

describe('panel events', () => {
  test('reads everything when the stream opens, and then what it says has changed', async () => {
    latest().emit('open');
    await settle();
    latest().emit('changed', '["runs","outbox"]');
    await settle();
    expect(refreshed).toEqual([panelEventKinds, ['runs', 'outbox']]);
  });

  test('reads everything when it is told of a kind that it does not know', async () => {
    latest().emit('changed', '["weather"]');
    await settle();
    expect(refreshed).toEqual([panelEventKinds]);
  });

  test('collects what changes while it still reads', async () => {
    end();
    const waiting: (() => void)[] = [];
    const seen: (readonly PanelEventKind[])[] = [];
    end = followChanges({
      openStream,
      refresh: kinds => {
        seen.push(kinds);
        return new Promise(resolve => waiting.push(resolve));
      },
    });
    latest().emit('changed', '["runs"]');
    latest().emit('changed', '["deliveries"]');
    latest().emit('changed', '["applicants","deliveries"]');
    await settle();
    expect(seen).toEqual([['runs']]);
    waiting[0]?.();
    await settle();
    expect(seen).toEqual([['runs'], ['applicants', 'deliveries']]);
  });

  test('asks again and again while the stream is away, and no more once it is back', async () => {
    latest().emit('error');
    await vi.advanceTimersByTimeAsync(2 * pollEveryMs);
    expect(refreshed).toEqual([panelEventKinds, panelEventKinds]);
    expect(streams).toHaveLength(1);
    latest().emit('open');
    await vi.advanceTimersByTimeAsync(3 * pollEveryMs);
    expect(refreshed).toHaveLength(3);
  });

  test('opens another stream when the browser has given one up', async () => {
    latest().readyState = 2;
    latest().emit('error');
    await vi.advanceTimersByTimeAsync(pollEveryMs);
    expect(streams).toHaveLength(2);
    expect(refreshed).toHaveLength(1);
  });

  test('opens another stream when one has fallen silent, and beats are not silence', async () => {
    latest().emit('open');
    await vi.advanceTimersByTimeAsync(silenceMs - 1_000);
    latest().emit('beat');
    await vi.advanceTimersByTimeAsync(silenceMs - 1_000);
    expect(streams).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(streams).toHaveLength(2);
    expect(streams[0]?.isClosed).toBe(true);
  });

  test('hears nothing of a stream that it has left', async () => {
    const [first] = streams;
    end();
    first?.emit('changed', '["runs"]');
    await settle();
    expect(refreshed).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('gives the connection back while nobody looks', () => {
    const listeners: (() => void)[] = [];
    const page = {
      visibilityState: 'visible' as DocumentVisibilityState,
      addEventListener: (_: string, listener: () => void) => listeners.push(listener),
    };
    const steps: string[] = [];
    followWhileVisible(page as unknown as Document, () => {
      steps.push('follow');
      return () => steps.push('end');
    });
    for (const visibilityState of ['hidden', 'hidden', 'visible', 'visible'] as const) {
      page.visibilityState = visibilityState;
      for (const listener of listeners) listener();
    }
    expect(steps).toEqual(['follow', 'end', 'follow']);
  });
});
