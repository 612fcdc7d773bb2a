import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDelivery } from './delivery-facts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const envelope = {
  type: 'applicantReviewed',
  applicantId: '674f349fd61a536c7f2f318b',
  externalUserId: 'u-1',
  levelName: 'basic-kyc-level',
  reviewStatus: 'completed',
  reviewResult: { reviewAnswer: 'GREEN' },
  correlationId: 'req-5b7b0b17',
  createdAtMs: '2024-12-05 12:24:45.244',
};
const read = (fields: Record<string, unknown>) => readDelivery(bytesOf(JSON.stringify({ ...envelope, ...fields })));

const factNames = Object.keys(read({}).facts).sort();
const texts = ['type', 'applicantId', 'externalUserId', 'levelName', 'reviewStatus', 'correlationId'] as const;

function expectKeepable({ facts }: ReturnType<typeof readDelivery>): void {
  expect(Object.keys(facts).sort()).toEqual(factNames);
  for (const name of texts) expect(facts[name] ?? '').toMatch(/^[^\p{Cc}\p{Cs}]{0,200}$/u);
  expect(facts.happenedAt === null || !Number.isNaN(facts.happenedAt.getTime())).toBe(true);
  expect([null, 'GREEN', 'RED']).toContain(facts.reviewAnswer);
  expect([null, 'RETRY', 'FINAL']).toContain(facts.reviewRejectType);
  expect([null, true, false]).toContain(facts.sandboxMode);
}

test('keeps what the documents describe and nothing beside it', () => {
  const { facts } = read({
    reviewResult: { reviewAnswer: 'RED', reviewRejectType: 'RETRY', rejectLabels: ['X'], moderationComment: 'text' },
    sandboxMode: 'false',
    firstName: 'text',
  });
  expect(facts).toEqual({
    bodyHash: expect.any(Buffer),
    bodyBytes: expect.any(Number),
    ...{ type: 'applicantReviewed', applicantId: envelope.applicantId, externalUserId: 'u-1' },
    ...{ levelName: 'basic-kyc-level', reviewStatus: 'completed', reviewAnswer: 'RED', reviewRejectType: 'RETRY' },
    ...{ correlationId: 'req-5b7b0b17', happenedAt: new Date('2024-12-05T12:24:45.244Z'), sandboxMode: false },
  });
});

test.each(['{"type":"applicantReviewed"}', '{}', 'no JSON', '"a text"', 'null'])(
  'keeps of %s that it was sent',
  body => {
    const { facts, translated } = readDelivery(bytesOf(body));
    const type = body.includes('type') ? 'applicantReviewed' : null;
    expect(facts).toEqual({
      ...Object.fromEntries(factNames.map(name => [name, null])),
      ...{ type, bodyHash: createHash('sha256').update(body).digest(), bodyBytes: body.length },
    });
    expect(translated).toEqual(type === null ? undefined : { kind: 'ignored', reason: 'no-time' });
  },
);

test.each(texts)('keeps no %s that is somebody’s text', name => {
  const isCode = ['type', 'reviewStatus', 'correlationId'].includes(name);
  const { facts } = read({ [name]: isCode ? 'two words' : 'two\nlines' });
  expect(facts[name]).toBeNull();
  const { facts: named } = read({ [name]: 'x'.repeat(isCode ? 100 : 200) });
  expect(named[name]).toBe('x'.repeat(isCode ? 100 : 200));
  expect(read({ [name]: 'x'.repeat(isCode ? 101 : 201) }).facts[name]).toBeNull();
});

describe('whatever was signed can be kept', () => {
  const nested = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;

  test.each<[string, string]>([
    ['nothing', ''],
    ['half a character', '"\ud800"'],
    ['lists 50,000 deep', nested],
    ['lists 50,000 deep in a field nobody knows', `{"type":"applicantReviewed","deep":${nested}}`],
    ['lists 50,000 deep in a field that is known', `{"type":"applicantReviewed","reviewResult":${nested}}`],
    ['a megabyte of one name', JSON.stringify({ ...envelope, externalUserId: 'u'.repeat(1024 * 1024) })],
    [
      'a megabyte of digits for a time',
      JSON.stringify({ ...envelope, externalUserId: null, createdAtMs: '2'.repeat(1024 * 1024) }),
    ],
    [
      'a megabyte of labels',
      `{"type":"applicantReviewed","reviewResult":{"rejectLabels":["${'A","'.repeat(200_000)}"]}}`,
    ],
    ['a prototype', '{"type":"applicantReviewed","__proto__":{"externalUserId":"u-other","reviewStatus":"completed"}}'],
    ['a type that every object has', '{"type":"constructor"}'],
  ])('%s', (_name, body) => {
    const delivery = readDelivery(bytesOf(body));
    expectKeepable(delivery);
    expect(delivery.facts.externalUserId).toBeNull();
  });

  test('any JSON, with and without the names of fields that we read', () => {
    const names = [...texts, 'reviewResult', 'reviewAnswer', 'rejectLabels', 'sandboxMode', 'createdAt', 'createdAtMs'];
    const value = fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' }), fc.constantFrom(...Object.values(envelope)));
    const known = fc.dictionary(fc.constantFrom(...names, '__proto__'), value);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          known.map(fields => JSON.stringify({ ...envelope, ...fields })),
        ),
        body => {
          expectKeepable(readDelivery(bytesOf(body)));
        },
      ),
      { numRuns: 3_000 },
    );
  });

  test('any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), bytes => expectKeepable(readDelivery(bytes))),
      { numRuns: 1_000 },
    );
  });
});

test('tells one body from another by its bytes', () => {
  const hashOf = (text: string) => readDelivery(bytesOf(text)).facts.bodyHash.toString('hex');
  expect(hashOf('{"a":1}')).toBe(hashOf('{"a":1}'));
  expect(hashOf('{"a":1}')).not.toBe(hashOf('{"a": 1}'));
});
