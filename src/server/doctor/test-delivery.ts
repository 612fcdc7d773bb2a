import { createHash, createHmac, randomBytes } from 'node:crypto';
import { digestAlgorithms, digestHeaders } from '#idngo/webhook-digest';
import type { Config } from '../config';
import { type Answer, readJson, request } from './request';

/** A type that IDnGO does not have, said of an action: the app keeps the delivery, which is about nobody's status. */
export const doctorsType = 'porticoDoctor';

export const deliveryPath = '/webhooks/idngo';

export interface TestDelivery {
  body: Buffer;
  bodyHash: Buffer;
  headers: Record<string, string>;
}

/** Written as genuine bodies are [G], with a letter that can be escaped: whoever writes it anew writes other bytes. */
export function composeTestDelivery(config: Config, secret = config.idngo.webhookSecrets[0] ?? ''): TestDelivery {
  const body = Buffer.from(
    `{\n  "type" : "${doctorsType}",\n  "correlationId" : "${randomBytes(16).toString('hex')}",\n  "applicantActionId" : "portico-doctor",\n  "note" : "\\u00e9 é"\n}\n`,
  );
  const algorithm = config.idngo.webhookAlgorithms[0] ?? 'HMAC_SHA256_HEX';
  return {
    body,
    bodyHash: createHash('sha256').update(body).digest(),
    headers: {
      'content-type': 'application/json',
      [digestHeaders.digest]: createHmac(digestAlgorithms[algorithm], secret).update(body).digest('hex'),
      [digestHeaders.algorithm]: algorithm,
    },
  };
}

export function deliver(origin: URL, { body, headers }: TestDelivery, timeoutMs: number): Promise<Answer> {
  return request(new URL(deliveryPath, origin), { method: 'POST', body, headers, timeoutMs });
}

/** The problem code of a refusal of ours; undefined where somebody else answered. */
export function readProblemCode(answer: Answer): string | undefined {
  const body = readJson(answer);
  return typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : undefined;
}
