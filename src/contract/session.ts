import * as v from 'valibot';
import { verificationSchema } from './verification';

/**
 * Answer of `GET /api/session`: the verification of the person this browser belongs to, null when nobody is signed in.
 * That is what a first visit asks, and nothing is wrong with the answer no.
 */
export const sessionSchema = v.object({
  verification: v.nullable(verificationSchema),
  /**
   * How soon the session ends if nobody uses it, absent where there is none: a span, since the clock of a device can be
   * wrong. With `canStay` any use of it, such as this very question, moves the end.
   */
  ends: v.optional(v.object({ inSeconds: v.number(), canStay: v.boolean() })),
  /** Of a session that was made by a hand-off: the person has another device where they began. */
  handedOff: v.exactOptional(v.boolean()),
});
export type SessionAnswer = v.InferOutput<typeof sessionSchema>;
