import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { readHappenedAt, type Webhook, webhookSchema } from '#idngo/webhook';
import { isCode, isName } from '../verifications/names';
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
    type: keep(webhook?.type, isCode),
    applicantId: keep(webhook?.applicantId, isName),
    externalUserId: keep(webhook?.externalUserId, isName),
    levelName: keep(webhook?.levelName, isName),
    happenedAt: (webhook && readHappenedAt(webhook)) ?? null,
    reviewStatus: keep(webhook?.reviewStatus, isCode),
    reviewAnswer: webhook?.reviewResult?.reviewAnswer ?? null,
    reviewRejectType: webhook?.reviewResult?.reviewRejectType ?? null,
    sandboxMode: webhook?.sandboxMode ?? null,
    correlationId: keep(webhook?.correlationId, isCode),
  };
}

/** What is neither a name nor a code is somebody's text, which is not kept. */
function keep(text: string | undefined, isKeepable: (text: string) => boolean): string | null {
  return text !== undefined && isKeepable(text) ? text : null;
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
