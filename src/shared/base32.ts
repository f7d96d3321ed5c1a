/**
 * Crockford's base32: what goes through mail, telephones and hands. Small letters, O for 0, I and L for 1, spaces, dashes
 * and the marks of a quoted mail are forgiven.
 */
import type { Bytes } from './bytes.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export const bytesToBase32 = (bytes: Uint8Array): string => {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[(held >>> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return bits === 0 ? text : text + alphabet[(held << (5 - bits)) & 31];
};

/** Null when there is another character, or the last ones are not what any bytes give. */
export const base32ToBytes = (typed: string): Bytes | null => {
  const text = typed
    .toUpperCase()
    .replaceAll(/[\s\-–—.·>|]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8));
  let at = 0;
  let held = 0;
  let bits = 0;
  for (const character of text) {
    const value = alphabet.indexOf(character);
    if (value < 0) return null;
    held = (held << 5) | value;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at] = (held >>> bits) & 255;
    at += 1;
    held &= (1 << bits) - 1;
  }
  return bits < 5 && held === 0 ? bytes : null;
};

/** In groups of so many characters, with a space between: read aloud, compared by eye. */
export const inGroups = (text: string, size: number): string =>
  (text.match(new RegExp(`.{1,${size}}`, 'gu')) ?? []).join(' ');
