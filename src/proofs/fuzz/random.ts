import { createRandom } from '../seeded-random';

/** Chance that repeats itself from its seed, in the kinds that a fuzzer needs. */
export interface FuzzRandom {
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number;
  chance(probability: number): boolean;
  pick<T>(choices: readonly T[]): T;
  bytes(length: number): Buffer;
  /** Text of printable ASCII, of Cyrillic, or of whatever a string can hold. */
  text(maxLength: number): string;
}

const ranges = [
  { from: 0x20, to: 0x7f },
  { from: 0x400, to: 0x530 },
  { from: 0, to: 0xffff },
] as const;

export function createFuzzRandom(seed: number): FuzzRandom {
  const { next, integer, pick } = createRandom(seed);
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    chance: probability => next() < probability,
    pick,
    bytes: length => Buffer.from(Array.from({ length }, () => below(256))),
    text(maxLength) {
      const { from, to } = pick(ranges);
      return String.fromCharCode(...Array.from({ length: integer(0, maxLength) }, () => integer(from, to - 1)));
    },
  };
}
