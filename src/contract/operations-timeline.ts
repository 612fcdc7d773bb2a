import * as v from 'valibot';

/**
 * Everything that is known to have been made of one person's results, for the operator who asks by the person's id.
 * Ids, codes and times only: no names, comments or labels. Times are ISO 8601 in UTC.
 */
const time = v.pipe(v.string(), v.isoTimestamp());

/** What an entry goes back to; `forgotten` where only the entry was kept. */
const sourceSchema = v.variant('kind', [
  v.object({ kind: v.literal('delivery'), id: v.string() }),
  v.object({ kind: v.literal('status-check'), id: v.string() }),
  v.object({ kind: v.literal('entry') }),
  v.object({ kind: v.literal('forgotten') }),
]);
export type TimelineSource = v.InferOutput<typeof sourceSchema>;

const standing = { status: v.string(), remedy: v.nullable(v.string()), since: v.nullable(time) };

/** An event at its place in the history, which is ordered by the time it happened. */
const happeningSchema = v.object({
  happenedAt: time,
  /** IDnGO's name of it, and what it means to us. */
  type: v.string(),
  event: v.string(),
  /** What it did to the standing: `changed`, `same`, `other-level`, or `superseded` by a delivery that says the same. */
  effect: v.string(),
  /** The standing after it. */
  ...standing,
  source: sourceSchema,
});

/** A revision, as the person's pages were told of it. */
const toldSchema = v.object({ at: time, revision: v.number(), ...standing, cause: sourceSchema });

const checkSchema = v.object({
  id: v.string(),
  askedAt: time,
  cause: v.string(),
  outcome: v.string(),
  reviewStatus: v.nullable(v.string()),
  reviewAnswer: v.nullable(v.string()),
  errorCode: v.nullable(v.string()),
});

const verificationSchema = v.object({
  verificationId: v.string(),
  reference: v.string(),
  levelName: v.string(),
  revision: v.number(),
  ...standing,
  /** When IDnGO is asked next, and why; null where that is not planned. */
  nextCheck: v.nullable(v.object({ at: time, cause: v.nullable(v.string()), made: v.number() })),
  happened: v.array(happeningSchema),
  told: v.array(toldSchema),
  checks: v.array(checkSchema),
});

const deliverySchema = v.object({
  id: v.string(),
  receivedAt: time,
  type: v.nullable(v.string()),
  applicantId: v.nullable(v.string()),
  levelName: v.nullable(v.string()),
  happenedAt: v.nullable(time),
  reviewStatus: v.nullable(v.string()),
  reviewAnswer: v.nullable(v.string()),
  reviewRejectType: v.nullable(v.string()),
  sandboxMode: v.nullable(v.boolean()),
  correlationId: v.nullable(v.string()),
  outcome: v.string(),
  /** Why it changed nothing. */
  reason: v.nullable(v.string()),
});

/** Of the audit trail, but for changes of status, which are `told`. */
const auditSchema = v.object({
  at: time,
  action: v.string(),
  actor: v.string(),
  detail: v.record(v.string(), v.unknown()),
});

/** The same in sentences, oldest first, for whoever only wants to show it. */
const entrySchema = v.object({ at: time, what: v.string(), detail: v.exactOptional(v.string()) });
export type TimelineEntry = v.InferOutput<typeof entrySchema>;

export const timelineSchema = v.object({
  externalUserId: v.string(),
  /** `erased` where nothing is left but that fact. */
  presence: v.picklist(['known', 'erased', 'unknown']),
  erasedAt: v.nullable(time),
  applicantIds: v.array(v.string()),
  verifications: v.array(verificationSchema),
  deliveries: v.array(deliverySchema),
  audit: v.array(auditSchema),
  /** Whether older entries than events were left out for length. */
  isShortened: v.boolean(),
  entries: v.array(entrySchema),
});
export type Timeline = v.InferOutput<typeof timelineSchema>;
export type TimelineVerification = Timeline['verifications'][number];
export type TimelineDelivery = Timeline['deliveries'][number];
export type TimelineAudit = Timeline['audit'][number];
export type TimelineCheck = TimelineVerification['checks'][number];

/** `GET`, with `?externalUserId=…`; for a session with the scope `operator` or the operations token as bearer. */
export const timelinePath = '/api/operations/timeline';
