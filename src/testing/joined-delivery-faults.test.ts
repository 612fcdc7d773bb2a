import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test, vi } from 'vitest';
import type { NewFaultInput } from '#sandbox/control/fault-contract';
import type { Verdict } from '#sandbox/control/panel-contract';
import { type Delivery, deliveryListSchema } from '#sandbox/control/webhook-contract';
import { type JoinedPerson, joinAppAndSandbox } from './joined';

const joined = await joinAppAndSandbox();
const minute = 60_000;
const hour = 60 * minute;
const green: Verdict = { reviewAnswer: 'GREEN' };
const redRetry: Verdict = { reviewAnswer: 'RED', reviewRejectType: 'RETRY', rejectLabels: ['BAD_SELFIE'] };
const redFinal: Verdict = { reviewAnswer: 'RED', reviewRejectType: 'FINAL', rejectLabels: ['FORGERY'] };

type ForReceiver = Extract<NewFaultInput, { target: 'receiver' }>;

/** Set for this person only, once unless said otherwise. */
async function setFault(person: JoinedPerson, fault: ForReceiver['fault'], times: number | null = 1): Promise<void> {
  const body = { target: 'receiver', fault, times, only: { externalUserId: person.externalUserId } };
  expect((await joined.panel('/faults', body)).status).toBe(201);
}

async function enterAndSubmit(): Promise<JoinedPerson> {
  const person = await joined.enter();
  await person.openFrame();
  await person.submit();
  expect(await person.status()).toMatchObject({ status: 'in-review' });
  return person;
}

async function readLastDelivery(person: JoinedPerson): Promise<Delivery | undefined> {
  const response = await joined.panel(`/deliveries?applicantId=${await person.applicantId()}`);
  return v.parse(deliveryListSchema, await response.json()).items[0];
}

async function sendAgain(person: JoinedPerson): Promise<void> {
  await joined.panel(`/deliveries/${(await readLastDelivery(person))?.deliveryId}/send-again`, {});
}

test('duplicate: what arrives twice at the same moment counts once', async () => {
  const [plain, doubled] = [await joined.enter(), await joined.enter()];
  await setFault(doubled, { name: 'duplicate' }, null);
  for (const person of [plain, doubled]) {
    await person.openFrame();
    await person.submit();
    await person.decide(redRetry);
    await person.submit('again');
    await person.decide(green);
  }
  expect((await readLastDelivery(doubled))?.attempts).toHaveLength(2);
  const { revision } = await plain.status();
  expect(await doubled.status()).toMatchObject({ status: 'verified', revision });
});

describe('drop', () => {
  test('of a submission: the verdict mends it', async () => {
    const person = await joined.enter();
    await person.openFrame();
    await setFault(person, { name: 'drop' });
    await person.submit();
    await joined.advance(25 * hour);
    expect(await person.status()).toMatchObject({ status: 'in-progress' });
    await person.decide(green);
    expect(await person.status()).toMatchObject({ status: 'verified' });
  });

  test('of a verdict: the next webhook mends it, or a repetition by hand', async () => {
    const person = await enterAndSubmit();
    await setFault(person, { name: 'drop' });
    await person.decide(green);
    expect(await person.status()).toMatchObject({ status: 'in-review' });
    await sendAgain(person);
    expect(await person.status()).toMatchObject({ status: 'verified' });

    await setFault(person, { name: 'drop' });
    await person.decide(redRetry);
    expect(await person.status()).toMatchObject({ status: 'verified' });
    await person.decide(redFinal);
    expect(await person.status()).toMatchObject({ status: 'changed', remedy: 'contact' });
  });

  test('of a verdict: where nothing else comes, it is found out by asking, as joined-reconciler.test.ts does', async () => {
    const person = await enterAndSubmit();
    await setFault(person, { name: 'drop' });
    await person.decide(green);
    expect((await person.ask('/api/verification/check', { method: 'POST' })).status).toBe(202);
    await vi.waitFor(async () => expect(await person.status()).toMatchObject({ status: 'verified' }));
  });
});

describe('delay', () => {
  test('the verdict counts from when it was given, not from when it arrived', async () => {
    const person = await enterAndSubmit();
    await setFault(person, { name: 'delay', seconds: 3_600 });
    await person.decide(green);
    const decidedAt = joined.sandbox.clock.now();
    await joined.advance(hour - 1);
    expect(await person.status()).toMatchObject({ status: 'in-review' });
    await joined.advance(1);
    const { status, changedAt } = await person.status();
    expect(status).toBe('verified');
    expect(Math.abs(Date.parse(changedAt ?? '') - decidedAt)).toBeLessThan(1_000);
  });

  test('a verdict that comes after a later one takes nothing back', async () => {
    const person = await enterAndSubmit();
    await setFault(person, { name: 'delay', seconds: 60 });
    await person.decide(redRetry);
    await person.decide(green);
    expect(await person.status()).toMatchObject({ status: 'verified' });
    await joined.advance(minute);
    expect((await readLastDelivery(person))?.state).toBe('delivered');
    expect(await person.status()).toMatchObject({ status: 'verified' });
  });
});

test('reorder: verdicts that arrive in the wrong order end as they were given', async () => {
  const person = await enterAndSubmit();
  await setFault(person, { name: 'reorder' });
  await person.decide(green);
  expect(await person.status()).toMatchObject({ status: 'in-review' });
  await person.decide(redFinal);
  expect(await person.status()).toMatchObject({ status: 'changed', remedy: 'contact' });
});

