import { expect, test } from 'vitest';
import { signingVectors } from '#idngo/signing';
import { computeSignature, signRequest } from './sign-request';

test.each(signingVectors)(
  'signs the documented example $pathAndQuery',
  ({ timestampSeconds, secretKey, signature, ...example }) => {
    const request = { ...example, body: Buffer.from(example.body) };
    expect(computeSignature(request, timestampSeconds, secretKey)).toBe(signature);
  },
);

test('sends the time in seconds', () => {
  const request = { method: 'GET', pathAndQuery: '/resources/status/api', body: new Uint8Array() };
  const headers = signRequest(request, { appToken: 'sbx:a.b', secretKey: 'key' }, 1_607_551_635_999);
  expect(headers['X-App-Access-Ts']).toBe('1607551635');
});

test('signs other bytes differently', () => {
  const request = { method: 'POST', pathAndQuery: '/x', body: Buffer.from('{"a":1}') };
  const respaced = { ...request, body: Buffer.from('{ "a": 1 }') };
  expect(computeSignature(request, 1, 'key')).not.toBe(computeSignature(respaced, 1, 'key'));
});
