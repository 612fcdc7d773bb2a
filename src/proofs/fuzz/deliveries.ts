import { createHmac } from 'node:crypto';
import type { FuzzRandom } from './random';
import { type FuzzGenerator, marker, spell, type Target } from './request';

const path = 'POST /webhooks/idngo';

function toGenuine({ person }: Target): Record<string, unknown> {
  return {
    applicantId: `applicant-of-${person.externalUserId}`,
    inspectionId: 'inspection-1',
    correlationId: `req-${marker}`,
    levelName: 'basic-kyc-level',
    externalUserId: person.externalUserId,
    type: 'applicantReviewed',
    sandboxMode: true,
    reviewStatus: 'completed',
    reviewResult: {
      reviewAnswer: 'RED',
      reviewRejectType: 'FINAL',
      rejectLabels: ['FORGERY'],
      clientComment: marker,
      moderationComment: marker,
    },
    createdAt: '2026-11-20 12:00:00+0000',
    createdAtMs: '2026-11-20 12:00:00.000',
    clientId: 'portico',
  };
}

/** A value of any type that JSON has, and some that only its writers have. */
function anything(random: FuzzRandom, depth = 0): unknown {
  const kinds: (() => unknown)[] = [
    () => null,
    () => random.chance(0.5),
    () => random.below(2 ** 31) - 2 ** 30,
    () => random.pick([1e308, -1e308, 5e-324, 2 ** 63, -0, 1.7976931348623157e308]),
    () => random.text(40),
    () => `${random.text(4)}${marker}`,
    () => 'x'.repeat(random.below(5_000)),
    () =>
      random.pick(['', '0', 'null', '\u0000', '\ud800', '2026-99-99 99:99:99', '__proto__', '${7*7}', "' or 1=1 --"]),
    () => Array.from({ length: random.below(4) }, () => (depth > 3 ? 0 : anything(random, depth + 1))),
    () =>
      Object.fromEntries(
        Array.from({ length: random.below(4) }, () => [random.text(8), depth > 3 ? 0 : anything(random, depth + 1)]),
      ),
  ];
  return random.pick(kinds)();
}

const odd: ((random: FuzzRandom) => string)[] = [
  random => '['.repeat(random.below(100_000)),
  random => `${'{"a":'.repeat(random.below(20_000))}1`,
  random => `{"type":"applicantReviewed","createdAtMs":${'9'.repeat(random.below(5_000) + 1)}}`,
  () => '{"type":"applicantReviewed","type":7,"__proto__":{"externalUserId":"x"},"constructor":{"prototype":{}}}',
  random => JSON.stringify(anything(random)) ?? '',
  random => `"${random.text(2_000)}"`,
  () => '\ufeff{"type":"applicantReviewed"}',
  random => `{"type":"applicantReviewed","externalUserId":"${'\\u0000'.repeat(random.below(50) + 1)}"}`,
  () => '{"type":"applicantReviewed","createdAtMs":"275760-09-13 00:00:00.001","externalUserId":7}',
];

/** Genuine but for its type or its time, which are all wrong in a way that can mean nothing; other fields may be wrong, too. */
function breakGenuine(random: FuzzRandom, target: Target): string {
  const body = toGenuine(target);
  for (const field of Object.keys(body)) {
    if (random.chance(0.25)) body[field] = anything(random);
    if (random.chance(0.1)) delete body[field];
  }
  if (random.chance(0.5)) {
    body.type = random.pick<unknown>([
      undefined,
      null,
      7,
      true,
      [],
      {},
      '',
      'applicantreviewed',
      `x${random.text(30)}`,
      'applicantActionReviewed',
    ]);
  } else {
    body.type = 'applicantReviewed';
    for (const time of ['createdAt', 'createdAtMs']) {
      body[time] = random.pick<unknown>([
        undefined,
        null,
        7,
        [],
        {},
        '',
        'yesterday',
        '2026-13-45 99:99:99.999',
        `x${random.text(20)}`,
      ]);
    }
  }
  return JSON.stringify(body);
}

export const unsigned: FuzzGenerator = (random, target) => {
  const genuine = Buffer.from(JSON.stringify(toGenuine(target)));
  const body = random.pick([
    () => genuine,
    () => genuine.subarray(0, random.below(genuine.length)),
    () => Buffer.concat([genuine, random.bytes(random.below(20))]),
    () => random.bytes(random.below(3_000)),
    () => Buffer.from(random.pick(odd)(random)),
  ])();
  const digest = random.pick([
    () => '',
    () => random.bytes(32).toString('hex'),
    () => createHmac('sha256', 'guess').update(body).digest('hex'),
    () => createHmac('sha256', target.webhookSecret).update(body).update('x').digest('hex'),
    () => createHmac('sha512', target.webhookSecret).update(body).digest('base64'),
    () => createHmac('sha1', target.webhookSecret).update(body).digest('hex'),
    () => random.text(200).replaceAll(/[^\x21-\x7e]/g, '?'),
    () => 'a'.repeat(random.below(4_000)),
  ])();
  const algorithm = random.pick([
    'HMAC_SHA256_HEX',
    'HMAC_SHA512_HEX',
    'HMAC_SHA1_HEX',
    'none',
    '',
    '__proto__',
    'constructor',
  ]);
  const headers = [
    ['Content-Length', String(body.length)],
    ['X-Payload-Digest', digest],
    ['X-Payload-Digest-Alg', algorithm],
  ] as const;
  return { kind: 'unsigned delivery', bytes: spell(random, path, headers, body), isWhole: true };
};

function sign(random: FuzzRandom, { webhookSecret }: Target, kind: string, body: Buffer) {
  const digest = createHmac('sha256', webhookSecret).update(body).digest('hex');
  const signed = [
    ['X-Payload-Digest', random.chance(0.1) ? digest.toUpperCase() : digest],
    ['X-Payload-Digest-Alg', 'HMAC_SHA256_HEX'],
    ['Content-Type', random.pick(['application/json', 'text/plain', 'application/json; charset=utf-16', 'a/b'])],
  ] as const;
  if (random.chance(0.3)) {
    const chunk = Buffer.concat([Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from('\r\n0\r\n\r\n')]);
    const ended = body.length === 0 ? Buffer.from('0\r\n\r\n') : chunk;
    return { kind, bytes: spell(random, path, [...signed, ['Transfer-Encoding', 'chunked']], ended), isWhole: true };
  }
  return {
    kind,
    bytes: spell(random, path, [...signed, ['Content-Length', String(body.length)]], body),
    isWhole: true,
  };
}

export const signedGarbage: FuzzGenerator = (random, target) =>
  sign(
    random,
    target,
    'signed garbage',
    random.chance(0.5) ? random.bytes(random.below(2_000)) : Buffer.from(random.pick(odd)(random)),
  );

export const signedBroken: FuzzGenerator = (random, target) =>
  sign(random, target, 'signed, with wrong types', Buffer.from(breakGenuine(random, target)));
