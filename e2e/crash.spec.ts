import { createHmac } from 'node:crypto';
import { expect, test } from '@playwright/test';
import pg from 'pg';
import { startStack } from '#dev/stack';
import { sandboxCredentials } from '#sandbox/credentials';

interface Sent {
  externalUserId: string;
  answered: boolean;
}

function bodyFor(externalUserId: string): string {
  return JSON.stringify({
    applicantId: `applicant-of-${externalUserId}`,
    externalUserId,
    levelName: 'basic-kyc-level',
    type: 'applicantReviewed',
    reviewStatus: 'completed',
    reviewResult: { reviewAnswer: 'GREEN' },
    createdAtMs: '2026-11-20 12:00:00.000',
    sandboxMode: true,
  });
}

test('no delivery that was answered 200 is lost when the server is killed while 500 arrive', async () => {
  const stack = await startStack();
  const sent: Sent[] = [];
  let killed: Promise<void> | undefined;

  async function deliver(externalUserId: string): Promise<void> {
    const body = bodyFor(externalUserId);
    const digest = createHmac('sha256', sandboxCredentials.webhookSecret).update(body).digest('hex');
    const answered = await fetch(`${stack.appUrl}/webhooks/idngo`, {
      method: 'POST',
      body,
      headers: { 'X-Payload-Digest': digest, 'X-Payload-Digest-Alg': 'HMAC_SHA256_HEX' },
    }).then(
      response => response.status === 200,
      () => false,
    );
    sent.push({ externalUserId, answered });
    if (sent.filter(delivery => delivery.answered).length >= 200) killed ??= stack.end('app', 'SIGKILL');
  }

  const waiting = Array.from({ length: 500 }, (_, number) => `u-crash-${number}`);
  const sender = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await deliver(next);
  };
  await Promise.all(Array.from({ length: 16 }, sender));
  await killed;

  const answered = sent.filter(delivery => delivery.answered).map(delivery => delivery.externalUserId);
  expect(sent).toHaveLength(500);
  expect(answered.length).toBeGreaterThanOrEqual(200);
  expect(answered.length).toBeLessThan(500);

  await stack.start('app');
  const verified = await readVerified(stack.databaseUrl);
  expect(answered.filter(externalUserId => !verified.has(externalUserId))).toEqual([]);
  await stack.close();
});

async function readVerified(databaseUrl: string): Promise<Set<string>> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ external_user_id: string }>(
    `select v.external_user_id from verifications v join events e using (external_user_id) where v.status = 'verified'`,
  );
  await client.end();
  return new Set(rows.map(row => row.external_user_id));
}
