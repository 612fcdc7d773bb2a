import { expect, test } from 'vitest';
import { readLogo } from './read-logo';

test('a picture becomes an address that holds it', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>';
  expect(await readLogo(new Blob([svg], { type: 'image/svg+xml' }))).toEqual({
    kind: 'read',
    image: `data:image/svg+xml;base64,${btoa(svg)}`,
  });
});

test('what is no picture, too large or gone is refused with the reason', async () => {
  const refusal = (reason: string) => ({ kind: 'refused', reason });
  expect(await readLogo(new Blob(['x'], { type: 'text/html' }))).toEqual(refusal('type'));
  expect(await readLogo(new Blob([new Uint8Array(64 * 1024 + 1)], { type: 'image/png' }))).toEqual(refusal('size'));
  const gone = { type: 'image/png', size: 1, arrayBuffer: () => Promise.reject(new Error('gone')) };
  expect(await readLogo(gone)).toEqual(refusal('unreadable'));
});
