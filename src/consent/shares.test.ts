import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlacedFact } from '../shared/fact.ts';
import { type ConsentState, foldConsent } from './consent.ts';
import type { ConsentContext, ConsentFact, ConsentGiver } from './consentFacts.ts';
import type { Receiver } from './mayShare.ts';
import { exceptParty, recordConsent, removeException, withdrawConsent } from './recordConsent.ts';
import {
  type GivenShare,
  mayShare,
  type ShareGround,
  type ShareKind,
  sharesToEnd,
} from './shares.ts';

const today = '2026-06-01';
const by = { name: 'Karin Test', function: 'samordnare', unit: 'Vuxenenheten' };
let count = 0;
const ctx = (): ConsentContext => {
  count += 1;
  return { by, at: 1_780_000_000_000 + count, newId: () => `fact${count}` };
};
const inOrder = (facts: readonly ConsentFact[]): readonly PlacedFact[] =>
  facts.map((fact, place) => ({ fact, device: 'a', seq: place + 1, seen: {} }));
const onceSaid = (...facts: ConsentFact[]): ConsentState => foldConsent(inOrder(facts));
const ground = (consent: ConsentState, more: Partial<ShareGround> = {}): ShareGround => ({
  consent,
  isProtected: false,
  today,
  ...more,
});
const says = (
  answer: 'yes' | 'no' | 'later',
  more: { readonly scope?: string; readonly until?: string; readonly giver?: ConsentGiver } = {},
): ConsentFact => recordConsent(ctx(), { which: 'share', answer, form: 'muntligt', ...more });
const withdraws = (): ConsentFact => withdrawConsent(ctx(), { which: 'share', form: 'muntligt' });
const excepts = (receiver: Receiver): ConsentFact => exceptParty(ctx(), receiver);

const lars: Receiver = { receiverKind: 'individual', participantId: 'p1', name: 'Lars' };
const anna: Receiver = { receiverKind: 'other', participantId: 'p2', name: 'Anna Test' };
const mother: Receiver = { receiverKind: 'guardian', participantId: 'p3', name: 'Mor Test' };
const kinds: readonly ShareKind[] = ['follow', 'plan'];

const given = (receiver: Receiver, kind: ShareKind = 'follow', scope = ''): GivenShare => ({
  receiver,
  kind,
  scope,
});

describe('who may be given what', () => {
  const unreadable: ConsentState = { ...onceSaid(says('yes')), unreadable: 1 };
  it.each([
    ['nobody has asked', onceSaid(), 'notAsked'],
    ['the question was put off', onceSaid(says('later')), 'notAsked'],
    ['the answer was no', onceSaid(says('no')), 'no'],
    ['the yes was taken back', onceSaid(says('yes'), withdraws()), 'withdrawn'],
    ['that person is excepted', onceSaid(says('yes'), excepts(anna)), 'excepted'],
    ['its last day has passed', onceSaid(says('yes', { until: '2026-05-31' })), 'ended'],
    ['a fact of consent cannot be read', unreadable, 'unreadable'],
    ['only the child beside has said yes', onceSaid(says('yes', { giver: beside() })), 'notAsked'],
  ] as const)(
    'refuses a relative when %s, and gives the individual theirs all the same',
    (_, consent, why) => {
      for (const kind of kinds) {
        expect(mayShare(ground(consent), anna, kind)).toEqual({ kind: 'refused', why });
        expect(mayShare(ground(consent), lars, kind).kind).toBe('allowed');
      }
    },
  );

  it('says which answers a relative’s share relies on, and what they cover', () => {
    const yes = says('yes', { scope: 'Anna får veta hur det går.', until: today });
    expect(mayShare(ground(onceSaid(yes)), anna, 'follow')).toEqual({
      kind: 'allowed',
      reliesOn: [yes.id],
      scope: 'Anna får veta hur det går.',
    });
  });

  it('leaves guardians to staff, except one who is not to know', () => {
    expect(mayShare(ground(onceSaid(says('no'))), mother, 'plan')).toEqual({ kind: 'judge' });
    expect(mayShare(ground(onceSaid(excepts(mother))), mother, 'plan')).toEqual({
      kind: 'refused',
      why: 'excepted',
    });
  });

  it('lets nobody but the individual follow live where an identity is protected', () => {
    const protectedOne = ground(onceSaid(says('yes')), { isProtected: true });
    const refused = { kind: 'refused', why: 'protected' };
    expect(mayShare(protectedOne, anna, 'follow')).toEqual(refused);
    expect(mayShare(protectedOne, mother, 'follow')).toEqual(refused);
    expect(mayShare(protectedOne, lars, 'follow').kind).toBe('allowed');
    expect(mayShare(protectedOne, anna, 'plan').kind).toBe('allowed');
  });
});

