import { array, assert, boolean, constantFrom, oneof, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import type { VerificationStatus } from '#contract/verification';
import { aChangedVerification, aVerification } from '../testing/fake-backend';
import { type Told, tell } from './late-changes';

const statuses = [
  'not-started',
  'in-progress',
  'in-review',
  'on-hold',
  'verified',
  'action-needed',
  'not-verified',
  'changed',
] as const satisfies VerificationStatus[];

const toVerification = (status: VerificationStatus, reference = '7K2-94F') =>
  status === 'changed' ? { ...aChangedVerification({}), reference } : { ...aVerification({ status }), reference };

test.each(statuses.flatMap(from => statuses.filter(to => to !== from).map(to => [from, to] as const)))(
  'tells somebody who looks on that %s became %s, once',
  (from, to) => {
    const first = tell(undefined, toVerification(from), true);
    const change = tell(first.told, toVerification(to), true);
    const heartbeat = tell(change.told, toVerification(to), true);
    expect([first, change, heartbeat].map(({ isNews }) => isNews)).toEqual([false, true, false]);
  },
);

test('what another person is like is no change', () => {
  const { told } = tell(undefined, toVerification('verified'), true);
  expect(tell(told, toVerification('in-review', 'ANO-THR'), true).isNews).toBe(false);
});

test('after any story the person knows what is so, was told it once, and was told nothing that is not so', () => {
  const step = oneof(record({ becomes: constantFrom(...statuses) }), record({ isVisible: boolean() }));
  assert(
    property(constantFrom(...statuses), boolean(), array(step, { maxLength: 40 }), (first, isVisibleFirst, steps) => {
      let [status, isVisible]: [VerificationStatus, boolean] = [first, isVisibleFirst];
      let told: Told = tell(undefined, toVerification(status), isVisible).told;
      const heard: VerificationStatus[] = [first];
      for (const event of steps) {
        if ('becomes' in event) status = event.becomes;
        else isVisible = event.isVisible;
        const before = told;
        const outcome = tell(told, toVerification(status), isVisible);
        told = outcome.told;
        if (outcome.isNews) {
          expect(isVisible).toBe(true);
          expect(heard.at(-1)).not.toBe(status);
          heard.push(status);
        }
        expect(heard.at(-1)).toBe(told.status);
        expect(told.isBehind).toBe(told.status !== status);
        expect(told.isBehind && isVisible).toBe(false);
        expect(tell(told, toVerification(status), isVisible)).toEqual({ told, isNews: false }); // effects run twice
        expect(before.status === told.status || isVisible).toBe(true);
      }
    }),
    { numRuns: 2_000 },
  );
});
