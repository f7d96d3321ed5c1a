import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlacedFact } from '../shared/fact.ts';
import { foldConsent } from './consent.ts';
import type { ConsentAnswer, ConsentContext, ConsentFact, ConsentGiver } from './consentFacts.ts';
import { consentSummary, mayMakeReady, mayShareWith, type Receiver } from './mayShare.ts';
import {
  exceptParty,
  exceptSubject,
  recordConsent,
  recordInformed,
  removeException,
  withdrawConsent,
} from './recordConsent.ts';

const today = '2026-06-01';
const by = { name: 'Karin Test', function: 'samordnare', unit: 'Vuxenenheten' };
let count = 0;
const ctx = (): ConsentContext => {
  count += 1;
  return { by, at: 1_780_000_000_000 + count, newId: () => `fact${count}` };
};

const placed = (
  fact: ConsentFact,
  device: string,
  seq: number,
  seen: Record<string, number> = {},
): PlacedFact => ({ fact, device, seq, seen });

const say = (which: 'make' | 'share', answer: ConsentAnswer, giver?: ConsentGiver): ConsentFact =>
  recordConsent(ctx(), { which, answer, form: 'muntligt', ...(giver ? { giver } : {}) });

const withdraw = (which: 'make' | 'share'): ConsentFact =>
  withdrawConsent(ctx(), { which, form: 'muntligt' });

const lars: Receiver = { receiverKind: 'individual', participantId: 'p1', name: 'Lars' };
const eva: Receiver = { receiverKind: 'other', participantId: 'p2', name: 'Eva Test' };
const mother: Receiver = { receiverKind: 'guardian', participantId: 'p3', name: 'Mor' };

describe('the two consents', () => {
  it('are nothing until somebody asked, and are answered apart', () => {
    expect(foldConsent([]).make.answer).toBeNull();
    const state = foldConsent([placed(say('make', 'yes'), 'a', 1)]);
    expect([state.make.answer, state.share.answer]).toEqual(['yes', null]);
    expect(mayMakeReady(state)).toBe(true);
    expect(mayShareWith(state, eva, today)).toEqual({ kind: 'refused', why: 'notAsked' });
  });

  it('let the later answer replace the one that its writer had seen', () => {
    const state = foldConsent([
      placed(say('share', 'no'), 'a', 1),
      placed(say('share', 'yes'), 'b', 1, { a: 1 }),
    ]);
    expect(state.share.answer).toBe('yes');
    expect(state.share.disputed).toEqual([]);
  });

  it('let the narrower hold when two were written at the same time, and say so until it is settled', () => {
    const facts = [placed(say('share', 'yes'), 'a', 1), placed(withdraw('share'), 'b', 1)];
    const state = foldConsent(facts);
    expect([state.share.answer, state.share.withdrawn]).toEqual(['no', true]);
    expect(state.share.disputed).toHaveLength(2);
    const settled = foldConsent([...facts, placed(say('share', 'yes'), 'a', 2, { b: 1 })]);
    expect([settled.share.answer, settled.share.disputed]).toEqual(['yes', []]);
  });

  it('stop everybody but the individual when sharing is withdrawn', () => {
    const state = foldConsent([
      placed(say('share', 'yes'), 'a', 1),
      placed(withdraw('share'), 'a', 2),
    ]);
    expect(mayShareWith(state, lars, today)).toEqual({ kind: 'allowed' });
    expect(mayShareWith(state, eva, today)).toEqual({ kind: 'refused', why: 'withdrawn' });
    expect(mayShareWith(state, mother, today)).toEqual({ kind: 'judge' });
  });

  it('end the day after their last day', () => {
    const fact = recordConsent(ctx(), {
      which: 'share',
      answer: 'yes',
      form: 'skriftligt',
      note: 'hos vårdcentralen',
      until: '2026-06-01',
    });
    const state = foldConsent([placed(fact, 'a', 1)]);
    expect(mayShareWith(state, eva, '2026-06-01').kind).toBe('allowed');
    expect(mayShareWith(state, eva, '2026-06-02')).toEqual({ kind: 'refused', why: 'ended' });
  });

  it('need both guardians, and let a child answer beside them without deciding', () => {
    const guardian = (name: string): ConsentGiver => ({
      role: 'guardian',
      participantId: null,
      name,
      counts: true,
    });
    const child: ConsentGiver = {
      role: 'individual',
      participantId: null,
      name: '',
      counts: false,
    };
    const facts = [
      placed(say('make', 'yes', guardian('Mor')), 'a', 1),
      placed(say('make', 'no', guardian('Far')), 'a', 2),
      placed(say('make', 'yes', child), 'a', 3),
    ];
    expect(foldConsent(facts).make.answer).toBe('no');
    const both = foldConsent([...facts, placed(say('make', 'yes', guardian('far ')), 'a', 4)]);
    expect(both.make.answer).toBe('yes');
    expect(both.make.givers.map(({ giver, answer }) => [giver.name, answer])).toEqual([
      ['Mor', 'yes'],
      ['', 'yes'],
      ['far ', 'yes'],
    ]);
  });

  it('share nothing with others while a fact of consent cannot be read', () => {
    const broken = { ...withdraw('share'), data: { which: 'share' } };
    const state = foldConsent([
      placed(say('share', 'yes'), 'a', 1),
      { fact: broken, device: 'b', seq: 1, seen: {} },
    ]);
    expect(mayShareWith(state, eva, today)).toEqual({ kind: 'refused', why: 'unreadable' });
  });
});

