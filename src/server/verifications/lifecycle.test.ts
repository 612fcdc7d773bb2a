import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type EventKind, foldEvents, isSameStanding, type Standing, type VerificationEvent } from './lifecycle';

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
    ['changed: start-again', ['created', 'submitted', 'approved', 'steps-reset']],
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
    ['not-started', ['created', 'submitted', 'reset']],
    ['not-started', ['created', 'reset']],
    ['not-started', ['created', 'submitted', 'rejected', 'reset']],
    ['not-started', ['created', 'submitted', 'resubmission-requested', 'reset']],
    ['changed: start-again', ['created', 'submitted', 'approved', 'rejected', 'reset']],
    ['in-review', ['created', 'submitted', 'reset', 'submitted']],
    ['in-progress', ['created', 'submitted', 'steps-reset']],
    ['in-progress', ['created', 'submitted', 'rejected', 'steps-reset']],
    ['in-progress', ['created', 'submitted', 'reset', 'steps-reset']],
    ['not-started', ['created', 'submitted', 'steps-reset', 'reset']],
    ['not-started', ['noted']],
    ['in-review', ['submitted', 'created']],
    ['in-progress', ['submitted', 'level-changed']],
    ['not-verified', ['submitted', 'deactivated']],
    ['changed: contact', ['approved', 'submitted', 'rejected']],
    ['not-verified', ['approved', 'resubmission-requested', 'submitted', 'rejected']],
    ['not-started', ['created', 'submitted', 'deleted']],
  ])('is %s after %j', (expected, kinds) => {
    expect(statusAfter(...kinds)).toBe(expected);
  });

  test.each<[string, number, EventKind[]]>([
    ['the approval', 2, ['created', 'submitted', 'approved', 'rejected']],
    ['the approval whoever takes it back', 0, ['approved', 'reset']],
    ['the approval over which a review began anew', 0, ['approved', 'submitted', 'resubmission-requested']],
    ['the first of two that say the same', 0, ['approved', 'approved', 'deactivated']],
    ['the latest of several', 4, ['approved', 'rejected', 'submitted', 'held', 'approved', 'level-changed']],
    ['the approval though its loss gets another remedy', 0, ['approved', 'rejected', 'resubmission-requested']],
  ])('knows when %s that was withdrawn had been given', (_, second, kinds) => {
    expect(foldEvents(story(...kinds), level).standing).toMatchObject({
      status: 'changed',
      approvedAt: new Date(Date.UTC(2026, 10, 23, 12, 0, second)),
    });
  });

  test('keeps the date of an approval that is repeated', () => {
    const { standing } = foldEvents(story('created', 'submitted', 'approved', 'approved'), level);
    expect(standing.since).toEqual(event('approved', 2).happenedAt);
  });

  test('begins anew with every request to send something again', () => {
    const { standing } = foldEvents(story('submitted', 'resubmission-requested', 'resubmission-requested'), level);
    expect(standing.since).toEqual(event('resubmission-requested', 2).happenedAt);
  });

  test('keeps the date of a withdrawal that is repeated, and begins anew where it asks for something else', () => {
    const { history } = foldEvents(story('approved', 'rejected', 'deleted', 'reset'), level);
    expect(history.map(({ standing }) => standing.since?.getUTCSeconds())).toEqual([0, 1, 1, 3]);
    expect(history.map(({ effect }) => effect)).toEqual(['changed', 'changed', 'same', 'changed']);
  });

  test('stays the same with a note', () => {
    const { history } = foldEvents(story('approved', 'noted'), level);
    expect(history.map(({ effect }) => effect)).toEqual(['changed', 'same']);
  });

  test('ignores a verdict about another level', () => {
    const events = [event('submitted', 1), event('approved', 2, 'another-level')];
    expect(foldEvents(events, level).standing.status).toBe('in-review');
    expect(foldEvents(events, level).history.at(-1)?.effect).toBe('other-level');
  });

  test.each<[EventKind, string | null, string]>([
    ['approved', null, 'verified'],
    ['reset', null, 'not-started'],
    ['steps-reset', null, 'in-progress'],
    ['level-changed', null, 'not-started'],
    ['level-changed', 'another-level', 'not-started'],
    ['deactivated', 'another-level', 'not-verified'],
    ['deleted', 'another-level', 'not-started'],
    ['created', 'another-level', 'in-review'],
    ['rejected', 'another-level', 'in-review'],
    ['reset', 'another-level', 'in-review'],
    ['steps-reset', 'another-level', 'in-review'],
  ])('during a review follows %s at the level %j: %s', (kind, levelName, expected) => {
    expect(foldEvents([event('submitted', 1), event(kind, 2, levelName)], level).standing.status).toBe(expected);
  });

  test('comes back with an activation whichever level that names', () => {
    const events = [...story('submitted', 'deactivated'), event('activated', 2, 'another-level')];
    expect(foldEvents(events, level).standing.status).toBe('in-review');
  });

  test('is another as the review has it while the person is deactivated', () => {
    const { standing, reviewed } = foldEvents(story('submitted', 'deactivated', 'deactivated'), level);
    expect([standing.status, reviewed.status]).toEqual(['not-verified', 'in-review']);
    const active = foldEvents(story('submitted', 'deactivated', 'rejected'), level);
    expect(active.reviewed).toEqual(active.standing);
  });

  test('loses an approval when the person is moved to another level', () => {
    const events = [event('approved', 1), event('level-changed', 2, 'another-level')];
    expect(foldEvents(events, level).standing).toMatchObject({ status: 'changed', remedy: 'start-again' });
  });

  test.each<EventKind>([
    'held',
    'resubmission-requested',
    'rejected',
    'steps-reset',
    'reset',
    'level-changed',
    'deactivated',
    'deleted',
  ])('grants less when an approval and %s happened in one millisecond', kind => {
    const events = [event(kind, 1), { ...event('approved', 1), key: 'z' }];
    expect(foldEvents(events, level).standing.status).not.toBe('verified');
    expect(foldEvents(events.reverse(), level).standing.status).not.toBe('verified');
  });
});

test('two standings are the same only in status, remedy and dates', () => {
  const standing = {
    status: 'changed' as const,
    remedy: 'contact' as const,
    approvedAt: new Date(0),
    since: new Date(1),
  };
  expect(isSameStanding(standing, { ...standing, approvedAt: new Date(0), since: new Date(1) })).toBe(true);
  expect(isSameStanding({ status: 'not-started', since: null }, { status: 'not-started', since: null })).toBe(true);
  const others: Standing[] = [
    { status: 'verified', since: new Date(1) },
    { ...standing, remedy: 'resubmit' },
    { ...standing, since: new Date(2) },
    { ...standing, approvedAt: new Date(2) },
    { ...standing, since: null },
  ];
  for (const other of others) expect(isSameStanding(standing, other)).toBe(false);
  expect(isSameStanding({ status: 'verified', since: null }, { status: 'in-review', since: null })).toBe(false);
});

const kinds: EventKind[] = [
  'created',
  'submitted',
  'held',
  'approved',
  'resubmission-requested',
  'rejected',
  'steps-reset',
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
      'steps-reset',
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
