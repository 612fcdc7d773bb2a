import * as v from 'valibot';
import type { Endpoint } from './endpoints';
import { verificationSchema } from './verification';

/**
 * A hand-off takes a person from the device where they began, the computer, to another one, the phone. Its token travels
 * in the fragment of a link, `/handoff#<token>.<language>`, which no browser sends to any server, and from there only in
 * the bodies of `look` and `take`.
 */
const time = v.pipe(v.string(), v.isoTimestamp());

/** A browser and a system by the names that their makers gave them; null where they are not known. */
const deviceSchema = v.object({ browser: v.nullable(v.string()), system: v.nullable(v.string()) });
export type Device = v.InferOutput<typeof deviceSchema>;

/** Tells hand-offs of one session apart; says nothing and opens nothing. */
const id = v.string();

/** What became of the newest hand-off that this session made. */
const handOffSchema = v.variant('state', [
  v.object({ state: v.literal('waiting'), id }),
  v.object({ state: v.literal('connected'), id, device: deviceSchema, at: time }),
  v.object({ state: v.picklist(['expired', 'cancelled', 'replaced']), id }),
]);
export type HandOff = v.InferOutput<typeof handOffSchema>;

/** The computer asks; null before there was one. The verification's revision grows with every change of it. */
export const readHandOff = {
  method: 'GET',
  path: '/api/hand-off',
  response: v.object({ handOff: v.nullable(handOffSchema) }),
} as const satisfies Endpoint;

const newHandOffSchema = v.object({
  id,
  /** To be followed by the fragment. */
  url: v.pipe(v.string(), v.url()),
  token: v.string(),
  /** Not a time, since the two clocks may differ. */
  secondsLeft: v.number(),
});
export type NewHandOff = v.InferOutput<typeof newHandOffSchema>;

/** The computer makes one. The token is nowhere stored and never told again; an older one opens nothing any more. */
export const makeHandOff = {
  method: 'POST',
  path: '/api/hand-off',
  response: newHandOffSchema,
} as const satisfies Endpoint;

/** The computer takes the newest back: the link opens nothing, and a phone that it let in is signed out. */
export const cancelHandOff = {
  method: 'DELETE',
  path: '/api/hand-off',
  response: v.object({ handOff: v.nullable(handOffSchema) }),
} as const satisfies Endpoint;

/** What a link would do on the device that asks. */
const lookSchema = v.variant('is', [
  v.object({
    is: v.literal('open'),
    startedOn: deviceSchema,
    startedAt: time,
    /** Whose session the device has, which ends where the person goes on. */
    present: v.picklist(['nobody', 'same-person', 'somebody-else']),
  }),
  /** The session that made it asks: it would lead to where the person is already. */
  v.object({ is: v.literal('own') }),
  /** The session that it made asks, after a reload or a second scan. */
  v.object({ is: v.literal('taken-here') }),
]);
export type HandOffLook = v.InferOutput<typeof lookSchema>;

export const lookPath = '/api/hand-off/look';
export const takePath = '/api/hand-off/take';

/** The phone asks before it does anything; it spends nothing. Refused by a `hand-off-…` code where it opens nothing. */
export function lookAtHandOff(token: string) {
  return { method: 'POST', path: lookPath, body: { token }, response: lookSchema } as const satisfies Endpoint;
}

/** The phone's person has confirmed: answers with a session of its own, for the same person. */
export function takeHandOff(token: string) {
  return {
    method: 'POST',
    path: takePath,
    body: { token },
    response: v.object({ verification: verificationSchema }),
  } as const satisfies Endpoint;
}

/** The fragment of a link. */
export function spellFragment(token: string, language: string): string {
  return `#${token}.${language}`;
}

/** What a fragment says; undefined where it is none of a hand-off. */
export function readFragment(fragment: string): { token: string; language: string } | undefined {
  const [, token, language] = /^#([\w-]{24})\.([a-z]{2,3}(?:-[\w-]{1,20})?)$/.exec(fragment) ?? [];
  return token && language ? { token, language } : undefined;
}
