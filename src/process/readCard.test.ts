import { describe, expect, it } from 'vitest';
import { compareCards, selectCard } from './caseCard.ts';
import { readCard } from './readCard.ts';
import { createTestCase } from './testCase.ts';

const card = selectCard(createTestCase().state());

describe('a card', () => {
  it('that this program wrote is read as it is', () => {
    expect(readCard(JSON.parse(JSON.stringify(card)))).toEqual(card);
  });

  it('that sorts no list is none, and is built anew', () => {
    const odd: readonly object[] = [
      { nextDate: 7 },
      { nextTime: {} },
      { nextDate: '2026-02-31' },
      { nextPlace: null },
      { todo: [null] },
      { todo: [{ id: 'x' }] },
      { missing: ['toString'] },
      { step: '__proto__' },
      { shape: 2 },
    ];
    for (const change of odd) expect(readCard({ ...card, ...change })).toBeNull();
    expect([null, 7, 'x', [], {}].map(readCard)).toEqual([null, null, null, null, null]);
    expect(compareCards(card, card)).toBe(0);
  });
});
