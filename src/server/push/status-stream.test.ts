import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import type { VerificationRow } from '../verifications/verification-rows';
import type { Hub, Listener } from './hub';
import { openStatusStream } from './status-stream';

function row(revision: number): VerificationRow {
  return {
    id: '4f2b6a0e-7d38-4a36-9b0a-1f5c6f0d2b11',
    externalUserId: 'u-1',
    levelName: 'basic-kyc-level',
    standing: { status: 'in-review', since: null },
    revision,
    arrivedAt: null,
  };
}

/** A connection that takes what it is given until it is told that its buffer is full. */
function createOutgoing() {
  const events = new EventEmitter();
  const written: string[] = [];
  const state = { isFull: false, isEnded: false, isDestroyed: false };
  const outgoing = Object.assign(events, {
    write(text: string) {
      written.push(text);
      return !state.isFull;
    },
    end() {
      state.isEnded = true;
    },
    destroy() {
      state.isDestroyed = true;
    },
  });
  return { outgoing, state, written, ids: () => written.flatMap(text => /^id: (\d+)/.exec(text)?.[1] ?? []) };
}

function createFakeHub() {
  const listeners = new Set<Listener>();
  const hub: Hub = {
    subscribe(_id, listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    recheck: async () => undefined,
    close: async () => undefined,
  };
  const announce = (revision: number) => {
    for (const listener of listeners) listener(row(revision));
  };
  return { hub, listeners, announce };
}

function open(read: () => Promise<VerificationRow | undefined>, lastRevision?: number) {
  const connection = createOutgoing();
  const fake = createFakeHub();
  const outgoing = connection.outgoing as unknown as Parameters<typeof openStatusStream>[0]['outgoing'];
  const opened = openStatusStream({
    outgoing,
    hub: fake.hub,
    verificationId: row(0).id,
    lastRevision,
    reconnectMs: 1_000,
    read,
  });
  return { ...connection, ...fake, opened };
}

test('sends a change that falls between subscribing and reading once', async () => {
  let arrive: (read: VerificationRow) => void = () => undefined;
  const stream = open(
    () =>
      new Promise(resolve => {
        arrive = resolve;
      }),
  );
  stream.announce(3);
  arrive(row(3));
  await stream.opened;
  expect(stream.ids()).toEqual(['3']);
});

test('never sends a lower revision after a higher one', async () => {
  const stream = open(async () => row(5));
  await stream.opened;
  for (const revision of [4, 6, 5, 6, 7]) stream.announce(revision);
  expect(stream.ids()).toEqual(['5', '6', '7']);
});

test('says nothing to a browser that is up to date', async () => {
  const stream = open(async () => row(5), 5);
  await stream.opened;
  expect(stream.ids()).toEqual([]);
});

test('holds one row for a browser that does not read, and sends the newest when it does', async () => {
  const stream = open(async () => row(1));
  await stream.opened;
  stream.state.isFull = true;
  for (let revision = 2; revision <= 1_000; revision += 1) stream.announce(revision);
  expect(stream.ids()).toEqual(['1', '2']);
  stream.state.isFull = false;
  stream.outgoing.emit('drain');
  expect(stream.ids()).toEqual(['1', '2', '1000']);
});

test('lets go of everything when the row cannot be read, and when it ends', async () => {
  const failing = open(() => Promise.reject(new Error('away')));
  await expect(failing.opened).rejects.toThrow('away');
  expect(failing.listeners.size).toBe(0);

  const stream = open(async () => row(1));
  (await stream.opened).end();
  expect(stream.listeners.size).toBe(0);
  expect(stream.outgoing.listenerCount('drain')).toBe(0);
  expect(stream.state.isEnded).toBe(true);
});

test('cuts a browser off that takes nothing for four beats, and not one that takes a little', async () => {
  const stream = open(async () => row(1));
  const { beat } = await stream.opened;
  stream.state.isFull = true;
  stream.announce(2);
  for (let count = 0; count < 3; count += 1) beat();
  stream.outgoing.emit('drain');
  stream.announce(3);
  for (let count = 0; count < 3; count += 1) beat();
  expect(stream.state.isDestroyed).toBe(false);
  beat();
  expect(stream.state.isDestroyed).toBe(true);
});

test('says when to come back before it ends', async () => {
  const stream = open(async () => row(1));
  (await stream.opened).end(4_200);
  expect(stream.written.at(-1)).toBe('retry: 4200\n\n');
  expect(stream.state).toMatchObject({ isEnded: true, isDestroyed: false });
});

test('destroys what would wait for ever to be taken, instead of ending it', async () => {
  const stream = open(async () => row(1));
  const { end } = await stream.opened;
  stream.state.isFull = true;
  stream.announce(2);
  end(4_200);
  expect(stream.state).toMatchObject({ isEnded: false, isDestroyed: true });
  expect(stream.listeners.size).toBe(0);
});

test('writes nothing more once it has ended, which would be an error that nobody hears', async () => {
  const stream = open(async () => row(1));
  const { beat, end } = await stream.opened;
  end();
  const before = stream.written.length;
  beat();
  end(1_000);
  stream.outgoing.emit('drain');
  expect(stream.written).toHaveLength(before);
});
