import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type EventKind, foldEvents, type VerificationEvent } from './lifecycle';

const level = 'basic-kyc-level';

function story(...kinds: EventKind[]): VerificationEvent[] {
  return kinds.map((kind, position) => event(kind, position));
}

function event(kind: EventKind, second: number, levelName: string | null = level): VerificationEvent {
  return { key: `${kind}-${second}`, kind, levelName, happenedAt: new Date(Date.UTC(2026, 10, 23, 12, 0, second)) };
}

function statusAfter(...kinds: EventKind[]): string {
  const { standing } = foldEvents(story(...kinds), level);
  return standing.status === 'changed' ? `changed: ${standing.remedy}` : standing.status;
}

describe('the status', () => {
  test.each<[string, EventKind[]]>([
    ['not-started', []],
    ['in-progress', ['created']],
    ['in-review', ['created', 'submitted']],
    ['on-hold', ['created', 'submitted', 'held']],
    ['verified', ['created', 'submitted', 'approved']],
    ['action-needed', ['created', 'submitted', 'resubmission-requested']],
    ['in-review', ['created', 'submitted', 'resubmission-requested', 'submitted']],
    ['verified', ['created', 'submitted', 'resubmission-requested', 'submitted', 'approved']],
    ['not-verified', ['created', 'submitted', 'rejected']],
    ['verified', ['created', 'submitted', 'rejected', 'approved']],
    ['changed: contact', ['created', 'submitted', 'approved', 'rejected']],
    ['changed: resubmit', ['created', 'submitted', 'approved', 'resubmission-requested']],
    ['changed: start-again', ['created', 'submitted', 'approved', 'reset']],
    ['changed: start-again', ['created', 'submitted', 'approved', 'level-changed']],
    ['changed: contact', ['created', 'submitted', 'approved', 'deactivated']],
    ['changed: start-again', ['created', 'submitted', 'approved', 'deactivated', 'activated']],
    ['changed: contact', ['created', 'submitted', 'approved', 'deleted']],
    ['changed: contact', ['created', 'submitted', 'approved', 'rejected', 'noted']],
    ['changed: contact', ['created', 'submitted', 'approved', 'held', 'rejected']],
    ['verified', ['created', 'submitted', 'approved', 'rejected', 'approved']],
    ['not-verified', ['created', 'submitted', 'approved', 'reset', 'submitted', 'rejected']],
    ['not-verified', ['created', 'submitted', 'approved', 'rejected', 'held', 'submitted', 'rejected']],
    ['in-review', ['created', 'submitted', 'deactivated', 'activated']],
    ['not-verified', ['created', 'submitted', 'rejected', 'deactivated', 'activated']],
    ['verified', ['created', 'submitted', 'approved', 'activated']],
    ['in-progress', ['created', 'submitted', 'reset']],
    ['not-started', ['created', 'submitted', 'deleted']],
  ])('is %s after %j', (expected, kinds) => {
    expect(statusAfter(...kinds)).toBe(expected);
  });

  test('keeps the date of an approval that is repeated', () => {
    const { standing } = foldEvents(story('created', 'submitted', 'approved', 'approved'), level);
    expect(standing.since).toEqual(event('approved', 2).happenedAt);
  });

  test('begins anew with every request to send something again', () => {
    const { standing } = foldEvents(story('submitted', 'resubmission-requested', 'resubmission-requested'), level);
    expect(standing.since).toEqual(event('resubmission-requested', 2).happenedAt);
  });

  test('ignores a verdict about another level', () => {
    const events = [event('submitted', 1), event('approved', 2, 'another-level')];
    expect(foldEvents(events, level).standing.status).toBe('in-review');
    expect(foldEvents(events, level).history.at(-1)?.effect).toBe('other-level');
  });

  test('loses an approval when the person is moved to another level', () => {
    const events = [event('approved', 1), event('level-changed', 2, 'another-level')];
    expect(foldEvents(events, level).standing).toMatchObject({ status: 'changed', remedy: 'start-again' });
  });

  test.each<EventKind>([
    'held',
    'resubmission-requested',
    'rejected',
    'reset',
    'level-changed',
    'deactivated',
    'deleted',
  ])('grants less when an approval and %s happened in one millisecond', kind => {
    const events = [event(kind, 1), event('approved', 1)];
    expect(foldEvents(events, level).standing.status).not.toBe('verified');
    expect(foldEvents(events.reverse(), level).standing.status).not.toBe('verified');
  });
});

const kinds: EventKind[] = [
  'created',
  'submitted',
  'held',
  'approved',
  'resubmission-requested',
  'rejected',
  'reset',
  'level-changed',
  'activated',
  'deactivated',
  'deleted',
  'noted',
];

const anyEvent = fc
  .record({
    kind: fc.constantFrom(...kinds),
    second: fc.integer({ min: 0, max: 5 }),
    levelName: fc.constantFrom(level, 'another-level', null),
  })
  .map(({ kind, second, levelName }) => ({ ...event(kind, second, levelName), key: `${kind}-${second}-${levelName}` }));

describe('the fold', () => {
  test('ends in the same status and history for any order with any repetition', () => {
    const shuffledWithRepeats = fc
      .array(anyEvent, { maxLength: 12 })
      .chain(events =>
        fc.tuple(
          fc.constant(events),
          fc.shuffledSubarray([...events, ...events, ...events], { minLength: events.length * 3 }),
        ),
      );
    fc.assert(
      fc.property(shuffledWithRepeats, ([events, arrivals]) => {
        expect(foldEvents(arrivals, level)).toEqual(foldEvents(events, level));
      }),
      { numRuns: 2_000 },
    );
  });

  test('ends in the same status and history for every order of six events', () => {
    const events = story('created', 'submitted', 'approved', 'reset', 'submitted', 'rejected');
    const expected = foldEvents(events, level);
    let orders = 0;
    for (const order of permutations(events)) {
      orders += 1;
      expect(foldEvents(order, level)).toEqual(expected);
    }
    expect(orders).toBe(720);
  });

  test('never says verified when the last word was a withdrawal', () => {
    const withdrawals: EventKind[] = [
      'reset',
      'level-changed',
      'deactivated',
      'deleted',
      'rejected',
      'resubmission-requested',
    ];
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 10 }), fc.constantFrom(...withdrawals), (events, last) => {
        expect(foldEvents([...events, event(last, 5)], level).standing.status).not.toBe('verified');
      }),
      { numRuns: 1_000 },
    );
  });
});

function* permutations<T>(items: readonly T[]): Generator<T[]> {
  if (items.length === 0) yield [];
  for (const [position, item] of items.entries()) {
    for (const rest of permutations(items.toSpliced(position, 1))) yield [item, ...rest];
  }
}
