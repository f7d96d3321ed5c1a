import { beforeEach, describe, expect, it, vi } from 'vitest';
import { err, ok } from '../shared/result.ts';
import type { Connection } from './connection.ts';
import { markOverwrite, overwriteMark } from './overwriteRows.ts';
import { createOverwriter } from './overwriter.ts';
import type { CaseBytesRow, SipDatabase } from './schema.ts';

const size = 1_000_000;
const bytes = size;

let rows: Map<string, CaseBytesRow>;
let written: CaseBytesRow[];
let isFull: boolean;

/** The one store that is written to, in memory. */
const database = {
  meetingSnapshots: {
    put: async (row: CaseBytesRow) => rows.set(row.caseId, row),
    bulkPut: async (some: readonly CaseBytesRow[]) => {
      for (const row of some) rows.set(row.caseId, row);
      written.push(...some);
    },
    clear: async () => rows.clear(),
    bulkDelete: async (names: readonly string[]) => {
      for (const name of names) rows.delete(name);
    },
    count: async () => rows.size,
  },
} as unknown as SipDatabase;

const run: Connection['run'] = async (work) => {
  const before = written.length;
  const value = await work(database);
  return isFull && written.length > before ? err({ kind: 'quota' }) : ok(value);
};

const writtenBytes = (): number => written.reduce((sum, row) => sum + row.bytes.length, 0);

beforeEach(() => {
  rows = new Map();
  written = [];
  isFull = false;
});

describe('what was removed', () => {
  it('is overwritten with random bytes, of which none stay', async () => {
    await markOverwrite(database);
    createOverwriter({ run }, bytes).soon();
    await vi.waitFor(() => expect(rows.size).toBe(0));
    expect(writtenBytes()).toBeGreaterThanOrEqual(size);
    const different = new Set(written.map((row) => row.bytes.slice(0, 16).join()));
    expect(different.size).toBe(written.length);
  });

  it('is overwritten once more when something else is removed meanwhile', async () => {
    const overwriter = createOverwriter({ run }, bytes);
    overwriter.soon();
    await vi.waitFor(() => expect(written.length).toBeGreaterThan(0));
    overwriter.soon();
    await vi.waitFor(() => expect(writtenBytes()).toBeGreaterThanOrEqual(2 * size));
    await vi.waitFor(() => expect(rows.size).toBe(0));
  });

  it('is overwritten at the next start, where the browser died before it was', async () => {
    await createOverwriter({ run }, bytes).goOn();
    expect(written).toEqual([]);
    await markOverwrite(database);
    expect([...rows.keys()]).toEqual([overwriteMark]);
    await createOverwriter({ run }, bytes).goOn();
    await vi.waitFor(() => expect(rows.size).toBe(0));
    expect(writtenBytes()).toBeGreaterThanOrEqual(size);
  });

  it('leaves only the mark behind where there is no room for the bytes: the next start tries again', async () => {
    isFull = true;
    createOverwriter({ run }, bytes).soon();
    await vi.waitFor(() => expect(written.length).toBeGreaterThan(0));
    await vi.waitFor(() => expect([...rows.keys()]).toEqual([overwriteMark]));
    expect(rows.get(overwriteMark)?.bytes.length).toBe(0);
    expect(writtenBytes()).toBeLessThan(size);
    isFull = false;
    await createOverwriter({ run }, bytes).goOn();
    await vi.waitFor(() => expect(rows.size).toBe(0));
    expect(writtenBytes()).toBeGreaterThanOrEqual(size);
  });
});

describe('a start', () => {
  it('overwrites what the last one had left, once, and writes nothing where nothing was left', async () => {
    const overwriter = createOverwriter({ run }, bytes);
    await overwriter.goOn();
    expect(writtenBytes()).toBe(0);
    await markOverwrite(database);
    await createOverwriter({ run }, bytes).goOn();
    await vi.waitFor(() => expect(rows.size).toBe(0));
    expect(writtenBytes()).toBeGreaterThanOrEqual(size);
  });
});
