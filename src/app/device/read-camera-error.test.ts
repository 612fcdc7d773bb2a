import { expect, test } from 'vitest';
import { type CameraCircumstances, readCameraError } from './read-camera-error';

const read = (name: string, message = '', circumstances: Partial<CameraCircumstances> = {}) =>
  readCameraError(new DOMException(message, name), {
    permission: 'unknown',
    isAllowedByPolicy: true,
    ...circumstances,
  });

test.each([
  ['NotFoundError', 'cameraMissing'],
  ['NotReadableError', 'cameraBusy'],
  ['OverconstrainedError', 'cameraUnsuitable'],
  ['AbortError', 'cameraInterrupted'],
  ['SecurityError', 'cameraSwitchedOff'],
  ['TypeError', 'cameraUnsupported'],
  ['NotAllowedError', 'cameraDenied'],
  ['PermissionDeniedError', 'cameraDenied'],
  ['InvalidStateError', 'cameraUnknown'],
])('takes %s for %s', (name, problem) => {
  expect(read(name)).toBe(problem);
});

test('tells a refusal by the system from one by the person', () => {
  expect(read('NotAllowedError', 'Permission denied', { permission: 'denied' })).toBe('cameraDenied');
  expect(read('NotAllowedError', 'Permission denied by system')).toBe('cameraDeniedBySystem');
  expect(read('NotAllowedError', 'not allowed by the user agent or the platform', { permission: 'granted' })).toBe(
    'cameraDeniedBySystem',
  );
});

test('tells a question that was closed from one that was answered with no', () => {
  expect(read('NotAllowedError', 'Permission dismissed')).toBe('cameraDismissed');
  expect(read('NotAllowedError', 'Permission denied', { permission: 'prompt' })).toBe('cameraDismissed');
});

test('tells a policy of the page from both', () => {
  expect(read('NotAllowedError', 'Permission denied', { isAllowedByPolicy: false })).toBe('cameraDeniedByPolicy');
});

test.each([new TypeError('no constraints'), { name: 'TypeError' }])('reads what is no DOMException: %o', error => {
  expect(readCameraError(error, { permission: 'unknown', isAllowedByPolicy: true })).toBe('cameraUnsupported');
});

test.each([undefined, 'no', 7])('makes nothing up from %o', error => {
  expect(readCameraError(error, { permission: 'unknown', isAllowedByPolicy: true })).toBe('cameraUnknown');
});
