import { expect, test } from 'vitest';
import { type ProblemCode, problemCodes } from '#contract/problem';
import { ProblemError } from '../api/http';
import { LoaderRefused } from './loader-refused';
import { toSdkFailure } from './sdk-failure';

const read = (cause: unknown, isOnline = true) => toSdkFailure(cause, { now: 1_000_000, isOnline });

test('tells an ended session, a limit and the provider from our own faults', () => {
  const kinds: Partial<Record<ProblemCode, string>> = {};
  for (const code of problemCodes) kinds[code] = read(new ProblemError(code)).is;
  expect(kinds).toMatchObject({
    'session-required': 'session-ended',
    'hand-over-required': 'session-ended',
    'rate-limited': 'rate-limited',
    'attempts-used': 'attempts-used',
    'provider-refused': 'provider-down',
    'provider-unreachable': 'provider-down',
    internal: 'refused',
    'database-unavailable': 'refused',
    'not-found': 'refused',
  });
  expect(read(new ProblemError('unreachable'))).toEqual({ is: 'unreachable' });
});

test('says when another try makes sense, if the answer did', () => {
  const details = { retryAfterSeconds: 30 };
  expect(read(new ProblemError('rate-limited', details))).toEqual({ is: 'rate-limited', until: 1_030_000 });
  expect(read(new ProblemError('provider-unreachable', details))).toEqual({ is: 'provider-down', until: 1_030_000 });
  expect(read(new ProblemError('rate-limited'))).toEqual({ is: 'rate-limited', until: undefined });
});

test('keeps the reference of our own faults', () => {
  expect(read(new ProblemError('internal', { requestId: 'r-1' }))).toEqual({ is: 'refused', requestId: 'r-1' });
  expect(read(new Error('The SDK loader has no init()'))).toEqual({ is: 'refused', requestId: undefined });
});

test('takes a loader that could not be fetched for blocked, unless there is no connection', () => {
  expect(read(new LoaderRefused('gone'))).toEqual({ is: 'blocked' });
  expect(read(new LoaderRefused('gone'), false)).toEqual({ is: 'unreachable' });
  expect(read(new TypeError('Failed to fetch dynamically imported module'))).toEqual({ is: 'unreachable' });
});
