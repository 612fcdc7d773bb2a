import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { VerificationStatus } from '#contract/verification';
import type { Standing } from '../verifications/lifecycle';
import { planCheck } from './plan-check';

const hour = 3_600_000;
const since = new Date('2026-11-25T12:00:00Z');

function standing(status: VerificationStatus): Standing {
  return status === 'changed' ? { status, remedy: 'contact', approvedAt: since, since } : { status, since };
}

/** Waits in hours without jitter, until there are no more. */
function waits(status: VerificationStatus, atMost = 12): number[] {
  const found: number[] = [];
  for (let made = 0; made < atMost; made += 1) {
    const waitMs = planCheck(standing(status), made, 0.5);
    if (waitMs === undefined) break;
    found.push(waitMs / hour);
  }
  return found;
}

test('asks about a review after ten minutes, then ever more rarely, and at least daily without end', () => {
  const sixths = waits('in-review').map(wait => Math.round(wait * 6));
  expect(sixths).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 144, 144, 144, 144]);
});

test('asks about a hold after an hour, and at least daily without end', () => {
  expect(waits('on-hold')).toEqual([1, 2, 4, 8, 16, 24, 24, 24, 24, 24, 24, 24]);
});

test.each<VerificationStatus>(['in-progress', 'action-needed', 'not-started'])(
  'asks about somebody who is %s after an hour, and gives up within a week',
  status => {
    expect(waits(status)).toEqual([1, 2, 4, 8, 16, 32, 64]);
  },
);

test.each<VerificationStatus>(['verified', 'not-verified', 'changed'])(
  'asks about somebody who is %s after 1, 2, 4, 8 and 16 days, and no more',
  status => {
    expect(waits(status).map(wait => wait / 24)).toEqual([1, 2, 4, 8, 16]);
  },
);

test('asks nothing about somebody who never began', () => {
  expect(planCheck({ status: 'not-started', since: null }, 0, 0.5)).toBeUndefined();
});

test('waits a fifth more or less', () => {
  const middle = planCheck(standing('in-review'), 3, 0.5) ?? 0;
  expect(planCheck(standing('in-review'), 3, 0)).toBe(middle * 0.8);
  expect(planCheck(standing('in-review'), 3, 1)).toBe(middle * 1.2);
});

test('never waits longer than a day and a fifth for somebody in review, however often they were asked about', () => {
  fc.assert(
    fc.property(fc.nat(), fc.float({ min: 0, max: 1, noNaN: true }), (made, random) => {
      expect(planCheck(standing('in-review'), made, random)).toBeLessThanOrEqual(Math.ceil(24 * 1.2 * hour));
    }),
  );
});
