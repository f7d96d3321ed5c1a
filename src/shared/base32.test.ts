import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base32ToBytes, bytesToBase32, inGroups } from './base32.ts';

test('gives back what it was given, however it is typed', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 200 }),
      fc.integer({ min: 1, max: 7 }),
      (given, size) => {
        const bytes = Uint8Array.from(given);
        const text = bytesToBase32(bytes);
        expect(base32ToBytes(text)).toEqual(bytes);
        const slips = inGroups(text, size).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
        expect(base32ToBytes(`> ${slips.replaceAll(' ', '-')}\n`)).toEqual(bytes);
      },
    ),
  );
});

test('takes no other characters, and no ends that no bytes give', () => {
  expect(base32ToBytes('U0')).toBeNull();
  expect(base32ToBytes('Å0')).toBeNull();
  expect(base32ToBytes('000')).toBeNull();
  expect(base32ToBytes('01')).toBeNull();
  expect(base32ToBytes('')).toEqual(new Uint8Array());
});
