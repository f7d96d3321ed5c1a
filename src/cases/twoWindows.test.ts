import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onLocalUpdate } from '../plan/document.ts';
import { readText, readWrites } from '../plan/documentRead.ts';
import { createUndo } from '../plan/documentUndo.ts';
import { spliceText, write } from '../plan/documentWrite.ts';
import type { Bytes } from '../shared/bytes.ts';
import type { Fact } from '../shared/fact.ts';
import { createId } from '../shared/ids.ts';
import { createMemory, memoryJournal } from '../storage/memoryJournal.ts';
import { createMemorySession } from '../vault/memorySession.ts';
import { createCaseJournal } from './caseJournal.ts';
import type { NewEntry } from './journalWriter.ts';

const random = {
  bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
};
const by = { name: 'Anna', function: 'samordnare', unit: 'Åby' };

/** Two windows of one vault on one journal, without timers: the test decides who reads and writes when. */
const openWindows = async (count: number) => {
  const session = await createMemorySession({ random });
  if (!session.ok) throw new Error(session.error.kind);
  const keys = await session.value.createCase();
  if (!keys.ok) throw new Error(keys.error.kind);
  const { caseId } = keys.value;
  const memory = createMemory();
  let now = 1_700_000_000_000;
  let nextKey = 1;
  const openWindow = async () => {
    const own = await session.value.openCase(caseId);
    if (!own.ok) throw new Error(own.error.kind);
    const journal = createCaseJournal(
      {
        clock: { now: () => now++, monotonic: () => now },
        journal: memoryJournal(memory),
        prepareCard: () => Promise.resolve(null),
        onWritten: () => undefined,
        renewDevice: () => session.value.renewDevice(caseId),
      },
      own.value,
    );
    await journal.catchUp();
    const { document } = journal.replica;
    createUndo(document);
    let gathered: Bytes[] = [];
    onLocalUpdate(document, (update) => gathered.push(update));
    const commit = async (entries: readonly NewEntry[]): Promise<void> => {
      const done = await journal.commit(entries.map((entry) => ({ ...entry, key: nextKey++ })));
      if (!done.ok) throw new Error(done.error.reason);
    };
    const flush = async (): Promise<void> => {
      const updates = gathered;
      gathered = [];
      await commit(updates.map((update) => ({ kind: 'doc', update })));
    };
    const context = () => ({ by, at: now, newId: () => createId({ random }) });
    return {
      journal,
      document,
      catchUp: () => journal.catchUp(),
      flush,
      set: (value: string): readonly string[] => {
        const replaced = [...readWrites(document, 'plan', 'place').keys()];
        write(document, context(), (writer) => writer.setRegister('plan', 'place', value));
        return replaced;
      },
      type: (letter: string) =>
        spliceText(
          document,
          context(),
          { item: 'plan', field: 'purpose' },
          {
            index: 0,
            remove: 0,
            insert: letter,
          },
        ),
      happen: (id: string) => {
        const fact: Fact = { id, type: 'test.happened', at: now, by, data: {} };
        return commit([{ kind: 'fact', fact }]);
      },
    };
  };
  const windows = [];
  for (let n = 0; n < count; n += 1) windows.push(await openWindow());
  return { windows, openWindow };
};

const valuesOf = (document: Parameters<typeof readWrites>[0]): readonly string[] =>
  [...readWrites(document, 'plan', 'place').values()].map((raw) =>
    typeof raw === 'object' && raw !== null && 'value' in raw ? String(raw.value) : '',
  );

const moves = fc.array(
  fc.record({
    window: fc.nat(1),
    move: fc.constantFrom('set', 'type', 'happen', 'flush', 'catchUp', 'together' as const),
  }),
  { minLength: 1, maxLength: 25 },
);

describe('two windows on the same plan', () => {
  it('keep every acknowledged value: it is current, replaced by who had seen it, or a second one', async () => {
    await fc.assert(
      fc.asyncProperty(moves, async (schedule) => {
        const { windows, openWindow } = await openWindows(2);
        const acknowledged = new Set<string>();
        const replacedBySeer = new Set<string>();
        const pending: Set<string>[] = [new Set(), new Set()];
        const letters: string[] = [];
        const happened: string[] = [];
        let next = 0;
        const flush = async (place: number): Promise<void> => {
          await windows[place]?.flush();
          for (const value of pending[place] ?? []) acknowledged.add(value);
          pending[place]?.clear();
        };
        for (const { window: place, move } of schedule) {
          const one = windows[place];
          if (one === undefined) continue;
          next += 1;
          if (move === 'set') {
            const seen = valuesOf(one.document);
            one.set(`v${next}`);
            for (const value of seen) replacedBySeer.add(value);
            pending[place]?.add(`v${next}`);
          } else if (move === 'type') {
            const letter = String.fromCharCode(0x4e00 + next);
            one.type(letter);
            letters.push(letter);
          } else if (move === 'happen') {
            await one.happen(`f${next}`);
            happened.push(`f${next}`);
          } else if (move === 'flush') await flush(place);
          else if (move === 'catchUp') await one.catchUp();
          else await Promise.all([flush(0), flush(1)]);
        }
        await flush(0);
        await flush(1);
        await Promise.all(windows.map((one) => one.catchUp()));
        const fresh = await openWindow();
        const all = [...windows, fresh];
        for (const { document, journal } of all) {
          const current = valuesOf(document);
          for (const value of acknowledged) {
            expect(current.includes(value) || replacedBySeer.has(value)).toBe(true);
          }
          expect([...current].sort()).toEqual([...valuesOf(fresh.document)].sort());
          const text = readText(document, { item: 'plan', field: 'purpose' });
          for (const letter of letters) expect(text).toContain(letter);
          expect(text).toHaveLength(letters.length);
          const facts = journal.replica.facts().map(({ fact }) => fact.id);
          expect(facts).toEqual(fresh.journal.replica.facts().map(({ fact }) => fact.id));
          expect([...facts].sort()).toEqual([...happened].sort());
          expect(journal.replica.gaps()).toEqual([]);
          expect(journal.replica.doubles().size).toBe(0);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('shows both values when two wrote before either had seen the other', async () => {
    const { windows } = await openWindows(2);
    const [one, two] = windows;
    one?.set('Vårdcentralen');
    two?.set('Biblioteket');
    await one?.flush();
    await two?.flush();
    await one?.catchUp();
    for (const window of windows) {
      expect([...valuesOf(window.document)].sort()).toEqual(['Biblioteket', 'Vårdcentralen']);
    }
  });
});
