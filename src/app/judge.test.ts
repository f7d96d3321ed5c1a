import { describe, expect, it } from 'vitest';
import { swedishWords } from '../i18n/locales/words/sv.ts';
import { realRandom } from '../vault/testing.ts';
import { judge, suggest } from './judge.ts';

describe('Föreslå', () => {
  it('gives four Swedish words that are taken as a password', async () => {
    for (let round = 0; round < 20; round += 1) {
      const text = await suggest({ random: realRandom });
      expect(text).toMatch(/^[a-zåäö]{4,8}( [a-zåäö]{4,8}){3}$/);
      expect(await judge(text)).toBe('good');
    }
  });

  it('draws from at least 2,048 different words: 44 bits', () => {
    expect(new Set(swedishWords).size).toBe(swedishWords.length);
    expect(swedishWords.length).toBeGreaterThanOrEqual(2_048);
  });
});
