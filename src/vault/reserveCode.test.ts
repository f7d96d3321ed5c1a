import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createReserveCode, parseReserveCode, reserveCodeGroups } from './reserveCode.ts';
import { openSecret, secretOf } from './secret.ts';
import { errorOf, realRandom, unwrap } from './testing.ts';

const codeOf = (seed: Uint8Array) =>
  createReserveCode({ random: { bytes: () => new Uint8Array(seed) } }).code;

const seeds = fc.uint8Array({ minLength: 16, maxLength: 16 });

describe('the reserve code', () => {
  test('carries 128 random bits in seven groups of four characters', () => {
    const { code, bytes } = createReserveCode({ random: realRandom });
    expect(bytes.length * 8).toBe(128);
    expect(reserveCodeGroups(code).map((group) => group.length)).toEqual([4, 4, 4, 4, 4, 4, 4]);
  });

  test('is read back however it was typed', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(' ', '-', ' – ', ''), (seed, between) => {
        const typed = reserveCodeGroups(codeOf(seed))
          .join(between)
          .toLowerCase()
          .replaceAll('0', 'o')
          .replaceAll('1', 'l');
        expect([...unwrap(parseReserveCode(secretOf(` ${typed} `)))]).toEqual([...seed]);
      }),
    );
  });

  test('finds every single wrong character', () => {
    fc.assert(
      fc.property(seeds, fc.nat({ max: 27 }), fc.nat({ max: 30 }), (seed, at, step) => {
        const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
        const text = openSecret(codeOf(seed));
        const wrong = alphabet[(alphabet.indexOf(text[at] ?? '') + 1 + step) % 32];
        const typed = text.slice(0, at) + wrong + text.slice(at + 1);
        expect(errorOf(parseReserveCode(secretOf(typed))).kind).toBe('checksum');
      }),
      { numRuns: 500 },
    );
  });

  test('finds every swap of two neighbours', () => {
    fc.assert(
      fc.property(seeds, fc.nat({ max: 26 }), (seed, at) => {
        const text = openSecret(codeOf(seed));
        fc.pre(text[at] !== text[at + 1]);
        const typed = text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
        expect(errorOf(parseReserveCode(secretOf(typed))).kind).toBe('checksum');
      }),
      { numRuns: 500 },
    );
  });

  test('says what is missing and which character cannot be right', () => {
    expect(errorOf(parseReserveCode(secretOf('ABCD-EFGH')))).toEqual({
      kind: 'wrongLength',
      characters: 8,
      expected: 28,
    });
    expect(errorOf(parseReserveCode(secretOf('AB-ÅD')))).toEqual({ kind: 'wrongCharacter', at: 2 });
  });
});
