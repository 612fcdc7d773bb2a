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
import { readVerification } from '../verifications/verification-rows';
import type { Hub } from './hub';
import { readLastEventId, streamHeaders } from './sse';
import { openStatusStream, type StatusStream } from './status-stream';

const maxStreams = 8_000;
const maxStreamsPerPerson = 24;
/** Below the idle time-outs of common proxies (60 s), often enough to notice a lost announcement soon. */
const beatIntervalMs = 15_000;

interface PushDependencies {
  database: Database;
  hub: Hub;
  gate: SessionGate;
  sessions: Sessions;
  metrics: Metrics;
  log: Log;
  /** Headers of every response, which a stream has to write itself. */
  headers: Record<string, string>;
}

export interface Push {
  /** Keeps streams alive, ends those whose session has ended, and reads again what they follow. */
  beat(): Promise<void>;
  /** Ends every stream; browsers come back by themselves. */
  close(): void;
}

interface OpenStream extends StatusStream {
  cookie: string;
  verificationId: string;
}

/** `GET /api/verification/events`: never closed because a status is final. */
export function addPushRoutes(app: Hono, dependencies: PushDependencies): Push {
  const { database, hub, gate, sessions, metrics, log, headers } = dependencies;
  const streams = new Set<OpenStream>();

  async function beat(): Promise<void> {
    if (streams.size === 0) return;
    const live = await sessions.filterLive([...new Set([...streams].map(stream => stream.cookie))]);
    for (const stream of streams) {
      if (live.has(stream.cookie)) stream.beat();
      else stream.end();
    }
    await hub.recheck();
  }

  const beating = setInterval(() => {
    beat().catch((error: unknown) => log.warn({ error: describeError(error) }, 'streams could not be rechecked'));
  }, beatIntervalMs);
  beating.unref();

  function requireRoom(verificationId: string): void {
    const own = [...streams].filter(stream => stream.verificationId === verificationId).length;
    if (streams.size >= maxStreams || own >= maxStreamsPerPerson) {
      throw new Refusal('streams-full', 'Ask again later, or poll', { 'retry-after': '30' });
    }
  }

  app.get(eventsPath, async c => {
    const { verificationId } = await gate.require(c);
    if (c.req.raw.method === 'HEAD') return c.body(null, 200, streamHeaders);
    requireRoom(verificationId);
    const { outgoing } = c.env as HttpBindings;
    outgoing.writeHead(200, { ...headers, ...streamHeaders });
    outgoing.socket?.setNoDelay(true);
    const opened = await openStatusStream({
      outgoing,
      hub,
      verificationId,
      lastRevision: readLastEventId(c.req.header('last-event-id')),
      read: () => readVerification(database, verificationId),
    }).catch((error: unknown) => {
      log.warn({ error: describeError(error) }, 'a stream could not be opened');
      outgoing.end();
      return undefined;
    });
    if (opened) {
      const stream = { ...opened, cookie: gate.readCookie(c) ?? '', verificationId };
      streams.add(stream);
      metrics.countStreams(streams.size);
      const forget = () => {
        stream.end();
        if (streams.delete(stream)) metrics.countStreams(streams.size);
      };
      outgoing.once('close', forget);
      if (outgoing.destroyed) forget();
    }
    return RESPONSE_ALREADY_SENT;
  });

  return {
    beat,
    close() {
      clearInterval(beating);
      for (const stream of streams) stream.end();
      streams.clear();
    },
  };
}
