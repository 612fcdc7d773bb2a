import type { Environment } from '#idngo/environment';
import type { DeliveryFault } from '../control/fault-contract';
import type { Delivery, DeliveryState } from '../control/webhook-contract';
import type { JsonObject } from './format-body';

/** A webhook as a transition made it. It has its id from the beginning, so that it can be announced twice and sent once. */
export interface Announcement {
  deliveryId: string;
  environment: Environment;
  applicantId: string;
  externalUserId: string;
  type: string;
  createdAt: number;
  payload: JsonObject;
}

export interface DeliveryAttempt extends Omit<Delivery['attempts'][number], 'at'> {
  at: number;
}

export interface DeliveryRecord extends Omit<Announcement, 'payload'> {
  origin: Delivery['origin'];
  /** Fixed when the webhook was made; what an attempt sent instead is with the attempt. */
  body: string;
  state: DeliveryState;
  nextAttemptAt: number | null;
  /** Attempts of the schedule; those asked for by hand are not counted. */
  scheduledAttempts: number;
  attempts: DeliveryAttempt[];
  /** Taken for the next attempt, which it delays or holds back. */
  pendingFault: DeliveryFault | null;
}
