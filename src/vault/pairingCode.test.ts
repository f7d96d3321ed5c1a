import { describe, expect, it } from 'vitest';
import {
  createQrCode,
  createTypedCode,
  pairingGroups,
  pairingQrText,
  readPairingCode,
} from './pairingCode.ts';
import { openPairingKeys } from './pairingKeys.ts';
import { errorOf, realRandom, unwrap } from './testing.ts';

const deps = { random: realRandom };
const typed = (): string => pairingGroups(createTypedCode(deps)).join('');

describe('a code that is typed', () => {
  it('has 26 characters in groups', () => {
    const groups = pairingGroups(createTypedCode(deps));
    expect(groups.map(({ length }) => length)).toEqual([4, 4, 4, 4, 4, 4, 2]);
    expect(groups.join('')).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
  });

  it('is read with small letters, spaces, dashes and letters that look like figures', () => {
    const code = createTypedCode(deps);
    const groups = pairingGroups(code);
    const slipped = groups.join(' - ').toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
    expect(pairingGroups(unwrap(readPairingCode(slipped)))).toEqual(groups);
  });

  it('finds every single wrong character and every swap of two', () => {
    const text = typed();
    for (let at = 0; at < text.length; at += 1) {
      for (const other of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
        if (other === text[at]) continue;
        const wrong = text.slice(0, at) + other + text.slice(at + 1);
        expect(errorOf(readPairingCode(wrong)).kind).toBe('checksum');
      }
      for (let to = at + 1; to < text.length; to += 1) {
        if (text[at] === text[to]) continue;
        const letters = [...text];
        [letters[at], letters[to]] = [letters[to] ?? '', letters[at] ?? ''];
        expect(errorOf(readPairingCode(letters.join(''))).kind).toBe('checksum');
      }
    }
  });

  it('says what is wrong before anything is tried', () => {
    expect(errorOf(readPairingCode('ABC'))).toEqual({
      kind: 'wrongLength',
      characters: 3,
      expected: 26,
    });
    expect(errorOf(readPairingCode('AB?D'))).toEqual({ kind: 'wrongCharacter', at: 2 });
    expect(errorOf(readPairingCode('https://exempel.se/'))).toEqual({ kind: 'otherCode' });
    expect(errorOf(readPairingCode('SIP1:ABC'))).toEqual({ kind: 'otherCode' });
  });
});

describe('the keys of a code', () => {
  it('are the same on both sides, and others for every code', async () => {
    for (const make of [createQrCode, createTypedCode]) {
      const code = make(deps);
      const text = make === createQrCode ? pairingQrText(code) : pairingGroups(code).join(' ');
      const here = unwrap(await openPairingKeys(deps, code));
      const there = unwrap(await openPairingKeys(deps, unwrap(readPairingCode(text))));
      const other = unwrap(await openPairingKeys(deps, make(deps)));
      expect(there.channelId).toBe(here.channelId);
      expect(there.caseId).toBe(here.caseId);
      expect(other.channelId).not.toBe(here.channelId);
    }
  });

  it('are written nowhere that prints', () => {
    const code = createTypedCode(deps);
    expect(JSON.stringify({ code })).not.toContain(pairingGroups(code)[0]);
    expect(`${code}`).toBe('[secret]');
  });
});
