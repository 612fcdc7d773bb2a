import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Hono } from 'hono';
import { eventsPath } from '#contract/endpoints';
import type { Database } from '../database/database';
import { describeError, type Log } from '../log';
import type { Metrics } from '../metrics';
import { Refusal } from '../problems';
import type { SessionGate } from '../sessions/session-cookie';
import { readVerification } from '../verifications/verification-rows';
import type { Hub } from './hub';
import { readLastEventId, streamHeaders } from './sse';
import { openStatusStream, type StatusStream } from './status-stream';

const maxStreams = 8_000;
/** Below the idle time-outs of common proxies (60 s), often enough to notice a lost announcement soon. */
const beatIntervalMs = 15_000;

interface PushDependencies {
  database: Database;
  hub: Hub;
  gate: SessionGate;
  metrics: Metrics;
  log: Log;
  /** Headers of every response, which a stream has to write itself. */
  headers: Record<string, string>;
}

export interface Push {
  /** Ends every stream; browsers come back by themselves. */
  close(): void;
}

/** `GET /api/verification/events`: never closed because a status is final. */
export function addPushRoutes(app: Hono, { database, hub, gate, metrics, log, headers }: PushDependencies): Push {
  const streams = new Set<StatusStream>();
  const beat = setInterval(() => {
    for (const stream of streams) stream.beat();
    hub
      .recheck()
      .catch((error: unknown) => log.warn({ error: describeError(error) }, 'streams could not be rechecked'));
  }, beatIntervalMs);
  beat.unref();

  app.get(eventsPath, async c => {
    const { verificationId } = await gate.require(c);
    if (streams.size >= maxStreams) {
      throw new Refusal('streams-full', 'Ask again later, or poll', { 'retry-after': '30' });
    }
    const { outgoing } = c.env as HttpBindings;
    outgoing.writeHead(200, { ...headers, ...streamHeaders });
    outgoing.socket?.setNoDelay(true);
    const stream = await openStatusStream({
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
    if (stream) {
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
    close() {
      clearInterval(beat);
      for (const stream of streams) stream.end();
      streams.clear();
    },
  };
}
