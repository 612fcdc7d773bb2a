import { setImmediate } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Hono } from 'hono';
import { eventsPath } from '#contract/endpoints';
import type { Database } from '../database/database';
import { describeError, type Log } from '../log';
import type { Metrics } from '../metrics';
import { Refusal } from '../problems';
import type { SessionGate } from '../sessions/session-cookie';
import type { Sessions } from '../sessions/sessions';
import { readVerification, toReference } from '../verifications/verification-rows';
import type { Hub } from './hub';
import { readLastEventId, streamHeaders } from './sse';
import { openStatusStream, type StatusStream } from './status-stream';
import { createStreamRoom } from './stream-room';

const defaultRoom = { inAll: 12_000, perPerson: 24 };
/** Below the idle time-outs of common proxies (60 s). */
const beatIntervalMs = 15_000;
/** Streams that are written to in one go, and whose sessions are looked up at once. */
const portion = 500;

interface PushDependencies {
  database: Database;
  hub: Hub;
  gate: SessionGate;
  sessions: Sessions;
  metrics: Metrics;
  log: Log;
  /** Headers of every response, which a stream has to write itself. */
  headers: Record<string, string>;
  room?: { inAll: number; perPerson: number };
  random?: () => number;
}

export interface Push {
  /** Keeps streams alive, cuts those that take nothing, and ends those whose session has ended. */
  beat(): Promise<void>;
  /** Sends every browser elsewhere, each at a moment of its own, and takes no more. */
  close(): void;
}

interface OpenStream extends StatusStream {
  cookie: string;
  verificationId: string;
}

function inPortions<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / portion) }, (_, place) =>
    items.slice(place * portion, (place + 1) * portion),
  );
}

/**
 * When one of `streams` browsers that lost their streams together comes back, in milliseconds: at most two of them a
 * millisecond, and at once where there are few.
 */
export function spreadReconnect(streams: number, random: () => number): number {
  return Math.round(500 + random() * Math.max(500, streams / 2));
}

/** `GET /api/verification/events`: never closed because a status is final. */
export function addPushRoutes(app: Hono, dependencies: PushDependencies): Push {
  const { database, hub, gate, sessions, metrics, log, headers, random = Math.random } = dependencies;
  const room = createStreamRoom(dependencies.room ?? defaultRoom);
  const streams = new Set<OpenStream>();
  let isClosing = false;

  async function beat(): Promise<void> {
    // Before the database is asked: streams stay open while it is away.
    for (const some of inPortions([...streams])) {
      for (const stream of some) stream.beat();
      await setImmediate(); // thousands of writes should not hold up a delivery
    }
    for (const some of inPortions([...streams])) {
      const live = await sessions.filterLive([...new Set(some.map(stream => stream.cookie))]);
      for (const stream of some) if (!live.has(stream.cookie)) stream.end();
    }
  }

  const beating = setInterval(() => {
    beat().catch((error: unknown) => log.warn({ error: describeError(error) }, 'sessions could not be looked up'));
  }, beatIntervalMs);
  beating.unref();

  app.get(eventsPath, async c => {
    if (isClosing) throw new Refusal('too-busy', 'This process is stopping', { 'retry-after': '1' });
    const { verificationId } = await gate.require(c);
    if (c.req.raw.method === 'HEAD') return c.body(null, 200, streamHeaders);
    const leave = room.take(verificationId);
    if (!leave) throw new Refusal('streams-full', 'Ask again later, or poll', { 'retry-after': '30' });
    const { outgoing } = c.env as HttpBindings;
    outgoing.once('close', leave);
    outgoing.writeHead(200, { ...headers, ...streamHeaders });
    outgoing.socket?.setNoDelay(true);
    const opened = await openStatusStream({
      outgoing,
      hub,
      verificationId,
      lastRevision: readLastEventId(c.req.header('last-event-id'), toReference(verificationId)),
      reconnectMs: spreadReconnect(streams.size, random),
      read: () => readVerification(database, verificationId),
      onPush: ({ arrivedAt }) => arrivedAt && metrics.observePush((Date.now() - arrivedAt.getTime()) / 1000),
    }).catch((error: unknown) => {
      log.warn({ error: describeError(error) }, 'a stream could not be opened');
      outgoing.end();
      leave();
      return undefined;
    });
    if (opened) {
      const stream = { ...opened, cookie: gate.readCookie(c) ?? '', verificationId };
      streams.add(stream);
      metrics.countStreams(streams.size);
      const forget = () => {
        stream.end();
        leave();
        if (streams.delete(stream)) metrics.countStreams(streams.size);
      };
      outgoing.once('close', forget);
      if (isClosing) stream.end(spreadReconnect(streams.size, random));
      else if (outgoing.destroyed) forget();
    }
    return RESPONSE_ALREADY_SENT;
  });

  return {
    beat,
    close() {
      isClosing = true;
      clearInterval(beating);
      const count = streams.size;
      for (const stream of streams) stream.end(spreadReconnect(count, random));
      streams.clear();
      metrics.countStreams(0);
    },
  };
}
