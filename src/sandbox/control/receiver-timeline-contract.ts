import * as v from 'valibot';

const entrySchema = v.object({ at: v.string(), what: v.string(), detail: v.exactOptional(v.string()) });
export type ReceiverEntry = v.InferOutput<typeof entrySchema>;

/** Answer of `GET /panel/api/applicants/{applicantId}/receiver-timeline`: what the receiver of webhooks says it made of them. */
export const receiverTimelineSchema = v.variant('state', [
  /** Nobody has said where the receiver tells. */
  v.object({ state: v.literal('not-configured') }),
  v.object({ state: v.literal('silent'), why: v.string() }),
  /** Oldest first, the newest at most. */
  v.object({ state: v.literal('told'), entries: v.array(entrySchema) }),
]);
export type ReceiverTimeline = v.InferOutput<typeof receiverTimelineSchema>;

/** What is asked of the receiver: `entries`, each with a time, what happened and, if there is more to say, a detail. */
export const receiverAnswerSchema = v.object({
  entries: v.array(v.object({ at: v.string(), what: v.string(), detail: v.nullish(v.string()) })),
});
