import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { readHappenedAt, type Webhook, webhookSchema } from '#idngo/webhook';
import { type Translated, translateWebhook } from '../verifications/translate-webhook';

/** All that is kept of a delivery: whose it is, what happened and when. Comments, labels and everything unknown stay out. */
export interface DeliveryFacts {
  bodyHash: Buffer;
  bodyBytes: number;
  type: string | null;
  applicantId: string | null;
  externalUserId: string | null;
  levelName: string | null;
  happenedAt: Date | null;
  reviewStatus: string | null;
  reviewAnswer: string | null;
  reviewRejectType: string | null;
  sandboxMode: boolean | null;
  correlationId: string | null;
}

export interface ReadDelivery {
  facts: DeliveryFacts;
  /** Undefined where the body is not a JSON object with a type. */
  translated: Translated | undefined;
}

/** Total: every body can be read, if only as bytes that say nothing. */
export function readDelivery(body: Uint8Array): ReadDelivery {
  const webhook = readWebhook(body);
  return { facts: toFacts(body, webhook), translated: webhook && translateWebhook(webhook) };
}

function toFacts(body: Uint8Array, webhook: Webhook | undefined): DeliveryFacts {
  return {
    bodyHash: createHash('sha256').update(body).digest(),
    bodyBytes: body.byteLength,
    type: toKeepable(webhook?.type),
    applicantId: toKeepable(webhook?.applicantId),
    externalUserId: toKeepable(webhook?.externalUserId),
    levelName: toKeepable(webhook?.levelName),
    happenedAt: (webhook && readHappenedAt(webhook)) ?? null,
    reviewStatus: toKeepable(webhook?.reviewStatus),
    reviewAnswer: webhook?.reviewResult?.reviewAnswer ?? null,
    reviewRejectType: webhook?.reviewResult?.reviewRejectType ?? null,
    sandboxMode: webhook?.sandboxMode ?? null,
    correlationId: toKeepable(webhook?.correlationId),
  };
}

/** Ids and names are short; what is not is somebody's text, and what holds control characters is nobody's name. */
function toKeepable(text: string | undefined): string | null {
  return text && text.length <= 200 && !/[\p{Cc}\p{Cs}]/u.test(text) ? text : null;
}

function readWebhook(body: Uint8Array): Webhook | undefined {
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return undefined;
  }
  const parsed = v.safeParse(webhookSchema, json);
  return parsed.success ? parsed.output : undefined;
}
