import { randomUUID } from 'node:crypto';
import type { Environment } from '#idngo/environment';
import type { WebhookType } from '#idngo/webhook';
import { ApiError } from '../api-error';
import type { SandboxClock } from '../control/clock';
import { altersContent } from '../control/delivery-faults';
import type { DeliveryFault } from '../control/fault-contract';
import type { Faults } from '../control/faults';
import type { BodyFormat } from '../control/webhook-contract';
import type { Log } from '../log';
import { createDeliveryBook } from './delivery-book';
import type { Announcement, DeliveryAttempt, DeliveryRecord } from './delivery-record';
import { formatBody } from './format-body';
import { listRetryDelaysMs } from './retry-delays';
import { composeSamplePayload, sampleSubject } from './sample-payload';
import type { Outcome, WebhookSender } from './send-webhook';
import type { WebhookSettingsStore } from './webhook-settings';

export interface Deliveries {
  /** Keeps the webhook and sends it; it is on disk when this returns, and not yet sent. One known already is left alone. */
  announce(announcement: Announcement): void;
  /** The same for one that a killed process may have been about to announce. */
  takeUp(announcement: Announcement): void;
  /** Newest first. */
  list(applicantId?: string): DeliveryRecord[];
  /** Sends the same body once more; resolves with the outcome on record. Throws 404, or 409 where there is no address. */
  sendAgain(deliveryId: string): Promise<DeliveryRecord>;
  /** Sends a sample once, even where the webhook is disabled. Throws 409 where there is no address. */
  sendTest(environment: Environment, type: WebhookType): Promise<DeliveryRecord>;
  /** Stops sending; what is still waiting goes out after the next start. */
  close(): Promise<void>;
}

/** Gives a receiver that is started together with the sandbox the time to listen. */
const overdueDelayMs = 1_000;

