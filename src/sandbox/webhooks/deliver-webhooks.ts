import { createHmac, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type DigestAlgorithm, digestAlgorithms, digestHeaders } from '#idngo/webhook-digest';
import { ApiError } from '../api-error';
import type { SandboxClock, Schedule } from '../control/clock';
import { createJsonFiles } from '../json-files';
import type { Log } from '../log';

export interface DeliveryAttempt {
  at: number;
  durationMs: number;
  httpStatus: number | null;
  answer: string;
}

export interface DeliveryRecord {
  deliveryId: string;
  applicantId: string;
  externalUserId: string;
  type: string;
  createdAt: number;
  body: string;
  algorithm: DigestAlgorithm;
  state: 'waiting' | 'delivered' | 'failed';
  nextAttemptAt: number | null;
  /** Attempts of the schedule; those asked for by hand are not counted. */
  scheduledAttempts: number;
  attempts: DeliveryAttempt[];
}

export interface WebhookTarget {
  url: string;
  secret: string;
  algorithm: DigestAlgorithm;
}

export interface Deliveries {
  /** Keeps the webhook and sends it; returns before it is sent. */
  announce(webhook: Pick<DeliveryRecord, 'applicantId' | 'externalUserId' | 'type' | 'body'>): void;
  /** Newest first. */
  list(applicantId?: string): DeliveryRecord[];
  /** Sends the same bytes once more; resolves with the outcome on record. Throws 404. */
  sendAgain(deliveryId: string): Promise<DeliveryRecord>;
  /** Stops sending; what is still waiting goes out after the next start. */
  close(): Promise<void>;
}

/** [S]: no answer within 5 s is a failure; four more attempts follow. */
const timeoutMs = 5_000;
const minute = 60_000;
export const retryDelaysMs = [5 * minute, 60 * minute, 5 * 60 * minute, 18 * 60 * minute] as const;
/** Gives a receiver that is started together with the sandbox the time to listen. */
const overdueDelayMs = 1_000;
const answerLength = 300;

interface Outcome {
  httpStatus: number | null;
  answer: string;
}

