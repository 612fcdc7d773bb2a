/** Chance that repeats itself from its seed: what it says depends on nothing but the seed and the calls before. */
export interface Random {
  /** A whole number from 0 up to, without, `limit`. */
  below(limit: number): number;
  chance(probability: number): boolean;
  pick<T>(choices: readonly T[]): T;
  bytes(length: number): Buffer;
  /** Text of printable ASCII, of other scripts, or of whatever a string can hold. */
  text(maxLength: number): string;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  // Mulberry32, by Tommy Ettinger, public domain.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);

  return {
    below,
    chance: probability => next() < probability,
    pick: <T>(choices: readonly T[]) => choices[below(choices.length)] as T,
    bytes: length => Buffer.from(Array.from({ length }, () => below(256))),
    text(maxLength) {
      const [from, to] = [[0x20, 0x7f] as const, [0x400, 0x530] as const, [0, 0xffff] as const][below(3)] ?? [
        0x20, 0x7f,
      ];
      return String.fromCharCode(...Array.from({ length: below(maxLength + 1) }, () => from + below(to - from)));
    },
  };
}