export function createDeliveries({
  dataDir,
  settings,
  faults,
  sender,
  clock,
  log,
  onChange = () => undefined,
}: {
  dataDir: string;
  settings: WebhookSettingsStore;
  faults: Faults;
  sender: WebhookSender;
  clock: SandboxClock;
  log: Log;
  onChange?: () => void;
}): Deliveries {
  const { now } = clock;
  const book = createDeliveryBook(dataDir, onChange);
  const timers = new Map<string, () => void>();
  let isClosing = false;

  for (const delivery of book.list()) {
    if (delivery.state === 'waiting') plan(delivery, Math.max((delivery.nextAttemptAt ?? 0) - now(), overdueDelayMs));
  }
  settings.onDisabled(({ environment }) => {
    for (const delivery of book.list()) {
      const isOpen = delivery.state === 'waiting' || delivery.state === 'held-back';
      if (isOpen && delivery.environment === environment) keepUnsent(delivery);
    }
  });
  faults.onRemoved(removed => {
    if (removed === 'all' || removed.fault.name === 'reorder') release(book.listHeldBack());
  });

  function plan({ deliveryId }: DeliveryRecord, delayMs: number): void {
    timers.set(
      deliveryId,
      clock.schedule(() => start(book.require(deliveryId)), delayMs),
    );
  }

  function cancelPlan({ deliveryId }: DeliveryRecord): void {
    timers.get(deliveryId)?.();
    timers.delete(deliveryId);
  }

  function keepUnsent(delivery: DeliveryRecord): void {
    cancelPlan(delivery);
    book.save({ ...delivery, state: 'not-sent', nextAttemptAt: null, pendingFault: null });
  }

  function create(announcement: Announcement): DeliveryRecord {
    const { bodyFormat } = settings.read(announcement.environment);
    return book.save({ ...toRecord(announcement, bodyFormat), state: 'waiting', nextAttemptAt: now() });
  }

  /** An attempt is due: it is made, unless the webhook is disabled or a fault puts it off. */
  function start(delivery: DeliveryRecord): void {
    timers.delete(delivery.deliveryId);
    const { url, state } = settings.read(delivery.environment);
    if (state.name === 'disabled' || url === null) {
      keepUnsent(delivery);
      return;
    }
    if (delivery.pendingFault === null) {
      const fault = faults.takeForDelivery(delivery, candidate => suits(candidate, delivery));
      if (fault && !altersContent(fault)) putOff(delivery, fault);
      else attemptOnSchedule(delivery, fault);
    } else attemptOnSchedule(delivery, delivery.pendingFault);
  }

  function attemptOnSchedule(delivery: DeliveryRecord, fault: DeliveryFault | null): void {
    clock
      .begin(() => attempt(delivery, 'scheduled', fault))
      .catch(error => {
        log.error({ err: error, deliveryId: delivery.deliveryId }, 'a delivery could not be recorded');
      });
  }

  /** One is held back at a time, so that the next has something to overtake. */
  function suits(fault: DeliveryFault, { applicantId }: DeliveryRecord): boolean {
    return fault.name !== 'reorder' || book.listHeldBack(applicantId).length === 0;
  }

  function putOff(delivery: DeliveryRecord, fault: DeliveryFault): void {
    switch (fault.name) {
      case 'drop': {
        const attempts = [...delivery.attempts, toLostAttempt(fault, now())];
        book.save({ ...delivery, state: 'lost', nextAttemptAt: null, attempts });
        return;
      }
      case 'delay': {
        const delayMs = fault.seconds * 1_000;
        plan(book.save({ ...delivery, pendingFault: fault, nextAttemptAt: now() + delayMs }), delayMs);
        return;
      }
      default:
        book.save({ ...delivery, pendingFault: fault, state: 'held-back', nextAttemptAt: null });
    }
  }

  function release(heldBack: DeliveryRecord[]): void {
    for (const held of heldBack) {
      start(book.save({ ...held, state: 'waiting', nextAttemptAt: now() }));
    }
  }

  async function attempt(
    { deliveryId, applicantId, environment, type, body }: DeliveryRecord,
    occasion: DeliveryAttempt['occasion'],
    fault: DeliveryFault | null,
  ): Promise<DeliveryRecord> {
    const at = now();
    const url = requireAddress(environment);
    const send = () => sender.send({ url, body, fault }, settings.read(environment));
    const outcomes = await Promise.all(fault?.name === 'duplicate' ? [send(), send()] : [send()]);
    if (isClosing) return book.require(deliveryId);
    const made = outcomes.map(outcome => ({ at, occasion, ...outcome, fault }));
    const delivery = record(book.require(deliveryId), made, occasion);
    log.info({ deliveryId, type, httpStatus: outcomes.at(-1)?.httpStatus, state: delivery.state }, 'webhook attempted');
    release(book.listHeldBack(applicantId).filter(held => held.deliveryId !== deliveryId));
    return delivery;
  }

  function record(
    delivery: DeliveryRecord,
    made: DeliveryAttempt[],
    occasion: DeliveryAttempt['occasion'],
  ): DeliveryRecord {
    const scheduledAttempts = delivery.scheduledAttempts + (occasion === 'scheduled' ? 1 : 0);
    const tried = { ...delivery, attempts: [...delivery.attempts, ...made], scheduledAttempts };
    const ended = { ...tried, nextAttemptAt: null, pendingFault: null };
    if (made.some(isSuccess)) {
      cancelPlan(delivery);
      settings.noteDelivered(delivery.environment);
      return book.save({ ...ended, state: 'delivered' });
    }
    if (delivery.state !== 'waiting' || occasion === 'by-hand') return book.save(tried);
    const { resends } = settings.read(delivery.environment);
    const delayMs = resends ? listRetryDelaysMs(delivery.type)[scheduledAttempts - 1] : undefined;
    if (delayMs === undefined) {
      const failed = book.save({ ...ended, state: 'failed' });
      settings.noteGivenUp(delivery.environment);
      return failed;
    }
    plan(delivery, delayMs);
    return book.save({ ...tried, nextAttemptAt: now() + delayMs, pendingFault: null });
  }

  function requireAddress(environment: Environment): string {
    const { url } = settings.read(environment);
    if (url === null) throw new ApiError(409, `The ${environment} webhook has no address: set its url`);
    return url;
  }

  function sendByHand(delivery: DeliveryRecord): Promise<DeliveryRecord> {
    return clock.begin(() => attempt(delivery, 'by-hand', faults.takeForDelivery(delivery, altersContent)));
  }

  return {
    announce(announcement) {
      if (!book.has(announcement.deliveryId)) start(create(announcement));
    },
    takeUp(announcement) {
      if (!book.knows(announcement)) plan(create(announcement), overdueDelayMs);
    },
    list(applicantId) {
      const all = book.list().toReversed();
      return applicantId === undefined ? all : all.filter(delivery => delivery.applicantId === applicantId);
    },
    async sendAgain(deliveryId) {
      const delivery = book.require(deliveryId);
      requireAddress(delivery.environment);
      return sendByHand(delivery);
    },
    async sendTest(environment, type) {
      requireAddress(environment);
      const { applicantId, externalUserId } = sampleSubject;
      const facts = { deliveryId: randomUUID(), environment, applicantId, externalUserId, type, createdAt: now() };
      const payload = composeSamplePayload(type, environment, now());
      const record = toRecord({ ...facts, payload }, settings.read(environment).bodyFormat);
      return sendByHand(book.save({ ...record, origin: 'test' }));
    },
    async close() {
      isClosing = true;
      for (const cancel of timers.values()) cancel();
      timers.clear();
      sender.abort();
      await clock.settle();
    },
  };
}

function toRecord({ payload, ...facts }: Announcement, bodyFormat: BodyFormat): DeliveryRecord {
  return {
    ...facts,
    origin: 'event',
    body: formatBody(payload, bodyFormat),
    state: 'failed',
    nextAttemptAt: null,
    scheduledAttempts: 0,
    attempts: [],
    pendingFault: null,
  };
}

function toLostAttempt(fault: DeliveryFault, at: number): DeliveryAttempt {
  const nothing = { request: null, httpStatus: null, answerHeaders: {}, durationMs: 0 };
  return { at, occasion: 'scheduled', ...nothing, answer: 'never sent: lost by a fault', fault };
}

function isSuccess({ httpStatus }: Outcome): boolean {
  return httpStatus !== null && httpStatus >= 200 && httpStatus < 300;
}
