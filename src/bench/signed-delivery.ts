import { signDelivery } from '#testing/sign-delivery';
import { levelName, type Subject, webhookSecret } from './subjects';

const startedAt = Date.UTC(2026, 0, 1);

/** A whole HTTP request, signed: an approval for an even `number`, its withdrawal for an odd one, each a second later. */
export function spellDelivery(subject: Subject, externalUserId: string, number: number): Buffer {
  const happenedAt = new Date(startedAt + number * 1000).toISOString().replace('T', ' ').replace('Z', '');
  const body = JSON.stringify({
    applicantId: `applicant-${externalUserId}`,
    inspectionId: `inspection-${externalUserId}`,
    correlationId: `req-${externalUserId}-${number}`,
    externalUserId,
    levelName,
    type: 'applicantReviewed',
    reviewStatus: 'completed',
    reviewResult: number % 2 ? { reviewAnswer: 'RED', reviewRejectType: 'FINAL' } : { reviewAnswer: 'GREEN' },
    createdAtMs: happenedAt,
    sandboxMode: true,
  });
  const head = [
    `POST ${subject.deliveryPath} HTTP/1.1`,
    `Host: localhost:${subject.port}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...Object.entries(signDelivery(body, webhookSecret)).map(([name, value]) => `${name}: ${value}`),
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
}