test.each<[ForReceiver['fault'], number]>([
  [{ name: 'wrong-signature' }, 401],
  [{ name: 'wrong-algorithm', claim: 'another' }, 401],
  [{ name: 'wrong-algorithm', claim: 'unknown' }, 401],
  [{ name: 'missing-signature' }, 401],
  [{ name: 'huge', megabytes: 5 }, 413],
])('%o: is refused, changes nothing, and its retry after five minutes does', async (fault, httpStatus) => {
  const person = await enterAndSubmit();
  await setFault(person, fault);
  await person.decide(green);
  expect(await readLastDelivery(person)).toMatchObject({ state: 'waiting', attempts: [{ httpStatus, fault }] });
  expect(await person.status()).toMatchObject({ status: 'in-review' });
  await joined.advance(5 * minute);
  expect(await readLastDelivery(person)).toMatchObject({ state: 'delivered', attempts: [{}, { httpStatus: 200 }] });
  expect(await person.status()).toMatchObject({ status: 'verified' });
});

test('huge: one of a megabyte less a little is taken, with all it says', async () => {
  const person = await enterAndSubmit();
  await setFault(person, { name: 'huge', megabytes: 1 });
  await person.decide(green);
  expect(await person.status()).toMatchObject({ status: 'verified' });
});

test('malformed: is kept and answered 200, changes nothing, and the next webhook finds everything in order', async () => {
  const fault = { name: 'malformed' } as const;
  const person = await joined.enter();
  await person.openFrame();
  await setFault(person, fault);
  await person.submit();
  expect(await readLastDelivery(person)).toMatchObject({ state: 'delivered', attempts: [{ httpStatus: 200, fault }] });
  expect(await person.status()).toMatchObject({ status: 'in-progress' });
  await person.decide(green);
  expect(await person.status()).toMatchObject({ status: 'verified' });
  await setFault(person, fault);
  await person.decide(redFinal);
  expect(await person.status()).toMatchObject({ status: 'verified' });
  await sendAgain(person);
  expect(await person.status()).toMatchObject({ status: 'changed', remedy: 'contact' });
});

test('unknown-type: is kept and answered 200, and IDnGO is asked what became of the person', async () => {
  const fault = { name: 'unknown-type', type: 'applicantEnlarged' } as const;
  const person = await joined.enter();
  await person.openFrame();
  for (const [happen, expected] of [
    [() => person.submit(), { status: 'in-review' }],
    [() => person.decide(green), { status: 'verified' }],
    [() => person.decide(redFinal), { status: 'changed', remedy: 'contact' }],
  ] as const) {
    await setFault(person, fault);
    await happen();
    expect(await readLastDelivery(person)).toMatchObject({
      state: 'delivered',
      attempts: [{ httpStatus: 200, fault }],
    });
    await vi.waitFor(async () => expect(await person.status()).toMatchObject(expected));
  }
});

test('unknown-field: is taken as if the fields were not there', async () => {
  const person = await joined.enter();
  await setFault(person, { name: 'unknown-field' }, null);
  await person.openFrame();
  await person.submit();
  expect(await person.status()).toMatchObject({ status: 'in-review' });
  await person.decide(green);
  expect(await person.status()).toMatchObject({ status: 'verified' });
});

test('slow: is taken when its last piece is there', async () => {
  const person = await enterAndSubmit();
  await setFault(person, { name: 'slow', seconds: 3 });
  await joined.panel(`/applicants/${await person.applicantId()}/verdict`, green);
  for (let piece = 1; piece <= 3; piece += 1) {
    // The time-out and the next piece.
    await vi.waitFor(() => expect(joined.realTime.delays()).toHaveLength(2));
    expect(await person.status()).toMatchObject({ status: 'in-review' });
    joined.realTime.advance(1_000);
  }
  await joined.settle();
  expect(await readLastDelivery(person)).toMatchObject({ state: 'delivered', attempts: [{ durationMs: 3_000 }] });
  expect(await person.status()).toMatchObject({ status: 'verified' });
});

test('whatever mix of faults that lose nothing ends, after a day, where it ends without any', async () => {
  const faults: ForReceiver['fault'][] = [
    { name: 'duplicate' },
    { name: 'delay', seconds: 45 },
    { name: 'reorder' },
    { name: 'wrong-signature' },
    { name: 'missing-signature' },
    { name: 'unknown-field' },
    { name: 'huge', megabytes: 2 },
  ];
  const steps = {
    green: (person: JoinedPerson) => person.decide(green),
    redRetry: (person: JoinedPerson) => person.decide(redRetry),
    redFinal: (person: JoinedPerson) => person.decide(redFinal),
    hold: act('hold'),
    reset: act('reset'),
    deactivate: act('deactivate'),
    activate: act('activate'),
  };
  /** What is not possible at the time is refused for both alike. */
  function act(name: string) {
    return async (person: JoinedPerson) => {
      await joined.panel(`/applicants/${await person.applicantId()}/${name}`, {});
      await joined.settle();
    };
  }
  const move = fc.record({
    step: fc.constantFrom(...(Object.keys(steps) as (keyof typeof steps)[])),
    fault: fc.option(fc.constantFrom(...faults)),
    thenSeconds: fc.integer({ min: 0, max: 400 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 2, maxLength: 8 }), async moves => {
      const [plain, faulty] = [await enterAndSubmit(), await enterAndSubmit()];
      for (const { step, fault, thenSeconds } of moves) {
        await steps[step](plain);
        if (fault) await setFault(faulty, fault);
        await steps[step](faulty);
        await joined.advance(thenSeconds * 1_000);
      }
      await joined.panel('/faults/clear', {});
      await joined.advance(25 * hour);
      const [{ changedAt: _, revision: __, reference: ___, ...expected }, ended] = [
        await plain.status(),
        await faulty.status(),
      ];
      expect(ended).toMatchObject(expected);
    }),
    { numRuns: 25 },
  );
});
