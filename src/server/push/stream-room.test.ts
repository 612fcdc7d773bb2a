import { expect, test } from 'vitest';
import { createStreamRoom } from './stream-room';

test('gives so many places to one person and so many in all', () => {
  const room = createStreamRoom({ inAll: 3, perPerson: 2 });
  expect([room.take('a'), room.take('a')]).not.toContain(undefined);
  expect(room.take('a')).toBeUndefined();
  const leave = room.take('b');
  expect(room.take('c')).toBeUndefined();
  leave?.();
  expect(room.take('c')).toBeDefined();
});

test('takes a place back once, however often it is given back', () => {
  const room = createStreamRoom({ inAll: 2, perPerson: 2 });
  const leave = room.take('a');
  room.take('b');
  leave?.();
  leave?.();
  expect(room.take('a')).toBeDefined();
  expect(room.take('a')).toBeUndefined();
});

test('remembers nobody who has left', () => {
  const room = createStreamRoom({ inAll: 1, perPerson: 1 });
  for (let count = 0; count < 1_000; count += 1) room.take(`person ${count}`)?.();
  expect(room.take('another')).toBeDefined();
});