describe('exceptions', () => {
  it('stop one party, by participant or by name, and guardians too, but never the individual', () => {
    const state = foldConsent([
      placed(say('share', 'yes'), 'a', 1),
      placed(exceptParty(ctx(), { participantId: 'p2', name: 'Eva Test' }), 'a', 2),
      placed(exceptParty(ctx(), { participantId: null, name: ' mor ' }), 'a', 3),
      placed(exceptParty(ctx(), { participantId: 'p1', name: 'Lars' }), 'a', 4),
    ]);
    expect(mayShareWith(state, eva, today)).toEqual({ kind: 'refused', why: 'excepted' });
    expect(mayShareWith(state, mother, today)).toEqual({ kind: 'refused', why: 'excepted' });
    expect(mayShareWith(state, lars, today)).toEqual({ kind: 'allowed' });
    const other: Receiver = { receiverKind: 'other', participantId: 'p9', name: '' };
    expect(mayShareWith(state, other, today)).toEqual({ kind: 'allowed' });
  });

  it('stand until the very one is removed, so one made elsewhere meanwhile stands', () => {
    const first = exceptParty(ctx(), { participantId: 'p2', name: 'Eva Test' });
    const again = exceptParty(ctx(), { participantId: 'p2', name: 'Eva Test' });
    const state = foldConsent([
      placed(first, 'a', 1),
      placed(removeException(ctx(), { exceptionId: first.id }), 'a', 2),
      placed(again, 'b', 1, { a: 1 }),
    ]);
    expect(state.exceptedParties.map(({ id }) => id)).toEqual([again.id]);
  });

  it('list subjects as words and compute nothing from them', () => {
    const state = foldConsent([
      placed(say('share', 'yes'), 'a', 1),
      placed(exceptSubject(ctx(), { text: 'Grannarna' }), 'a', 2),
    ]);
    expect(state.exceptedSubjects.map(({ text }) => text)).toEqual(['Grannarna']);
    expect(mayShareWith(state, eva, today)).toEqual({ kind: 'allowed' });
    expect(JSON.stringify(consentSummary(state))).not.toContain('Grannarna');
  });
});

describe('being told what a SIP is', () => {
  it('remembers the last time, and how', () => {
    const state = foldConsent([
      placed(recordInformed(ctx(), { how: 'Läste broschyren', on: '2026-05-01' }), 'a', 1),
      placed(recordInformed(ctx(), { how: 'Muntligt', on: '2026-05-20' }), 'b', 1),
    ]);
    expect(state.informed?.how).toBe('Muntligt');
  });
});

describe('facts from several devices', () => {
  const step = fc.record({
    device: fc.constantFrom('a', 'b', 'c'),
    answer: fc.constantFrom('yes', 'no', 'later', 'withdraw'),
    sees: fc.subarray(['a', 'b', 'c']),
  });

  /** Devices write in turn; each has seen all of those it names, and what those had seen. */
  const history = (steps: readonly { device: string; answer: string; sees: string[] }[]) => {
    const known: Record<string, Record<string, number>> = { a: {}, b: {}, c: {} };
    return steps.map(({ device, answer, sees }): PlacedFact => {
      const mine = known[device] ?? {};
      for (const other of sees) {
        for (const [name, seq] of Object.entries(known[other] ?? {})) {
          mine[name] = Math.max(mine[name] ?? 0, seq);
        }
      }
      const seq = (mine[device] ?? 0) + 1;
      const { [device]: _own, ...seen } = mine;
      mine[device] = seq;
      const fact =
        answer === 'withdraw' ? withdraw('share') : say('share', answer as ConsentAnswer);
      return placed(fact, device, seq, seen);
    });
  };

  it('give the same state in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (steps, keys) => {
        const facts = history(steps);
        const shuffled = facts
          .map((fact) => ({ fact, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ fact }) => fact);
        expect(foldConsent(shuffled)).toEqual(foldConsent(facts));
      }),
    );
  });

  it('never share while somebody withdrew or said no and nobody who knew of it has said yes since', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        const facts = history(steps);
        const answers = facts.map(({ fact }) => fact as ConsentFact);
        const isNo = (fact: ConsentFact): boolean =>
          fact.type === 'consent.withdrawn' ||
          (fact.type === 'consent.recorded' && fact.data.answer === 'no');
        const unanswered = facts.some(
          (entry, place) =>
            isNo(answers[place] ?? withdraw('share')) &&
            !facts.some(
              (other) =>
                other !== entry &&
                (other.device === entry.device
                  ? other.seq > entry.seq
                  : (other.seen[entry.device] ?? 0) >= entry.seq),
            ),
        );
        const { kind } = mayShareWith(foldConsent(facts), eva, today);
        if (unanswered) expect(kind).toBe('refused');
      }),
    );
  });
});