describe('shares that end', () => {
  const all = kinds.flatMap((kind) => [given(lars, kind), given(mother, kind), given(anna, kind)]);

  it.each([
    ['withdrawn', onceSaid(says('yes'), withdraws())],
    ['no', onceSaid(says('yes'), says('no'))],
    ['excepted', onceSaid(says('yes'), excepts(anna))],
    ['ended', onceSaid(says('yes', { until: '2026-05-31' }))],
    ['scope', onceSaid(says('yes'), says('yes', { scope: 'Bara vårdcentralen.' }))],
  ] as const)('are the relative’s and nobody else’s: %s', (why, consent) => {
    expect(sharesToEnd(all, ground(consent))).toEqual(
      kinds.map((kind) => ({ share: given(anna, kind), why })),
    );
  });

  it('are the live ones of all but the individual when an identity becomes protected', () => {
    const ended = sharesToEnd(all, ground(onceSaid(says('yes')), { isProtected: true }));
    expect(ended.map(({ share }) => [share.receiver.name, share.kind])).toEqual([
      ['Mor Test', 'follow'],
      ['Anna Test', 'follow'],
    ]);
  });

  it('are none when the same yes is said once more', () => {
    expect(sharesToEnd(all, ground(onceSaid(says('yes'), says('yes'))))).toEqual([]);
  });
});

describe('whatever is said about sharing', () => {
  const act = fc.constantFrom<() => ConsentFact>(
    () => says('yes'),
    () => says('no'),
    () => says('later'),
    () => says('yes', { scope: 'Bara vårdcentralen.' }),
    () => says('yes', { until: '2026-05-31' }),
    withdraws,
    () => excepts(anna),
    () => excepts(lars),
    () => excepts(mother),
    () => removeException(ctx(), { exceptionId: `fact${count}` }),
  );
  const place = fc.record({ act, device: fc.constantFrom('a', 'b') });
  const anyGround = fc
    .record({ acts: fc.array(place, { maxLength: 8 }), isProtected: fc.boolean() })
    .map(({ acts, isProtected }) => {
      const seqs = { a: 0, b: 0 };
      const facts = acts.map((each): PlacedFact => {
        const device = each.device === 'a' ? 'a' : 'b';
        seqs[device] += 1;
        return { fact: each.act(), device, seq: seqs[device], seen: {} };
      });
      return ground(foldConsent(facts), { isProtected });
    });

  it('never touches what the individual has', () => {
    fc.assert(
      fc.property(anyGround, fc.constantFrom(...kinds), (now, kind) => {
        expect(mayShare(now, lars, kind).kind).toBe('allowed');
        expect(sharesToEnd([given(lars, kind, 'andra ord')], now)).toEqual([]);
      }),
    );
  });

  it('leaves no relative with a share that could not be given now', () => {
    fc.assert(
      fc.property(
        anyGround,
        fc.constantFrom(...kinds),
        fc.constantFrom('', 'Bara vårdcentralen.'),
        (now, kind, scope) => {
          const ends = sharesToEnd([given(anna, kind, scope)], now).length === 1;
          const may = mayShare(now, anna, kind);
          expect(ends).toBe(may.kind !== 'allowed' || may.scope !== scope);
        },
      ),
    );
  });

  it('gives nobody else anything without a yes that stands', () => {
    fc.assert(
      fc.property(anyGround, fc.constantFrom(...kinds), (now, kind) => {
        if (mayShare(now, anna, kind).kind !== 'allowed') return;
        expect(now.consent.share.answer).toBe('yes');
        expect(now.consent.exceptedParties.map(({ name }) => name)).not.toContain(anna.name);
      }),
    );
  });
});

function beside(): ConsentGiver {
  return { role: 'individual', participantId: null, name: '', counts: false };
}
