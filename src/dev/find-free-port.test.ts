import { expect, test } from 'vitest';
import { findFreePort } from './find-free-port';

test('names no port twice, though nobody listens there yet', async () => {
  const ports: number[] = [];
  while (ports.length < 600) ports.push(await findFreePort());
  expect(new Set(ports).size).toBe(600);
});
