import * as v from 'valibot';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestSandbox, origin, type TestSandbox } from '../open-test-sandbox';
import { faultCatalogue } from './fault-catalogue';
import { apiFaultSchema, deliveryFaultSchema, faultListSchema, newFaultSchema } from './fault-contract';

let bench: TestSandbox;
beforeEach(() => {
  bench = openTestSandbox();
});
afterEach(() => bench.close());

async function readFaults() {
  return v.parse(faultListSchema, await (await bench.panel('/faults')).json());
}

test('offers every fault with a form that is valid as it is', async () => {
  const { items, catalogue } = await readFaults();
  expect(items).toEqual([]);
  const nameOf = ({ entries }: { entries: { name: { literal: string } } }) => entries.name.literal;
  expect(catalogue.map(entry => [entry.target, entry.name])).toEqual([
    ...deliveryFaultSchema.options.map(option => ['receiver', nameOf(option)]),
    ...apiFaultSchema.options.map(option => ['api', nameOf(option)]),
  ]);
  for (const { name, target, parameters } of catalogue) {
    const values = Object.fromEntries(parameters.map(parameter => [parameter.name, parameter.default]));
    const filled = v.parse(newFaultSchema, { target, fault: { name, ...values } });
    expect(filled).toEqual(v.parse(newFaultSchema, { target, fault: { name } }));
    expect(Object.keys(filled.fault).sort()).toEqual(['name', ...Object.keys(values)].sort());
  }
});

test.each(
  faultCatalogue.flatMap(({ target, name, parameters }) =>
    parameters.flatMap(parameter =>
      parameter.kind === 'number'
        ? [
            [target, name, parameter.name, parameter.min - 1, parameter.max] as const,
            [target, name, parameter.name, parameter.max + 1, parameter.min] as const,
          ]
        : [],
    ),
  ),
)('takes for %s %s just the %s that the form allows', (target, name, parameter, refused, taken) => {
  expect(v.is(newFaultSchema, { target, fault: { name, [parameter]: refused } })).toBe(false);
  expect(v.is(newFaultSchema, { target, fault: { name, [parameter]: taken } })).toBe(true);
});

test('says what is set and what is left, and still knows after a restart', async () => {
  await bench.panel('/faults', { target: 'receiver', fault: { name: 'drop' } });
  await bench.panel('/faults', {
    target: 'receiver',
    fault: { name: 'delay', seconds: 90 },
    times: null,
    only: { externalUserId: 'u-1', type: 'applicantPending' },
  });
  await bench.restart();
  const { items } = await readFaults();
  expect(items).toHaveLength(2);
  expect(items).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ target: 'receiver', fault: { name: 'drop' }, left: 1, only: {} }),
      expect.objectContaining({
        fault: { name: 'delay', seconds: 90 },
        left: null,
        only: { externalUserId: 'u-1', type: 'applicantPending' },
        setAt: '2026-01-15T10:00:00.000Z',
      }),
    ]),
  );
});

test('clears everything at once', async () => {
  await bench.panel('/faults', { target: 'receiver', fault: { name: 'drop' }, times: null });
  await bench.panel('/faults', { target: 'api', fault: { name: 'cut' } });
  const response = await bench.panel('/faults/clear', {});
  expect(v.parse(faultListSchema, await response.json()).items).toEqual([]);
});

test.each([
  ['no such fault', { target: 'receiver', fault: { name: 'haunted' } }, /name/],
  ['a fault of the other side', { target: 'api', fault: { name: 'drop' } }, /name/],
  ['a number of times that is none', { target: 'api', fault: { name: 'cut' }, times: 0 }, /times/],
  ['a code that is in no list', { target: 'api', fault: { name: 'error-code', errorCode: 1 } }, /errorCode/],
  [
    'a part of a second',
    { target: 'api', fault: { name: 'too-many-requests', retryAfterSeconds: 0.5 } },
    /retryAfterSeconds/,
  ],
  ['a path that is not the API', { target: 'api', fault: { name: 'cut' }, only: { pathPrefix: '/' } }, /pathPrefix/],
])('refuses %s with 400 and the field', async (_what, body, description) => {
  const response = await bench.panel('/faults', body);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ description: expect.stringMatching(description) });
});

test('answers 404 for a fault that is not set', async () => {
  const response = await bench.sandbox.fetch(`${origin}/panel/api/faults/0`, {
    method: 'DELETE',
    headers: { 'Content-Type': 'application/json' },
  });
  expect(response.status).toBe(404);
});

test.each(['faults', 'faults/clear', 'clock/advance', 'webhooks/sandbox/test'])(
  'refuses a change through /%s that another site could have sent',
  async path => {
    const response = await bench.sandbox.fetch(`${origin}/panel/api/${path}`, { method: 'POST', body: '{}' });
    expect(response.status).toBe(415);
  },
);
