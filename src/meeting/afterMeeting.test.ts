import { describe, expect, it } from 'vitest';
import type { WriteContext } from '../plan/writeContext.ts';
import type { PlacedFact } from '../shared/fact.ts';
import {
  type AfterLineInput,
  afterLine,
  afterLines,
  answerAfterLine,
  foldAfter,
  printStamp,
} from './afterMeeting.ts';

const by = { name: 'Anna Lind', function: 'samordnare', unit: 'Kommunen' };

const answer = (
  input: Omit<AfterLineInput, 'meetingId'>,
  place: Partial<Omit<PlacedFact, 'fact'>> & { readonly at?: number } = {},
): PlacedFact => {
  const { at = 1, device = 'a', seq = 1, seen = {} } = place;
  const ctx: WriteContext = { by, at, newId: () => `${device}${seq}` };
  return { fact: answerAfterLine(ctx, { ...input, meetingId: 'm' }), device, seq, seen };
};

describe('Efter mötet', () => {
  it('has six lines, all unanswered from the start', () => {
    const after = foldAfter([], 'm');
    expect(after.map(({ line }) => line)).toEqual([...afterLines]);
    expect(after).toHaveLength(6);
    for (const line of after) expect(line).toMatchObject({ answered: false, state: 'notDone' });
  });

  it('says what was done, by whom and when', () => {
    const after = foldAfter(
      [answer({ line: 'forIn', state: 'done', system: 'SAMSA', date: '2026-06-02' }, { at: 7 })],
      'm',
    );
    expect(afterLine(after, 'forIn')).toMatchObject({
      state: 'done',
      answered: true,
      by,
      at: 7,
      system: 'SAMSA',
      date: '2026-06-02',
    });
  });

  it('lets a later answer replace what it had seen, and keeps lines of other meetings out', () => {
    const facts = [
      answer({ line: 'ge', state: 'done', way: 'papper' }),
      answer({ line: 'ge', state: 'notDone' }, { seq: 2 }),
    ];
    expect(afterLine(foldAfter(facts, 'm'), 'ge').state).toBe('notDone');
    expect(afterLine(foldAfter(facts, 'other'), 'ge').answered).toBe(false);
  });

  it('takes a line for open when two answered at once and one of them says so, in any order', () => {
    const facts = [
      answer({ line: 'ge', state: 'notDone' }, { device: 'a', at: 5 }),
      answer({ line: 'ge', state: 'done' }, { device: 'b', at: 9 }),
    ];
    for (const order of [facts, [...facts].reverse()]) {
      expect(afterLine(foldAfter(order, 'm'), 'ge').state).toBe('notDone');
    }
    const settled = answer(
      { line: 'ge', state: 'done' },
      { device: 'c', at: 2, seen: { a: 1, b: 1 } },
    );
    for (const order of [
      [...facts, settled],
      [settled, ...facts],
    ]) {
      expect(afterLine(foldAfter(order, 'm'), 'ge').state).toBe('done');
    }
  });

  it('keeps a line of its own for each participant', () => {
    const after = foldAfter(
      [
        answer({ line: 'forIn', state: 'done', participantId: 'eva', system: 'Journalen' }),
        answer({ line: 'forIn', state: 'notNeeded', participantId: 'per' }, { seq: 2 }),
      ],
      'm',
    );
    const line = afterLine(after, 'forIn');
    expect(line.answered).toBe(false);
    expect(line.participants.map(({ participantId, state }) => [participantId, state])).toEqual([
      ['eva', 'done'],
      ['per', 'notNeeded'],
    ]);
  });

  it('stamps every print as a working paper until the plan is entered in a system', () => {
    expect(printStamp(foldAfter([], 'm'))).toEqual({ kind: 'arbetsmaterial' });
    const notNeeded = [answer({ line: 'forIn', state: 'notNeeded' })];
    expect(printStamp(foldAfter(notNeeded, 'm'))).toEqual({ kind: 'arbetsmaterial' });
    const done = [answer({ line: 'forIn', state: 'done', system: 'SAMSA', date: '2026-06-02' })];
    expect(printStamp(foldAfter(done, 'm'))).toEqual({
      kind: 'infort',
      system: 'SAMSA',
      date: '2026-06-02',
    });
  });
});
