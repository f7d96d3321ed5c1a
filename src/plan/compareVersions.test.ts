import { describe, expect, it } from 'vitest';
import type { PlacedFact } from '../shared/fact.ts';
import { canonicalPlan } from './canonicalPlan.ts';
import { addIntervention, addNote } from './commands/addRows.ts';
import { changeKind, setRowText, setTiming } from './commands/editRows.ts';
import { moveRow, putAway } from './commands/moveRows.ts';
import { showAllAgreed } from './commands/showRows.ts';
import { setNextMeeting } from './commands/wholePlan.ts';
import { compareVersions } from './compareVersions.ts';
import { selectPlan } from './selectors.ts';
import { changedSinceShown, foldShownAtEnd, recordShownAtEnd } from './shownAtEnd.ts';
import { must, saidYes } from './testing.ts';
import { larsCase } from './testPlans.ts';

const contentOf = (doc: ReturnType<typeof larsCase>['doc']) =>
  canonicalPlan(selectPlan(doc), saidYes);

describe('two versions compared', () => {
  it('differ in nothing when only order and notes differ', () => {
    const { doc, ctx, ids } = larsCase();
    const before = contentOf(doc);
    must(addNote(doc, ctx, { text: 'Bara för oss' }));
    must(moveRow(doc, ctx, { id: ids.talks, after: null }));
    expect(compareVersions(before, contentOf(doc))).toEqual([]);
  });

  it('tell what is new, changed and removed, field by field', () => {
    const { doc, ctx, ids } = larsCase();
    const before = contentOf(doc);
    const added = must(addIntervention(doc, ctx, { text: 'Boendestöd' }));
    must(putAway(doc, ctx, { id: ids.medicine }));
    const timing = { every: 'dag', before: null, text: '' } as const;
    must(setTiming(doc, ctx, { id: ids.talks, timing }));
    must(changeKind(doc, ctx, { id: ids.walk, kind: 'later' }));
    must(setNextMeeting(doc, ctx, { date: '2026-06-10' }));
    const changes = compareVersions(before, contentOf(doc));
    expect(changes.map(({ change, item }) => [change, item]).sort()).toEqual(
      [
        ['changed', 'plan'],
        ['changed', ids.talks],
        ['changed', ids.walk],
        ['new', added],
        ['removed', ids.medicine],
      ].sort(),
    );
    expect(changes.find(({ item }) => item === 'plan')?.fields).toEqual([
      { field: 'nextDate', before: '2026-06-09', after: '2026-06-10' },
    ]);
    expect(changes.find(({ item }) => item === ids.talks)?.fields).toEqual([
      {
        field: 'timing',
        before: { every: 'vecka', before: null, text: 'tisdagar' },
        after: timing,
      },
    ]);
    expect(
      changes.find(({ item }) => item === ids.walk)?.fields.map(({ field }) => field),
    ).toContain('kind');
  });
});

describe('changed after the meeting', () => {
  it('is what differs from how the plan stood when the meeting ended', () => {
    const { doc, ctx, ids } = larsCase();
    must(showAllAgreed(doc, ctx));
    const unseen = must(addIntervention(doc, ctx, { text: 'Sagt i korridoren' }));
    const fact = recordShownAtEnd(ctx, { plan: selectPlan(doc), consent: saidYes });
    const placed: PlacedFact = {
      fact: JSON.parse(JSON.stringify(fact)),
      device: 'a',
      seq: 1,
      seen: {},
    };
    const snapshot = foldShownAtEnd([placed]);
    expect(changedSinceShown(selectPlan(doc), snapshot)).toEqual({
      changes: [],
      neverShown: [unseen],
    });
    must(setRowText(doc, ctx, { id: ids.medicine, text: 'Gå igenom alla mediciner' }));
    expect(changedSinceShown(selectPlan(doc), snapshot)?.changes.map(({ item }) => item)).toEqual([
      ids.medicine,
    ]);
  });

  it('says nothing when no meeting ended here', () => {
    expect(changedSinceShown(selectPlan(larsCase().doc), foldShownAtEnd([]))).toBeNull();
  });
});
