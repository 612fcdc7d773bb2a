import type * as v from 'valibot';
import { accessTokenSchema } from './access-token';
import { configurationSchema } from './configuration';
import { sessionSchema } from './session';
import { verificationSchema } from './verification';

/** What the browser may ask the backend, and the shape of each answer. Nothing in a request says whose. */
export const endpoints = {
  readConfiguration: { method: 'GET', path: '/api/configuration', response: configurationSchema },
  readSession: { method: 'GET', path: '/api/session', response: sessionSchema },
  createSession: { method: 'POST', path: '/api/session', response: verificationSchema },
  endSession: { method: 'DELETE', path: '/api/session', response: sessionSchema },
  createAccessToken: { method: 'POST', path: '/api/access-token', response: accessTokenSchema },
  readVerification: { method: 'GET', path: '/api/verification', response: verificationSchema },
  /** Answers 202: what IDnGO says arrives by the push stream. */
  requestCheck: { method: 'POST', path: '/api/verification/check', response: verificationSchema },
} as const satisfies Record<string, Endpoint>;

/** What is carried later than the start page, and what is the staff's, is described beside what it answers. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: object;
  readonly response: v.GenericSchema;
}
export type ResponseOf<E extends Endpoint> = v.InferOutput<E['response']>;

/** The push stream (SSE) of the session's verification. */
export const eventsPath = '/api/verification/events';
