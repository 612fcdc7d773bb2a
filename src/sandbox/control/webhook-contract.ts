import * as v from 'valibot';
import { environments } from '#idngo/environment';
import { applicantWebhookTypes, otherWebhookTypes } from '#idngo/webhook';
import { type DigestAlgorithm, digestAlgorithms, digestHeaders } from '#idngo/webhook-digest';
import { deliveryFaultSchema } from './fault-contract';

/** Webhooks as the panel and scripts see them: where they go, and what became of each. Times are ISO 8601 in UTC. */
const algorithmSchema = v.picklist(Object.keys(digestAlgorithms) as DigestAlgorithm[]);
const bodyFormatSchema = v.picklist(['pretty', 'compact']);
export type BodyFormat = v.InferOutput<typeof bodyFormatSchema>;

const reservedHeaders = [
  'content-type',
  'content-length',
  'transfer-encoding',
  'connection',
  'keep-alive',
  'upgrade',
  'expect',
  'host',
  ...Object.values(digestHeaders).map(name => name.toLowerCase()),
];
const headerSchema = v.object({
  name: v.pipe(
    v.string(),
    v.regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/, 'not the name of a header'),
    v.check(name => !reservedHeaders.includes(name.toLowerCase()), 'this header is set by the sandbox itself'),
  ),
  value: v.pipe(v.string(), v.regex(/^[\x20-\x7e]*$/, 'only printable ASCII goes into a header')),
});
export type CustomHeader = v.InferOutput<typeof headerSchema>;

const addressSchema = v.pipe(
  v.string(),
  v.url('not an address'),
  v.regex(/^https?:/i, 'the address begins with https:// or http://'),
  // Nothing could be sent there: `fetch` refuses such an address.
  v.check(address => !hasCredentials(address), 'credentials go into a custom header, not into the address'),
);

function hasCredentials(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { username, password } = new URL(address);
  return username !== '' || password !== '';
}

export const webhookSettingsSchema = v.object({
  environment: v.picklist(environments),
  /** Null: nothing is sent. */
  url: v.nullable(v.string()),
  /** The secret itself is never shown. Without one there are no digest headers. */
  hasSecret: v.boolean(),
  algorithm: algorithmSchema,
  bodyFormat: bodyFormatSchema,
  /** Whether a failed webhook is tried again. */
  resends: v.boolean(),
  headers: v.array(headerSchema),
  state: v.variant('name', [
    v.object({ name: v.literal('enabled') }),
    v.object({ name: v.literal('disabled'), reason: v.picklist(['by-hand', 'failing']), since: v.string() }),
  ]),
  /** Webhooks given up one after the other; `disabledAfter` of them disable the webhook. */
  givenUpInARow: v.number(),
  disabledAfter: v.number(),
});
export type WebhookSettingsView = v.InferOutput<typeof webhookSettingsSchema>;
/** Answer of `GET /panel/api/webhooks`. */
export const webhookSettingsListSchema = v.object({ items: v.array(webhookSettingsSchema) });

/** Body of `PATCH /panel/api/webhooks/{environment}`; what is left out stays. */
export const webhookSettingsPatchSchema = v.strictObject({
  url: v.optional(v.nullable(addressSchema)),
  secret: v.optional(v.nullable(v.pipe(v.string(), v.minLength(1)))),
  algorithm: v.optional(algorithmSchema),
  bodyFormat: v.optional(bodyFormatSchema),
  resends: v.optional(v.boolean()),
  headers: v.optional(v.pipe(v.array(headerSchema), v.maxLength(20))),
  state: v.optional(v.picklist(['enabled', 'disabled'])),
});
export type WebhookSettingsPatch = v.InferOutput<typeof webhookSettingsPatchSchema>;

/** Body of `POST /panel/api/webhooks/{environment}/test`. */
export const testWebhookSchema = v.object({
  type: v.optional(v.picklist([...applicantWebhookTypes, ...otherWebhookTypes]), 'applicantReviewed'),
});

const attemptSchema = v.object({
  at: v.string(),
  durationMs: v.number(),
  occasion: v.picklist(['scheduled', 'by-hand']),
  /** As it was sent; null where nothing was. */
  request: v.nullable(
    v.object({
      method: v.literal('POST'),
      url: v.string(),
      headers: v.record(v.string(), v.string()),
      /** Start of the bytes as text; null where they were those of the delivery's `body`. */
      body: v.nullable(v.string()),
      bodyBytes: v.number(),
    }),
  ),
  /** HTTP status of the answer; null when there was none. */
  httpStatus: v.nullable(v.number()),
  /** Those that say something about the receiver. */
  answerHeaders: v.record(v.string(), v.string()),
  /** Start of the answer, or what went wrong. */
  answer: v.string(),
  fault: v.nullable(deliveryFaultSchema),
});

/**
 * `waiting`: for its first or next attempt. `held-back`: for the applicant's next webhook, by a fault. `delivered`: a 2xx
 * came. `failed`: given up. `not-sent`: the webhook was disabled, or had no address. `lost`: by a fault.
 */
export const deliveryStates = ['waiting', 'held-back', 'delivered', 'failed', 'not-sent', 'lost'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export const deliverySchema = v.object({
  deliveryId: v.string(),
  environment: v.picklist(environments),
  /** Whether something happened to an applicant, or somebody tried the webhook. */
  origin: v.picklist(['event', 'test']),
  applicantId: v.string(),
  externalUserId: v.string(),
  type: v.string(),
  createdAt: v.string(),
  body: v.string(),
  /** Of the last attempt, or of the first to come; null where it is not signed. */
  algorithm: v.nullable(v.string()),
  state: v.picklist(deliveryStates),
  nextAttemptAt: v.nullable(v.string()),
  attempts: v.array(attemptSchema),
});
export type Delivery = v.InferOutput<typeof deliverySchema>;
export const deliveryListSchema = v.object({ items: v.array(deliverySchema) });
