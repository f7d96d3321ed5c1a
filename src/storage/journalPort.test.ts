/** One set of promises for both journals: on disk and in memory. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { err, ok } from '../shared/result.ts';
import { createStorage } from './createStorage.ts';
import type { JournalPort, JournalState, NewRow, Prepared } from './journalPort.ts';
import { createMemory, memoryJournal } from './memoryJournal.ts';
import { memoryMarker } from './vaultMarker.ts';

const caseId = 'AAAAAAAAAAAAAAAAAAAAAA';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** The next row of a device, as a writer would seal it. */
const next = (state: JournalState, device: string, text = 'x'): NewRow => {
  const seq = (state.heads[device]?.seq ?? 0) + 1;
  return { device, seq, id: `${device}-${seq}`, bytes: bytesOf(text) };
};

const write =
  (device: string, text?: string) =>
  async (state: JournalState): Promise<{ ok: true; value: Prepared }> => ({
    ok: true,
    value: { rows: [next(state, device, text)], card: bytesOf(`card ${device}`) },
  });

let database = 0;

const kinds: Record<
  string,
  () => Promise<{ windows: readonly [JournalPort, JournalPort]; end(): void }>
> = {
  memory: async () => {
    const memory = createMemory();
    return { windows: [memoryJournal(memory), memoryJournal(memory)], end: () => undefined };
  },
  disk: async () => {
    database += 1;
    const name = `journal-${database}`;
    const deps = { indexedDB: new IDBFactory(), IDBKeyRange, name, marker: memoryMarker() };
    const [one, two] = [createStorage(deps), createStorage(deps)];
    unwrap(await one.open());
    unwrap(await two.open());
    return {
      windows: [one.journal, two.journal],
      end: () => {
        one.close();
        two.close();
      },
    };
  },
};

const unwrap = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

