/** Chance that can be had again: the same seed gives the same choices. */

export interface Chance {
  /** A whole number from 0 up to, not including, `limit`. */
  readonly below: (limit: number) => number;
  readonly letters: (count: number) => string;
}

/** Mulberry32: small, and good enough to choose moments with. */
export const createChance = (seed: number): Chance => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const alphabet = 'abcdefghijklmnopqrstuvwxyzåäö';
  return {
    below,
    letters: (count) =>
      Array.from({ length: count }, () => alphabet[below(alphabet.length)]).join(''),
  };
};
