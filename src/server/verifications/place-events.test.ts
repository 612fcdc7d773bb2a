import { describe, expect, test } from 'vitest';
import { type EventKind, foldEvents, type StandIn, type VerificationEvent } from './lifecycle';

const level = 'basic-kyc-level';

function event(kind: EventKind, second: number, standIn: StandIn | null = null, levelName: string | null = level) {
  const happenedAt = new Date(Date.UTC(2026, 10, 25, 12, 0, 0) + second * 1_000);
  return { key: `${kind}-${second}-${standIn}-${levelName}`, kind, levelName, happenedAt, standIn };
}

function standingOf(...events: VerificationEvent[]) {
  const { standing } = foldEvents(events, level);
  return { status: standing.status, second: standing.since ? (standing.since.getTime() / 1_000) % 60 : null };
}

function effectsOf(...events: VerificationEvent[]): string[] {
  return foldEvents(events, level).history.map(({ kind, effect }) => `${kind} ${effect}`);
}

describe('a verdict that was asked for', () => {
  test('gives way to its delivery, which is no news', () => {
    const [submitted, asked] = [event('submitted', 1), event('resubmission-requested', 10, 'second')];
    const delivery = event('resubmission-requested', 10.244);
    expect(standingOf(submitted, asked)).toEqual({ status: 'action-needed', second: 10 });
    expect(standingOf(submitted, asked, delivery)).toEqual({ status: 'action-needed', second: 10 });
    expect(effectsOf(delivery, asked, submitted)).toEqual([
      'submitted changed',
      'resubmission-requested superseded',
      'resubmission-requested changed',
    ]);
  });

  test.each<[string, VerificationEvent]>([
    ['another verdict', event('rejected', 10.2)],
    ['the same verdict later', event('resubmission-requested', 12)],
    ['the same verdict before it', event('resubmission-requested', 9.9)],
    ['the same verdict at another level', event('resubmission-requested', 10.2, null, 'another-level')],
    ['the same verdict from another answer', event('resubmission-requested', 10.2, 'second')],
  ])('does not give way to %s', (_name, other) => {
    const asked = event('resubmission-requested', 10, 'second');
    const { history } = foldEvents([asked, other], level);
    expect(history.find(({ key }) => key === asked.key)?.effect).not.toBe('superseded');
  });

  test.each<EventKind>(['created', 'submitted', 'held', 'noted'])('comes after %s of its second', kind => {
    expect(standingOf(event('approved', 10, 'second'), event(kind, 10.9)).status).toBe('verified');
    expect(standingOf(event('approved', 10, 'second'), event(kind, 10)).status).toBe('verified');
    const { history } = foldEvents([event('approved', 10, 'second'), event(kind, 10.9)], level);
    expect(history.map(entry => entry.kind)).toEqual([kind, 'approved']);
  });

  test('comes before a submission of the next second', () => {
    expect(standingOf(event('approved', 10, 'second'), event('submitted', 11)).status).toBe('in-review');
  });

  test.each<[string, VerificationEvent]>([
    ['of the very same moment', event('approved', 10)],
    ['that names no level', event('approved', 10.2, null, null)],
  ])('gives way to a delivery %s', (_name, delivery) => {
    expect(effectsOf(event('approved', 10, 'second'), delivery)).toContain('approved superseded');
  });

  test.each<EventKind>(['steps-reset', 'reset', 'rejected', 'deactivated', 'deleted'])(
    'comes before %s of its second',
    kind => {
      expect(standingOf(event('approved', 10, 'second'), event(kind, 10.9)).status).toBe('changed');
    },
  );
});

describe('what was concluded from a status', () => {
  test.each<[EventKind, EventKind]>([
    ['held', 'held'],
    ['submitted', 'submitted'],
    ['reset', 'reset'],
    ['reset', 'steps-reset'],
    ['reset', 'level-changed'],
  ])('%s gives way to %s, whenever that happened after it', (concluded, delivered) => {
    const [standIn, delivery] = [event(concluded, 1.001, 'later'), event(delivered, 500)];
    expect(effectsOf(event('created', 1), standIn, delivery)[1]).toBe(`${concluded} superseded`);
    expect(standingOf(event('created', 1), standIn, delivery)).toEqual(standingOf(event('created', 1), delivery));
  });

  test.each<[EventKind, EventKind]>([
    ['reset', 'rejected'],
    ['held', 'level-changed'],
    ['level-changed', 'reset'],
    ['level-changed', 'steps-reset'],
  ])('%s does not give way to %s', (concluded, delivered) => {
    expect(effectsOf(event(concluded, 1.001, 'later'), event(delivered, 500))).not.toContain(`${concluded} superseded`);
  });

  test('of a reset leaves a reset of steps that is dated before it as it is', () => {
    const [steps, standIn] = [event('steps-reset', 1.25), event('reset', 1.5, 'later')];
    expect(standingOf(event('submitted', 1), steps, standIn)).toEqual({ status: 'in-progress', second: 1.25 });
    expect(standingOf(event('submitted', 1), standIn)).toEqual({ status: 'not-started', second: 1.5 });
  });

  test('at no level in particular gives way to a delivery that names one', () => {
    expect(effectsOf(event('deleted', 1.001, 'later', null), event('deleted', 500))).toContain('deleted superseded');
  });

  test('comes before a submission that happened later in its second', () => {
    expect(standingOf(event('held', 1.001, 'later'), event('submitted', 1.5)).status).toBe('in-review');
  });

  test('counts as long as nothing says it', () => {
    expect(standingOf(event('submitted', 1), event('held', 1.001, 'later'), event('noted', 5)).status).toBe('on-hold');
  });
});

test('two events of one kind and millisecond are in order of their keys', () => {
  const [a, b] = [event('rejected', 1), event('rejected', 1, null, null)].map((one, index) => ({
    ...one,
    key: index === 0 ? 'a' : 'b',
  })) as [VerificationEvent, VerificationEvent];
  for (const events of [
    [a, b],
    [b, a],
  ]) {
    expect(foldEvents(events, level).history.map(({ key }) => key)).toEqual(['a', 'b']);
  }
});