describe.each(Object.entries(kinds))('journal in %s', (_name, make) => {
  test('takes in records from elsewhere in any order, and takes a card away', async () => {
    const { windows, end } = await make();
    const [journal, other] = windows;
    unwrap(await journal.append(caseId, 0, write('a')));
    const row = (seq: number) => ({ device: 'b', seq, bytes: bytesOf(`b${seq}`) });
    unwrap(
      await other.append<never>(caseId, 0, async () =>
        ok({
          rows: [],
          card: null,
          received: { rows: [row(3), row(1), row(1)], heads: { b: { seq: 1, id: 'b-1' } } },
        }),
      ),
    );
    expect(unwrap(await journal.readCards([caseId]))).toEqual([]);
    // A head never goes back, and own numbers go on as before.
    unwrap(
      await journal.append(caseId, 0, async (state) =>
        ok({
          rows: [next(state, 'a')],
          received: { rows: [], heads: { b: { seq: 0, id: 'x' }, a: { seq: 1, id: 'x' } } },
        }),
      ),
    );
    const { rows, heads } = unwrap(await other.readSince(caseId, 0));
    expect(rows.map(({ device, seq }) => `${device}${seq}`)).toEqual([
      'a1',
      'b3',
      'b1',
      'b1',
      'a2',
    ]);
    expect(heads).toMatchObject({ a: { seq: 2 }, b: { seq: 1 } });
    end();
  });

  test('gives back every record in order, from any number on', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 1, maxLength: 12 }),
        fc.nat(),
        async (payloads, from) => {
          const { windows, end } = await make();
          const [journal] = windows;
          let last = 0;
          for (const bytes of payloads) {
            const done = await journal.append(caseId, last, async (state) =>
              ok({ rows: [{ ...next(state, 'a'), bytes: new Uint8Array(bytes) }] }),
            );
            last = unwrap(done).last;
          }
          const since = from % payloads.length;
          const { rows } = unwrap(await journal.readSince(caseId, since));
          expect(rows.map((row) => [...row.bytes])).toEqual(
            payloads.slice(since).map((bytes) => [...bytes]),
          );
          end();
        },
      ),
      { numRuns: 20 },
    );
  });

  test('never gives two windows the same number of one device', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ window: fc.nat({ max: 1 }), rows: fc.integer({ min: 1, max: 3 }) }), {
          minLength: 2,
          maxLength: 12,
        }),
        async (plan) => {
          const { windows, end } = await make();
          await Promise.all(
            plan.map(async ({ window, rows }) => {
              const journal = windows[window === 0 ? 0 : 1];
              const done = await journal.append(caseId, 0, async (state) => {
                const first = next(state, 'a');
                const all = Array.from({ length: rows }, (_, index) => ({
                  ...first,
                  seq: first.seq + index,
                }));
                // Sealing takes time; the other window comes in between if it can.
                await new Promise((resolve) => setImmediate(resolve));
                return ok({ rows: all });
              });
              expect(done.ok).toBe(true);
            }),
          );
          const { rows } = unwrap(await windows[0].readSince(caseId, 0));
          const total = plan.reduce((sum, step) => sum + step.rows, 0);
          expect(rows.map((row) => row.seq)).toEqual(
            Array.from({ length: total }, (_, index) => index + 1),
          );
          end();
        },
      ),
      { numRuns: 15 },
    );
  });

  test('shows a writer what the other window wrote before it seals', async () => {
    const { windows, end } = await make();
    await windows[1].append(caseId, 0, write('b', 'from the other window'));
    const seen: string[] = [];
    await windows[0].append(caseId, 0, async (state) => {
      seen.push(...state.rows.map((row) => new TextDecoder().decode(row.bytes)));
      return ok({ rows: [next(state, 'a')] });
    });
    expect(seen).toEqual(['from the other window']);
    end();
  });

  test('shows it also to a writer that was the last to write and has read all of it', async () => {
    const { windows, end } = await make();
    const first = unwrap(await windows[0].append(caseId, 0, write('a')));
    await windows[1].append(caseId, first.last, write('b', 'in between'));
    let seen: readonly string[] = [];
    const second = await windows[0].append(caseId, first.last, async (state) => {
      seen = state.rows.map((row) => new TextDecoder().decode(row.bytes));
      return ok({ rows: [next(state, 'a')] });
    });
    expect(seen).toEqual(['in between']);
    expect(unwrap(second).last).toBe(3);
    const { rows } = unwrap(await windows[1].readSince(caseId, 0));
    expect(rows.map(({ device, seq }) => `${device}${seq}`)).toEqual(['a1', 'b1', 'a2']);
    end();
  });

  test('writes nothing when sealing says no', async () => {
    const { windows, end } = await make();
    const done = await windows[0].append(caseId, 0, async () => err({ kind: 'locked' as const }));
    expect(done).toEqual(err({ kind: 'locked' }));
    expect(unwrap(await windows[0].readSince(caseId, 0)).rows).toEqual([]);
    end();
  });

  test('refuses a number that is not the next, and then keeps neither record nor card', async () => {
    const { windows, end } = await make();
    await windows[0].append(caseId, 0, write('a'));
    const done = await windows[0].append(caseId, 0, async () =>
      ok({
        rows: [{ device: 'a', seq: 1, id: 'again', bytes: bytesOf('copy') }],
        card: bytesOf('wrong card'),
      }),
    );
    expect(done).toEqual(err({ kind: 'conflict', device: 'a', expected: 2 }));
    expect(unwrap(await windows[0].readSince(caseId, 0)).rows).toHaveLength(1);
    const [card] = unwrap(await windows[0].readCards([caseId]));
    expect(new TextDecoder().decode(card?.bytes)).toBe('card a');
    end();
  });

  test('puts a snapshot and takes away what it replaces in one step, and counts on', async () => {
    const { windows, end } = await make();
    const [journal] = windows;
    for (const device of ['a', 'b', 'b']) await journal.append(caseId, 0, write(device));
    await journal.append(caseId, 0, async (state) =>
      ok({ rows: [next(state, 'a', 'snapshot')], replaced: [1, 3] }),
    );
    const state = unwrap(await journal.readSince(caseId, 0));
    expect(state.rows.map((row) => row.n)).toEqual([2, 4]);
    // The last record of b is gone, its number is not: it would otherwise be given twice.
    expect(state.heads.b).toEqual({ seq: 2, id: 'b-2' });
    expect(state.last).toBe(4);
    end();
  });

  test('tells the other window that the journal grew, and only that one', async () => {
    const { windows, end } = await make();
    const own: string[] = [];
    windows[0].onGrown((id) => own.push(id));
    const heard = new Promise((resolve) => windows[1].onGrown(resolve));
    await windows[0].append(caseId, 0, write('a'));
    expect(await heard).toBe(caseId);
    expect(own).toEqual([]);
    end();
  });

  test('keeps cases apart', async () => {
    const { windows, end } = await make();
    const other = 'BBBBBBBBBBBBBBBBBBBBBB';
    await windows[0].append(caseId, 0, write('a'));
    await windows[0].append(other, 0, write('a'));
    const { rows, heads } = unwrap(await windows[0].readSince(other, 0));
    expect(rows.map((row) => [row.caseId, row.n, row.seq])).toEqual([[other, 1, 1]]);
    expect(heads.a?.seq).toBe(1);
    expect(unwrap(await windows[0].readCards([other, 'none', caseId]))).toHaveLength(2);
    end();
  });
});
