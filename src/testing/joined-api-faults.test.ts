import * as v from 'valibot';
import { afterEach, expect, test, vi } from 'vitest';
import { problemSchema } from '#contract/problem';
import { type ErrorCode, errorCodes } from '#idngo/errors';
import { faultListSchema, type NewFaultInput } from '#sandbox/control/fault-contract';
import { type JoinedPerson, joinAppAndSandbox } from './joined';

const joined = await joinAppAndSandbox();
afterEach(async () => {
  vi.restoreAllMocks();
  await joined.panel('/faults/clear', {});
});

type ForApi = Extract<NewFaultInput, { target: 'api' }>;

async function setFault(fault: ForApi['fault'], times: number | null): Promise<void> {
  expect((await joined.panel('/faults', { target: 'api', fault, times })).status).toBe(201);
}

const askForToken = (person: JoinedPerson) => person.ask('/api/access-token', { method: 'POST' });

async function readProblem(response: Response) {
  const { status, code } = v.parse(problemSchema, await response.json());
  expect(response.status).toBe(status);
  return { code, retryAfter: response.headers.get('retry-after') };
}

/** How often the backend repeats a call that failed, and once more. */
const attempts = 3;
const unreachable = { code: 'provider-unreachable', retryAfter: '5' };
const refused = { code: 'provider-refused', retryAfter: null };

test.each<ForApi['fault']>([
  { name: 'server-error' },
  { name: 'bad-gateway' },
  { name: 'unavailable' },
  { name: 'cut' },
])('%o: is repeated, told as unreachable while it lasts, and over when it is over', async fault => {
  const person = await joined.enter();
  await setFault(fault, attempts - 1);
  expect((await askForToken(person)).status).toBe(200);
  await setFault(fault, attempts);
  expect(await readProblem(await askForToken(person))).toEqual(unreachable);
  expect((await askForToken(person)).status).toBe(200);
});

test('too-many-requests: is not repeated, told with the time to wait, and over when it is over', async () => {
  const person = await joined.enter();
  await setFault({ name: 'too-many-requests' }, 1);
  expect(await readProblem(await askForToken(person))).toEqual(unreachable);
  expect((await askForToken(person)).status).toBe(200);
});

test('time-out: ends the backend’s patience, and a token can be had afterwards although the answer still hangs', async () => {
  const person = await joined.enter();
  await setFault({ name: 'time-out' }, 1);
  const patience = new AbortController();
  vi.spyOn(AbortSignal, 'timeout').mockReturnValueOnce(patience.signal);
  const asked = askForToken(person);
  await vi.waitFor(async () => {
    const { items } = v.parse(faultListSchema, await (await joined.panel('/faults')).json());
    expect(items).toMatchObject([{ left: 0 }]);
  });
  patience.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
  expect(await readProblem(await asked)).toEqual(unreachable);
  expect((await askForToken(person)).status).toBe(200);
});

test('clock-skew: is told as a refusal, and over when the clock is right again', async () => {
  const person = await joined.enter();
  await setFault({ name: 'clock-skew', seconds: -3_600 }, null);
  expect(await readProblem(await askForToken(person))).toEqual(refused);
  await joined.panel('/faults/clear', {});
  expect((await askForToken(person)).status).toBe(200);
});

test.each(Object.keys(errorCodes).map(Number) as ErrorCode[])(
  'error-code %i: is told as a refusal without its details, and over when it is over',
  async errorCode => {
    const person = await joined.enter();
    await setFault({ name: 'error-code', errorCode }, 1);
    const response = await askForToken(person);
    expect(await response.clone().text()).not.toContain(errorCodes[errorCode].errorName);
    expect(await readProblem(response)).toEqual(refused);
    expect((await askForToken(person)).status).toBe(200);
  },
);

test('faults of reading documents leave the status alone', async () => {
  const person = await joined.enter();
  await person.openFrame();
  await person.submit();
  await person.decide({ reviewAnswer: 'GREEN' });
  await setFault({ name: 'unavailable' }, attempts);
  expect(await readProblem(await person.ask('/api/verification/documents'))).toEqual(unreachable);
  expect(await person.status()).toMatchObject({ status: 'verified' });
  expect((await person.readDocuments()).recognised).toHaveLength(1);
});
