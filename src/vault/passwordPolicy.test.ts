import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { judgePassword, showSuggestion, suggestPassword } from './passwordPolicy.ts';
import { secretOf } from './secret.ts';
import { realRandom } from './testing.ts';
import { commonPasswords } from './words/commonPasswords.ts';

const judged = async (text: string): Promise<string> => {
  const result = await judgePassword(secretOf(text));
  return result.ok ? 'taken' : result.error.why;
};

describe('a password', () => {
  test.each([
    ['lingon kanot bastu vinter', 'taken'],
    ['sol och hav nu då', 'taken'],
    ['fyra små ord här', 'taken'],
    ['hjortronmyren', 'tooShort'],
    ['hjortronmyren7', 'taken'],
    ['   lingon   kanot ', 'tooShort'],
    ['häst båt sol', 'tooShort'],
    ['1234', 'tooShort'],
    ['mailcreated5240', 'common'],
    ['passwordpassword', 'common'],
    ['12345612345612', 'repeated'],
    ['grön7grön7grön7grön7', 'repeated'],
    ['123456 123456 123456', 'repeated'],
    ['aaaaaaaaaaaaaaaaaa', 'repeated'],
    ['häst häst häst häst', 'repeated'],
    ['Password Password Password Password', 'repeated'],
  ])('"%s" is %s', async (text, expected) => {
    expect(await judged(text)).toBe(expected);
  });

  test('is none of at least 10,000 common ones, however it is written', async () => {
    const all = readFileSync(new URL('words/common10000.txt', import.meta.url), 'utf8');
    const common = all.trim().split(/\s+/u);
    expect(common.length).toBeGreaterThanOrEqual(10_000);
    expect(common).toContain('qwerty');
    for (const text of common) {
      expect(await judged(text)).not.toBe('taken');
      expect(await judged(`  ${text.toUpperCase()} `)).not.toBe('taken');
    }
    expect([...commonPasswords]).toEqual(common.filter((text) => text.length >= 12));
  });
});

describe('a suggestion', () => {
  test('is four of the words, drawn without favour, and another one each time', () => {
    const words = Array.from({ length: 3_000 }, (_, place) => `ord${place}`);
    const texts = new Set(
      Array.from({ length: 50 }, () =>
        showSuggestion(suggestPassword({ random: realRandom }, words)),
      ),
    );
    expect(texts.size).toBe(50);
    for (const text of texts) expect(text).toMatch(/^ord\d{1,4}( ord\d{1,4}){3}$/);
  });
});
