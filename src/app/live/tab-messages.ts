import * as v from 'valibot';
import { verificationSchema } from '#contract/verification';

export const links = ['connecting', 'live', 'polling', 'offline'] as const;

/**
 * What the tabs of one person tell each other, all of it between pages of our own origin: a status has no name in it, and
 * a token never comes here.
 */
const tabMessageSchema = v.variant('kind', [
  /** A tab is there; `wants` the leader to ask the backend at once. */
  v.object({ kind: v.literal('here'), tab: v.string(), isVisible: v.boolean(), wants: v.picklist(['word', 'answer']) }),
  /** The leader is there, and how it stands with its connection. */
  v.object({ kind: v.literal('leader'), link: v.picklist(links), isVisible: v.boolean() }),
  /** Pushed by the backend, or its answer to some tab, which also tells when the session ends; times in milliseconds. */
  v.object({
    kind: v.literal('status'),
    verification: verificationSchema,
    ends: v.nullable(v.object({ at: v.number(), canStay: v.boolean() })),
    at: v.number(),
  }),
  /** The session is not this person's any more: everybody has to ask for themselves. */
  v.object({ kind: v.literal('doubt') }),
]);
export type TabMessage = v.InferOutput<typeof tabMessageSchema>;

/** Reads what came from another tab; undefined for anything else, such as the words of another version of this page. */
export function readTabMessage(data: unknown): TabMessage | undefined {
  const parsed = v.safeParse(tabMessageSchema, data);
  return parsed.success ? parsed.output : undefined;
}
