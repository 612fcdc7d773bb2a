import { expect, test } from 'vitest';
import { createStaleReader } from './stale-reader';

/** Reads that end when the test says so. */
function createReads() {
  const reads: { ids: readonly string[]; end: () => void; fail: () => void }[] = [];
  const errors: unknown[] = [];
  const reader = createStaleReader(
    ids =>
      new Promise((resolve, reject) => {
        reads.push({ ids, end: resolve, fail: () => reject(new Error('away')) });
      }),
    error => errors.push(error),
  );
  return { reads, errors, reader };
}

const turn = () => new Promise(resolve => setImmediate(resolve));

test('reads a thousand announcements of one thing twice', async () => {
  const { reads, reader } = createReads();
  for (let count = 0; count < 1_000; count += 1) reader.add(['a']);
  reads[0]?.end();
  await turn();
  reads[1]?.end();
  await reader.settle();
  expect(reads.map(read => read.ids)).toEqual([['a'], ['a']]);
});

test('reads ten thousand things in portions, one after the other', async () => {
  const { reads, reader } = createReads();
  reader.add(Array.from({ length: 10_000 }, (_, number) => String(number)));
  for (let portion = 0; portion < 10; portion += 1) {
    expect(reads).toHaveLength(portion + 1);
    reads[portion]?.end();
    await turn();
  }
  await reader.settle();
  expect(new Set(reads.flatMap(read => read.ids)).size).toBe(10_000);
  expect(reads).toHaveLength(10);
});

test('forgets what nobody follows any more', async () => {
  const { reads, reader } = createReads();
  reader.add(['a']);
  reader.add(['b', 'c']);
  reader.forget('b');
  reads[0]?.end();
  await turn();
  expect(reads[1]?.ids).toEqual(['c']);
});

test('keeps what could not be read, and asks for nothing more while it waits', async () => {
  const { reads, errors, reader } = createReads();
  reader.add(['a']);
  reads[0]?.fail();
  await turn();
  for (let count = 0; count < 100; count += 1) reader.add(['b']);
  expect(errors).toHaveLength(1);
  expect(reads).toHaveLength(1);
  await expect.poll(() => reads.length, { timeout: 10_000 }).toBe(2);
  expect(reads[1]?.ids).toEqual(['a', 'b']);
});
