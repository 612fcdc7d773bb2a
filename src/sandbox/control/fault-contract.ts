import * as v from 'valibot';
import { type ErrorCode, errorCodes } from '#idngo/errors';

/**
 * Faults on demand, as the panel and scripts speak of them. One is set for the receiver of webhooks or for callers of
 * the signed API, for a number of times or until it is cleared, for all or for some; each arrival takes the first that
 * fits it, and no other.
 */
const seconds = (min: number, max: number) => v.pipe(v.number(), v.minValue(min), v.maxValue(max));
const day = 24 * 60 * 60;

/** What can go wrong with a webhook on its way. */
export const deliveryFaultSchema = v.variant('name', [
  v.object({ name: v.literal('duplicate') }),
  v.object({ name: v.literal('drop') }),
  v.object({ name: v.literal('delay'), seconds: v.optional(seconds(1, 30 * day), 60) }),
  v.object({ name: v.literal('reorder') }),
  v.object({ name: v.literal('wrong-signature') }),
  v.object({ name: v.literal('wrong-algorithm'), claim: v.optional(v.picklist(['another', 'unknown']), 'another') }),
  v.object({ name: v.literal('missing-signature') }),
  v.object({
    name: v.literal('unknown-type'),
    type: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(100)), 'applicantTransfigured'),
  }),
  v.object({ name: v.literal('unknown-field') }),
  v.object({ name: v.literal('malformed') }),
  v.object({
    name: v.literal('huge'),
    megabytes: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(64)), 5),
  }),
  v.object({ name: v.literal('slow'), seconds: v.optional(seconds(1, 600), 10) }),
]);
export type DeliveryFault = v.InferOutput<typeof deliveryFaultSchema>;

export const errorCodeNumbers = Object.keys(errorCodes).map(Number) as ErrorCode[];

/** What can go wrong with a request to `/resources`. */
export const apiFaultSchema = v.variant('name', [
  v.object({
    name: v.literal('too-many-requests'),
    retryAfterSeconds: v.optional(v.pipe(seconds(0, day), v.integer()), 5),
  }),
  v.object({ name: v.literal('server-error') }),
  v.object({ name: v.literal('bad-gateway') }),
  v.object({ name: v.literal('unavailable') }),
  /** `seconds: null`: until it is cleared. */
  v.object({ name: v.literal('time-out'), seconds: v.optional(v.nullable(seconds(1, day)), null) }),
  v.object({ name: v.literal('cut') }),
  v.object({ name: v.literal('clock-skew'), seconds: v.optional(seconds(-365 * day, 365 * day), 120) }),
  v.object({ name: v.literal('error-code'), errorCode: v.optional(v.picklist(errorCodeNumbers), 4003) }),
]);
export type ApiFault = v.InferOutput<typeof apiFaultSchema>;

const idSchema = v.pipe(v.string(), v.minLength(1));
/** Empty: every webhook. */
const deliveryScopeSchema = v.object({
  applicantId: v.optional(idSchema),
  externalUserId: v.optional(idSchema),
  type: v.optional(idSchema),
});
/** Empty: every request. */
const apiScopeSchema = v.object({ pathPrefix: v.optional(v.pipe(v.string(), v.startsWith('/resources'))) });

/** Null: until it is cleared. */
const timesSchema = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)));

/** Body of `POST /panel/api/faults`. */
export const newFaultSchema = v.variant('target', [
  v.object({
    target: v.literal('receiver'),
    fault: deliveryFaultSchema,
    times: v.optional(timesSchema, 1),
    only: v.optional(deliveryScopeSchema, {}),
  }),
  v.object({
    target: v.literal('api'),
    fault: apiFaultSchema,
    times: v.optional(timesSchema, 1),
    only: v.optional(apiScopeSchema, {}),
  }),
]);
export type NewFault = v.InferOutput<typeof newFaultSchema>;
export type NewFaultInput = v.InferInput<typeof newFaultSchema>;

/** `left`: how often it will still be applied; null until it is cleared, 0 while requests still hang by it. */
const standing = { faultId: v.string(), setAt: v.string(), left: v.nullable(v.number()) };
export const setFaultSchema = v.variant('target', [
  v.object({ target: v.literal('receiver'), fault: deliveryFaultSchema, only: deliveryScopeSchema, ...standing }),
  v.object({ target: v.literal('api'), fault: apiFaultSchema, only: apiScopeSchema, ...standing }),
]);
export type SetFault = v.InferOutput<typeof setFaultSchema>;

const parameterSchema = v.variant('kind', [
  v.object({
    kind: v.literal('number'),
    name: v.string(),
    label: v.string(),
    min: v.number(),
    max: v.number(),
    /** Null: may be left out, with the meaning that `emptyLabel` says. */
    default: v.nullable(v.number()),
    emptyLabel: v.nullable(v.string()),
  }),
  v.object({ kind: v.literal('text'), name: v.string(), label: v.string(), default: v.string() }),
  v.object({
    kind: v.literal('choice'),
    name: v.string(),
    label: v.string(),
    options: v.array(v.object({ value: v.union([v.string(), v.number()]), label: v.string() })),
    default: v.union([v.string(), v.number()]),
  }),
]);
export type FaultParameter = v.InferOutput<typeof parameterSchema>;

/** A fault there can be, with what a form for it needs. */
const catalogueEntrySchema = v.object({
  name: v.string(),
  target: v.picklist(['receiver', 'api']),
  label: v.string(),
  sentence: v.string(),
  parameters: v.array(parameterSchema),
});
export type FaultCatalogueEntry = v.InferOutput<typeof catalogueEntrySchema>;

/** Answer of `GET /panel/api/faults`; oldest first. */
export const faultListSchema = v.object({
  items: v.array(setFaultSchema),
  catalogue: v.array(catalogueEntrySchema),
});
