import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addIntervention, addNote } from './commands/addRows.ts';
import { changeKind, setWhere } from './commands/editRows.ts';
import { moveRow, putAway, takeBack } from './commands/moveRows.ts';
import { setShown } from './commands/showRows.ts';
import { setNextMeeting } from './commands/wholePlan.ts';
import {
  applyUpdate,
  applyUpdates,
  createPlanDocument,
  encodeState,
  onLocalUpdate,
  type PlanDocument,
} from './document.ts';
import { readText } from './documentRead.ts';
import { createUndo, type PlanUndo } from './documentUndo.ts';
import { spliceText } from './documentWrite.ts';
import type { Register, SipPlan } from './model.ts';
import { selectPlan } from './selectors.ts';
import { smallestSplice } from './smallestSplice.ts';
import { createContext, eva, must, per } from './testing.ts';
import type { WriteContext } from './writeContext.ts';

/** Three windows write at the same time; what they tell each other is dropped, doubled and comes in any order. */
const writerCount = 3;

type Step =
  | {
      readonly do: 'place' | 'where' | 'word' | 'note' | 'intervention';
      readonly writer: number;
      readonly at: number;
    }
  | {
      readonly do: 'away' | 'back' | 'kind' | 'move' | 'show' | 'undo' | 'redo';
      readonly writer: number;
      readonly at: number;
    }
  | { readonly do: 'deliver'; readonly writer: number; readonly at: number };

const stepOf = (kinds: readonly Step['do'][]): fc.Arbitrary<Step> =>
  fc.record({
    do: fc.constantFrom(...kinds),
    writer: fc.nat({ max: writerCount - 1 }),
    at: fc.nat({ max: 1_000 }),
  }) as fc.Arbitrary<Step>;

interface Writer {
  readonly doc: PlanDocument;
  readonly ctx: WriteContext;
  readonly undo: PlanUndo;
}

interface Acknowledged {
  readonly register: string;
  readonly value: string;
  /** What its writer had before their eyes in that register. */
  readonly saw: readonly string[];
}

const start = () => {
  const updates: Uint8Array[] = [];
  const seed = createPlanDocument();
  const ctx = createContext('seed');
  const rows = ['Ett', 'Två'].map((text) => must(addIntervention(seed, ctx, { text })));
  const state = encodeState(seed);
  const writers = Array.from({ length: writerCount }, (_, place): Writer => {
    const doc = createPlanDocument();
    must(applyUpdate(doc, state));
    onLocalUpdate(doc, (update) => updates.push(update));
    const context = createContext(`w${place}`, place === 0 ? eva : per);
    return { doc, ctx: context, undo: createUndo(doc) };
  });
  return { updates, writers, rows, acknowledged: [] as Acknowledged[], words: [] as string[] };
};

const valuesOf = ({ value, both }: Register<string>): readonly string[] =>
  value === null ? both.map((write) => write.value) : [value];

const registersOf = (plan: SipPlan): ReadonlyMap<string, readonly string[]> =>
  new Map([
    ['place', valuesOf(plan.nextMeeting.place)],
    ...plan.looseInterventions.map((row) => [row.id, valuesOf(row.where)] as const),
  ]);

const run = (steps: readonly Step[]) => {
  const world = start();
  let count = 0;
  for (const step of steps) {
    const writer = world.writers[step.writer];
    if (writer === undefined) continue;
    const { doc, ctx, undo } = writer;
    const row = world.rows[step.at % world.rows.length] ?? '';
    count += 1;
    const value = `v${count}`;
    const acknowledge = (register: string, write: () => void): void => {
      const saw = registersOf(selectPlan(doc)).get(register) ?? [];
      write();
      world.acknowledged.push({ register, value, saw });
    };
    switch (step.do) {
      case 'place':
        acknowledge('place', () => must(setNextMeeting(doc, ctx, { place: value })));
        break;
      case 'where':
        if (selectPlan(doc).looseInterventions.some(({ id }) => id === row)) {
          acknowledge(row, () => must(setWhere(doc, ctx, { id: row, where: value })));
        }
        break;
      case 'word': {
        // Between words, as a person would: a word is then never cut by another.
        const text = readText(doc, { item: row, field: 'text' });
        const gaps = [0, ...[...text.matchAll(/ /g)].map(({ index }) => index + 1)];
        const index = gaps[step.at % gaps.length] ?? 0;
        must(
          spliceText(
            doc,
            ctx,
            { item: row, field: 'text' },
            { index, remove: 0, insert: `${value} ` },
          ),
        );
        world.words.push(`${row}/${value}`);
        break;
      }
      case 'note':
        must(addNote(doc, ctx, { text: value }));
        break;
      case 'intervention':
        must(addIntervention(doc, ctx, { text: value, where: value }));
        break;
      case 'away':
        must(putAway(doc, ctx, { id: row }));
        break;
      case 'back':
        must(takeBack(doc, ctx, { id: row }));
        break;
      case 'kind':
        must(changeKind(doc, ctx, { id: row, kind: step.at % 2 === 0 ? 'later' : 'intervention' }));
        break;
      case 'move': {
        const after = world.rows[(step.at + 1) % world.rows.length] ?? null;
        must(moveRow(doc, ctx, { id: row, after: step.at % 3 === 0 ? null : after }));
        break;
      }
      case 'show':
        setShown(doc, ctx, { item: row, shown: step.at % 2 === 0 });
        break;
      case 'undo':
        undo.undo();
        break;
      case 'redo':
        undo.redo();
        break;
      case 'deliver': {
        // Some of what was written so far, in some order, some of it twice.
        const some = world.updates.filter((_, place) => (place * 7 + step.at) % 3 !== 0);
        must(applyAll(doc, [...some, ...some.slice(0, step.at % 4)].reverse()));
        break;
      }
    }
  }
  return world;
};

