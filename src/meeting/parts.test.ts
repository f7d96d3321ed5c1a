import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  defaultShares,
  fitShares,
  type Part,
  parts,
  type Shares,
  wholeMinutes,
  withShare,
} from './parts.ts';

const anyShares = fc.record({
  inledning: fc.double({ min: -50, max: 300 }),
  aktuellSituation: fc.double({ min: -50, max: 300 }),
  behov: fc.double({ min: -50, max: 300 }),
  sammanfattning: fc.double({ min: -50, max: 300 }),
  avslutning: fc.double({ min: -50, max: 300 }),
});

const expectToHold = (shares: Shares): void => {
  expect(parts.reduce((sum, part) => sum + shares[part], 0)).toBe(100);
  for (const part of parts) {
    expect(Number.isInteger(shares[part])).toBe(true);
    expect(shares[part]).toBeGreaterThanOrEqual(5);
    if (part !== 'behov') expect(shares.behov).toBeGreaterThan(shares[part]);
  }
};

describe('shares of the time', () => {
  it('keeps the default as it is', () => {
    expect(fitShares(defaultShares)).toEqual(defaultShares);
  });

  it('makes any five numbers into shares with Behov the longest', () => {
    fc.assert(fc.property(anyShares, (wanted) => expectToHold(fitShares(wanted))));
  });

  it('leaves shares that hold untouched', () => {
    fc.assert(
      fc.property(anyShares, (wanted) => {
        const fitted = fitShares(wanted);
        expect(fitShares(fitted)).toEqual(fitted);
      }),
    );
  });

  it('gives one part another share at the cost of Behov alone, as far as Behov stays the longest', () => {
    const others = parts.filter((part): part is Exclude<Part, 'behov'> => part !== 'behov');
    fc.assert(
      fc.property(
        anyShares,
        fc.constantFrom(...others),
        fc.double({ min: -20, max: 200 }),
        (start, part, percent) => {
          const before = fitShares(start);
          const after = withShare(before, part, percent);
          expectToHold(after);
          for (const other of others) if (other !== part) expect(after[other]).toBe(before[other]);
        },
      ),
    );
    expect(withShare(defaultShares, 'inledning', 20)).toEqual({
      ...defaultShares,
      inledning: 20,
      behov: 40,
    });
    expect(withShare(defaultShares, 'inledning', 90).behov).toBeGreaterThan(
      withShare(defaultShares, 'inledning', 90).inledning,
    );
  });
});

describe('whole minutes', () => {
  it('make the meeting together, each within a minute of its share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 960 }), anyShares, (minutes, wanted) => {
        const shares = fitShares(wanted);
        const whole = wholeMinutes(minutes, shares);
        expect(parts.reduce((sum, part) => sum + whole[part], 0)).toBe(minutes);
        for (const part of parts) {
          expect(Math.abs(whole[part] - (minutes * shares[part]) / 100)).toBeLessThan(1);
        }
      }),
    );
  });

  it('give a meeting of 45 minutes 4, 7, 23, 7 and 4', () => {
    expect(Object.values(wholeMinutes(45, defaultShares))).toEqual([4, 7, 23, 7, 4]);
  });
});
