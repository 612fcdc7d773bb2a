import * as v from 'valibot';

/** What a person is asked to do after an approval was withdrawn. */
export const changedRemedies = ['resubmit', 'start-again', 'contact'] as const;
export type ChangedRemedy = (typeof changedRemedies)[number];

const plainStatuses = [
  'not-started',
  'in-progress',
  'in-review',
  'on-hold',
  'verified',
  'action-needed',
  'not-verified',
] as const;

const common = {
  /** Grows by one with every visible change, also of a hand-off; a lower one is never shown after a higher one. */
  revision: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** When the present status began, ISO 8601 in UTC; null before anything happened. */
  changedAt: v.nullable(v.pipe(v.string(), v.isoTimestamp())),
  /** Short code a person can read out to support. */
  reference: v.string(),
};

/** Answer of `GET /api/verification` and data of every `status` event on the push stream. */
export const verificationSchema = v.variant('status', [
  v.object({ status: v.picklist(plainStatuses), ...common }),
  v.object({
    status: v.literal('changed'),
    remedy: v.picklist(changedRemedies),
    /** When the approval that was withdrawn had been given; null where that is not known. */
    approvedAt: v.nullable(v.pipe(v.string(), v.isoTimestamp())),
    ...common,
  }),
]);
export type Verification = v.InferOutput<typeof verificationSchema>;
export type VerificationStatus = Verification['status'];