export function createDeliveries({
  dataDir,
  target,
  fetch,
  clock,
  scheduleInRealTime,
  log,
}: {
  dataDir: string;
  target: WebhookTarget;
  fetch: typeof globalThis.fetch;
  clock: SandboxClock;
  scheduleInRealTime: Schedule;
  log: Log;
}): Deliveries {
  const files = createJsonFiles<DeliveryRecord>(join(dataDir, 'deliveries'));
  const deliveries = new Map(
    files
      .readAll()
      .toSorted((a, b) => a.createdAt - b.createdAt)
      .map(delivery => [delivery.deliveryId, delivery]),
  );
  const { now } = clock;
  const timers = new Map<string, () => void>();
  const closing = new AbortController();

  for (const delivery of deliveries.values()) {
    if (delivery.state === 'waiting') {
      plan(delivery.deliveryId, Math.max((delivery.nextAttemptAt ?? 0) - now(), overdueDelayMs));
    }
  }

  function save(delivery: DeliveryRecord): DeliveryRecord {
    files.write(delivery.deliveryId, delivery);
    deliveries.set(delivery.deliveryId, delivery);
    return delivery;
  }

  function requireDelivery(deliveryId: string): DeliveryRecord {
    const delivery = deliveries.get(deliveryId);
    if (!delivery) throw new ApiError(404, `Delivery ${deliveryId} not found`);
    return delivery;
  }

  function plan(deliveryId: string, delayMs: number): void {
    timers.set(
      deliveryId,
      clock.schedule(() => start(deliveryId), delayMs),
    );
  }

  function start(deliveryId: string): void {
    timers.delete(deliveryId);
    clock
      .begin(() => attempt(deliveryId, 'scheduled'))
      .catch(error => {
        log.error({ err: error, deliveryId }, 'a delivery could not be recorded');
      });
  }

  async function attempt(deliveryId: string, occasion: 'scheduled' | 'by-hand'): Promise<DeliveryRecord> {
    const at = now();
    const outcome = await send(requireDelivery(deliveryId));
    if (closing.signal.aborted) return requireDelivery(deliveryId);
    const delivery = record(requireDelivery(deliveryId), occasion, { at, durationMs: now() - at, ...outcome });
    log.info(
      { deliveryId, type: delivery.type, httpStatus: outcome.httpStatus, state: delivery.state },
      'webhook attempted',
    );
    return delivery;
  }

  function record(delivery: DeliveryRecord, occasion: 'scheduled' | 'by-hand', made: DeliveryAttempt): DeliveryRecord {
    const attempts = [...delivery.attempts, made];
    const scheduledAttempts = delivery.scheduledAttempts + (occasion === 'scheduled' ? 1 : 0);
    const tried = { ...delivery, attempts, scheduledAttempts };
    if (made.httpStatus !== null && made.httpStatus >= 200 && made.httpStatus < 300) {
      timers.get(delivery.deliveryId)?.();
      timers.delete(delivery.deliveryId);
      return save({ ...tried, state: 'delivered', nextAttemptAt: null });
    }
    if (delivery.state !== 'waiting' || occasion === 'by-hand') return save(tried);
    const delayMs = retryDelaysMs[scheduledAttempts - 1];
    if (delayMs === undefined) return save({ ...tried, state: 'failed', nextAttemptAt: null });
    plan(delivery.deliveryId, delayMs);
    return save({ ...tried, nextAttemptAt: now() + delayMs });
  }

  async function send({ body, algorithm }: DeliveryRecord): Promise<Outcome> {
    const bytes = Buffer.from(body);
    const expiry = new AbortController();
    const cancelTimeout = scheduleInRealTime(() => expiry.abort(new Error('no answer within 5 seconds')), timeoutMs);
    const signal = AbortSignal.any([expiry.signal, closing.signal]);
    const exchange = async (): Promise<Outcome> => {
      const response = await fetch(target.url, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          [digestHeaders.algorithm]: algorithm,
          [digestHeaders.digest]: createHmac(digestAlgorithms[algorithm], target.secret).update(bytes).digest('hex'),
        },
        body: bytes,
        redirect: 'manual',
        signal,
      });
      return { httpStatus: response.status, answer: await readStart(response) };
    };
    try {
      return await untilAborted(exchange(), signal);
    } catch (error) {
      return { httpStatus: null, answer: describe(error).slice(0, answerLength) };
    } finally {
      cancelTimeout();
    }
  }

  return {
    announce(webhook) {
      const { deliveryId } = save({
        ...webhook,
        deliveryId: randomUUID(),
        createdAt: now(),
        algorithm: target.algorithm,
        state: 'waiting',
        nextAttemptAt: now(),
        scheduledAttempts: 0,
        attempts: [],
      });
      start(deliveryId);
    },
    list(applicantId) {
      const all = [...deliveries.values()].toReversed();
      return applicantId === undefined ? all : all.filter(delivery => delivery.applicantId === applicantId);
    },
    async sendAgain(deliveryId) {
      requireDelivery(deliveryId);
      return clock.begin(() => attempt(deliveryId, 'by-hand'));
    },
    async close() {
      for (const cancel of timers.values()) cancel();
      timers.clear();
      closing.abort(new Error('the sandbox is closing'));
      await clock.settle();
    },
  };
}

/** Ends the wait even where a `fetch` that was passed in pays no attention to its signal. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

async function readStart(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  while (text.length < answerLength) {
    const { done, value } = await reader.read();
    if (done) return text;
    text += decoder.decode(value, { stream: true });
  }
  await reader.cancel();
  return text.slice(0, answerLength);
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause;
  if (!(cause instanceof Error)) return error.message;
  const reason = cause.message || ('code' in cause ? String(cause.code) : cause.name);
  return `${error.message}: ${reason}`;
}
