import * as v from 'valibot';
import { verificationSchema } from './verification';

/**
 * Answer of `GET /api/session`: the verification of the person this browser belongs to, null when nobody is signed in.
 * That is what a first visit asks, and nothing is wrong with the answer no.
 */
export const sessionSchema = v.object({
  verification: v.nullable(verificationSchema),
  /** When the session ends, absent where there is none. With `canStay` any use of it, such as this very question, moves the end. */
  ends: v.optional(v.object({ at: v.pipe(v.string(), v.isoTimestamp()), canStay: v.boolean() })),
  /** Of a session that was made by a hand-off: the person has another device where they began. */
  handedOff: v.exactOptional(v.boolean()),
});
export type SessionAnswer = v.InferOutput<typeof sessionSchema>;
export type SessionEnd = NonNullable<SessionAnswer['ends']>;
