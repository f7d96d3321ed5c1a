import { expect, it } from 'vitest';
import { lix } from './lix.ts';

it('counts words per sentence and the share of long words', () => {
  // 8 words in 2 sentences, 2 of them longer than six letters: 8 / 2 + 100 · 2 / 8
  expect(lix(['Vi säger hej nu.', 'Kommunen och regionen hjälper.'])).toBeCloseTo(
    4 + (100 * 3) / 8,
  );
});

it('takes a text without a full stop as one sentence, and nothing as nothing', () => {
  expect(lix(['Nu slutar vi', 'Ta en bild'])).toBe(3);
  expect(lix([])).toBe(0);
});
