import { expect, test } from 'vitest';
import { composeToken, tokenShapes } from '#sandbox/api/token-shapes';
import { readFrameAddress } from './read-frame-address';

const url = 'https://frame.example';
const token = (shape: (typeof tokenShapes)[number], environment: 'sandbox' | 'production') =>
  composeToken(shape, { uuid: '0b6f3a52-9d0f-4c5e-8f0e-2f6f3c1f7a10', url, environment });

test.each(tokenShapes)('reads of the shape %s what the loader reads', shape => {
  const named = shape.startsWith('jwt') ? url : undefined;
  expect(readFrameAddress(token(shape, 'sandbox'))).toBe(named);
  expect(readFrameAddress(token(shape, 'production'))).toBe(named);
});

test('does not see what the loader cannot decode', () => {
  const claims = Buffer.from(JSON.stringify({ url: `${url}/???>>>` })).toString('base64url');
  expect(claims).toMatch(/[-_]/);
  expect(readFrameAddress(`_act-jwt-e30.${claims}.`)).toBeUndefined();
  expect(readFrameAddress('_act-jwt-not json.')).toBeUndefined();
});
