import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact, PlacedFact } from '../shared/fact.ts';
import { hashText, toCanonicalJson } from './canonicalJson.ts';
import { canonicalPlan } from './canonicalPlan.ts';
import { addIntervention, addNote, addSubgoal } from './commands/addRows.ts';
import { addParticipant, setParticipantField } from './commands/participants.ts';
import { setLead, setPlanField } from './commands/wholePlan.ts';
import { applyUpdate, encodeState } from './document.ts';
import { planOfContent } from './planOfContent.ts';
import { selectPlan } from './selectors.ts';
import { createContext, createWriter, must, per, saidYes } from './testing.ts';
import {
  foldVersions,
  freezeVersion,
  headsOf,
  type PlanVersion,
  soundVersions,
} from './versions.ts';

const place = (fact: Fact, seq = 1): PlacedFact => ({ fact, device: 'a', seq, seen: {} });

const larsPlan = () => {
  const { doc, ctx } = createWriter();
  must(setPlanField(doc, ctx, { field: 'name', value: 'Lars' }));
  const evaId = must(addParticipant(doc, ctx, { name: 'Eva', service: 'Vårdcentralen' }));
  must(setParticipantField(doc, ctx, { id: evaId, field: 'mandate', value: 'delvis' }));
  must(setParticipantField(doc, ctx, { id: evaId, field: 'privatePhone', value: '070-174 06 05' }));
  must(addNote(doc, ctx, { text: 'HEMLIG ANTECKNING' }));
  const step = must(addSubgoal(doc, ctx, { text: 'Sova sex timmar per natt', date: '2026-06-01' }));
  must(
    addIntervention(doc, ctx, {
      text: 'Gå igenom mediciner',
      subgoalId: step,
      doers: [
        { participantId: evaId, name: 'Eva', function: '', service: '', authority: 'region' },
      ],
      decision: { kind: 'soks', by: 'Eva', date: '2026-05-20' },
    }),
  );
  return { doc, ctx };
};

const freeze = (
  plan: ReturnType<typeof selectPlan>,
  versions: readonly PlanVersion[] = [],
  name = 'v',
): Fact => must(freezeVersion({ plan, consent: saidYes, versions }))(createContext(name));

describe('a version', () => {
  it('cannot be made without a recorded yes to making a SIP', () => {
    const plan = selectPlan(larsPlan().doc);
    const consent = { ...saidYes, make: { ...saidYes.make, answer: 'later' as const } };
    expect(freezeVersion({ plan, consent, versions: [] })).toEqual({
      ok: false,
      error: { kind: 'noConsentToMake' },
    });
  });

  it('holds what may be read, and nothing of what is for those who write', () => {
    const text = JSON.stringify(freeze(selectPlan(larsPlan().doc)));
    expect(text).toContain('Gå igenom mediciner');
    for (const secret of ['HEMLIG', '070-174', 'mandate', 'delvis']) {
      expect(text).not.toContain(secret);
    }
  });

  it('reads back as the plan that was frozen, after the journal too', () => {
    const plan = selectPlan(larsPlan().doc);
    const fact: Fact = JSON.parse(JSON.stringify(freeze(plan)));
    const [version] = soundVersions(foldVersions([place(fact)]));
    expect(version?.n).toBe(1);
    expect(version?.content).toEqual(canonicalPlan(plan, saidYes));
    expect(version?.plan.subgoals[0]?.interventions[0]?.decision.value).toEqual({
      kind: 'soks',
      by: 'Eva',
      date: '2026-05-20',
    });
    expect(canonicalPlan(planOfContent(canonicalPlan(plan, saidYes)), saidYes)).toEqual(
      canonicalPlan(plan, saidYes),
    );
  });

  it('keeps both values of a field that nobody has settled', () => {
    const a = createWriter('a');
    const b = createWriter('b', per);
    must(setLead(a.doc, a.ctx, { authority: 'region' }));
    must(setLead(b.doc, b.ctx, { authority: 'kommun' }));
    must(applyUpdate(a.doc, encodeState(b.doc)));
    const [version] = soundVersions(foldVersions([place(freeze(selectPlan(a.doc)))]));
    expect(version?.plan.lead.authority.both.map(({ value }) => value).sort()).toEqual([
      'kommun',
      'region',
    ]);
  });

  it('is told apart from one whose content was changed', () => {
    const fact = freeze(selectPlan(larsPlan().doc));
    const data = fact.data as { hash: string; content: string };
    const changed = { ...fact, data: { ...data, content: data.content.replace('Lars', 'Lasse') } };
    const rehashed = { ...fact, data: { content: '{}', hash: hashText('{}') } };
    expect(foldVersions([place(changed)]).map(({ sound }) => sound)).toEqual([false]);
    expect(foldVersions([place(rehashed)]).map(({ sound }) => sound)).toEqual([false]);
  });

  it('names the one before it; of two made at once both stand and the next names both', () => {
    const plan = selectPlan(larsPlan().doc);
    const first = place(freeze(plan, [], 'one'));
    const known = foldVersions([first]);
    const twins = [place(freeze(plan, known, 'two')), place(freeze(plan, known, 'three'))];
    const all = foldVersions([first, ...twins]);
    expect(soundVersions(all).map(({ n }) => n)).toEqual([1, 2, 2]);
    expect(headsOf(soundVersions(all))).toHaveLength(2);
    const next = place(freeze(plan, all, 'four'));
    const last = soundVersions(foldVersions([next, first, ...twins])).at(-1);
    expect(last?.n).toBe(3);
    expect([...(last?.parents ?? [])].sort()).toEqual(
      soundVersions(all)
        .slice(1)
        .map(({ hash }) => hash)
        .sort(),
    );
  });
});

describe('canonical JSON', () => {
  it('is the form of RFC 8785, whatever order the keys came in', () => {
    expect(toCanonicalJson({ b: 1e21, a: ['å', null, true], '\u20ac': 0.1 })).toBe(
      '{"a":["å",null,true],"b":1e+21,"€":0.1}',
    );
  });

  it('is the same after a round trip, and for the same value with its keys turned round', () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned);
      if (typeof value !== 'object' || value === null) return value;
      const entries = Object.entries(value).reverse();
      return Object.fromEntries(entries.map(([key, entry]) => [key, turned(entry)]));
    };
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = toCanonicalJson(value);
        expect(toCanonicalJson(JSON.parse(text))).toBe(text);
        expect(toCanonicalJson(turned(value))).toBe(text);
      }),
    );
  });

  it('has a place for half a letter, which a peer may send', () => {
    expect(toCanonicalJson({ name: 'Lars\ud83d', list: ['\udc00', '🌱'] })).toBe(
      '{"list":["\ufffd","🌱"],"name":"Lars\ufffd"}',
    );
  });

  it('has the hash that everybody else gives it', () => {
    expect(hashText('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(hashText('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});