const applyAll = (doc: PlanDocument, updates: readonly Uint8Array[]) =>
  applyUpdates(doc, updates).length === 0
    ? ({ ok: true, value: undefined } as const)
    : ({ ok: false, error: 'refused' } as const);

/** At last everything reaches everybody, in an order of each one's own. */
const settle = ({ writers, updates }: ReturnType<typeof run>): readonly SipPlan[] =>
  writers.map(({ doc }, place) => {
    const turned = [...updates.slice(place), ...updates.slice(0, place), ...updates.slice(0, 2)];
    must(applyAll(doc, place % 2 === 0 ? turned : turned.reverse()));
    return selectPlan(doc);
  });

const writing: readonly Step['do'][] = [
  'place',
  'where',
  'word',
  'note',
  'intervention',
  'deliver',
];
const everything: readonly Step['do'][] = [
  ...writing,
  'away',
  'back',
  'kind',
  'move',
  'show',
  'undo',
  'redo',
];

describe('several who write at the same time', () => {
  it('see the same plan in the end, whatever they did and whatever order it came in', () => {
    fc.assert(
      fc.property(fc.array(stepOf(everything), { maxLength: 40 }), (steps) => {
        const [first, ...others] = settle(run(steps));
        for (const other of others) expect(other).toEqual(first);
        expect(first?.setAside).toBe(0);
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it('lose no value: each is current, replaced by somebody who had seen it, or shown as one of both', () => {
    fc.assert(
      fc.property(fc.array(stepOf(writing), { maxLength: 40 }), (steps) => {
        const world = run(steps);
        const [plan] = settle(world);
        if (plan === undefined) throw new Error('no plan');
        const present = registersOf(plan);
        for (const { register, value } of world.acknowledged) {
          const isPresent = present.get(register)?.includes(value) ?? false;
          const wasReplaced = world.acknowledged.some(
            (later) => later.register === register && later.saw.includes(value),
          );
          expect(isPresent || wasReplaced).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it('lose no word of a text', () => {
    fc.assert(
      fc.property(
        fc.array(stepOf(['word', 'deliver', 'kind', 'away']), { maxLength: 40 }),
        (steps) => {
          const world = run(steps);
          settle(world);
          for (const { doc } of world.writers) {
            for (const entry of world.words) {
              const [item = '', word = ''] = entry.split('/');
              expect(readText(doc, { item, field: 'text' }).split(' ')).toContain(word);
            }
          }
        },
      ),
      { numRuns: 100 },
    );
  }, 60_000);
});

describe('the smallest splice', () => {
  it('makes the one text of the other, and takes away no more than it must', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', ' ', '😀', '😁', 'å'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const splice = smallestSplice(before, after);
        if (splice === null) {
          expect(before).toBe(after);
          return;
        }
        const { index, remove, insert } = splice;
        expect(before.slice(0, index) + insert + before.slice(index + remove)).toBe(after);
        const kept = before.slice(0, index) + before.slice(index + remove);
        for (const part of [insert, before.slice(index, index + remove), kept]) {
          expect(part.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  it('is one letter for one letter', () => {
    expect(smallestSplice('Ring Eva', 'Ring Ewa')).toEqual({ index: 6, remove: 1, insert: 'w' });
    expect(smallestSplice('aa', 'aaa')).toEqual({ index: 2, remove: 0, insert: 'a' });
  });
});
