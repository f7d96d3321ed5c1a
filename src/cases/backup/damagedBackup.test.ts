/** A file cut off anywhere, with changed bits, from a stranger, or no backup at all: told, and the rest is brought back. */
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { packBody } from '../../protocol/backupBody.ts';
import { backupHeaderBytes } from '../../protocol/backupFile.ts';
import type { CaseRows } from '../../storage/backupPort.ts';
import { createBackupSealer } from '../../vault/sealBackup.ts';
import { secretOf } from '../../vault/secret.ts';
import { errorOf, unwrap } from '../../vault/testing.ts';
import { createBackup } from './createBackup.ts';
import { openBackup } from './openBackup.ts';
import { restoreBackup } from './restoreBackup.ts';
import { type BackupDevice, createBackupDevice, filePassword } from './testBackup.ts';

let device: BackupDevice;
let vaultId: string;
let whole: Uint8Array<ArrayBuffer>;
let originals: ReadonlyMap<string, CaseRows>;

beforeAll(async () => {
  device = await createBackupDevice();
  const { session } = await device.addVault('K');
  vaultId = session.vaultId;
  for (const name of ['Lars', 'Amina', 'Olle']) {
    const opened = await device.addCase(session, name, 'Sova');
    // The first is so large that it takes several pieces.
    for (let turn = 0; name === 'Lars' && turn < 40; turn += 1) {
      opened
        .workspace()
        .typing({ item: 'plan', field: 'important' })
        .splice({ index: 0, remove: turn === 0 ? 0 : 1_200, insert: `${turn % 10} `.repeat(600) });
      unwrap(await opened.workspace().flush());
    }
    await opened.close();
  }
  const { file } = unwrap(await createBackup(device.deps, device.store, filePassword));
  whole = new Uint8Array(await file.arrayBuffer());
  const { cases } = unwrap(await device.store.readAll());
  originals = new Map(cases.map((rows) => [rows.caseId, rows]));
});

const bytesOf = (rows: CaseRows): ReadonlySet<string> =>
  new Set(
    rows.records.map(
      ({ device: by, seq, bytes }) => `${by} ${seq} ${Buffer.from(bytes).toString('base64')}`,
    ),
  );

/** Opens it and holds all it says against what was there. True when something can be brought back. */
const check = async (bytes: Uint8Array<ArrayBuffer>, isWhole: boolean): Promise<boolean> => {
  const opened = await openBackup(device.deps, new Blob([bytes]), filePassword);
  if (!opened.ok) {
    expect(['damaged', 'notABackup', 'empty', 'wrongPassword']).toContain(opened.error.kind);
    return false;
  }
  const backup = opened.value;
  expect(backup.whole).toBe(isWhole);
  let lost = backup.lost.cases;
  for (const each of backup.cases) {
    const original = originals.get(each.caseId);
    if (original === undefined) throw new Error('a case that never was');
    const rows = unwrap(await backup.rowsOf(each.caseId));
    const there = bytesOf(original);
    expect([...bytesOf(rows)].every((record) => there.has(record))).toBe(true);
    expect(rows.records).toHaveLength(each.records);
    if (each.missing !== null) expect(each.records + each.missing).toBe(original.records.length);
    lost += 1;
  }
  // Either the file still says what it ought to hold, and every case is accounted for, or it says that it does not know.
  expect(backup.at === null ? originals.size : lost).toBe(originals.size);
  return true;
};

const flipped = (places: readonly number[]): Uint8Array<ArrayBuffer> => {
  const bytes = whole.slice();
  for (const place of places) bytes[place] = (bytes[place] ?? 0) ^ (1 << (place % 8));
  return bytes;
};

describe('a damaged file', { timeout: 30_000 }, () => {
  it('is whole before it is damaged', async () => {
    expect(await check(whole, true)).toBe(true);
  });

  it('cut off at 200 places: never throws, says that it is not whole', async () => {
    const places = fc.sample(fc.integer({ min: 0, max: whole.length - 1 }), 200);
    let some = 0;
    for (const place of places) {
      // Where only the header's copy at the end is gone, nothing is missing.
      const isWhole = place >= whole.length - backupHeaderBytes;
      if (await check(whole.slice(0, place), isWhole)) some += 1;
    }
    expect(some).toBeGreaterThan(100);
  });

  it('with one to eight changed bits, 200 times: all but what they fell on is there', async () => {
    // Anywhere alike: not rather at the very first and last bytes, where the two headers are.
    const inside = fc.noBias(fc.integer({ min: 0, max: whole.length - 1 }));
    const samples = fc.sample(fc.array(inside, { minLength: 1, maxLength: 8 }), 200);
    let some = 0;
    for (const places of samples) {
      const inHeaders = places.every(
        (place) => place < backupHeaderBytes || place >= whole.length - backupHeaderBytes,
      );
      if (await check(flipped(places), inHeaders)) some += 1;
    }
    // What stands twice can be hit twice, but hardly ever is.
    expect(some, `${some} of 200`).toBeGreaterThan(195);
  });

  it('with every byte of the first header changed, one at a time: nothing is missing', async () => {
    for (let place = 0; place < backupHeaderBytes; place += 1) {
      expect(await check(flipped([place]), true)).toBe(true);
    }
  });

  it('with a stretch gone, or of zeros, or twice: the rest is there', async () => {
    const third = Math.floor(whole.length / 3);
    const cuts = fc.sample(fc.integer({ min: backupHeaderBytes + 4_000, max: third }), 20);
    for (const from of cuts) {
      const to = from + third;
      const gone = new Uint8Array([...whole.slice(0, from), ...whole.slice(to)]);
      expect(await check(gone, false)).toBe(true);
      const zeros = whole.slice();
      zeros.fill(0, from, to);
      expect(await check(zeros, false)).toBe(true);
      const twice = new Uint8Array([...whole.slice(0, to), ...whole.slice(from)]);
      expect((await openBackup(device.deps, new Blob([twice]), filePassword)).ok).toBe(true);
    }
  });

  it('gives back what it can: cases open, and what they lack is told in them', async () => {
    let partly = 0;
    const places = fc.sample(fc.integer({ min: 6_000, max: whole.length - 6_000 }), 24);
    for (const place of places) {
      const fresh = await createBackupDevice();
      const backup = unwrap(
        await openBackup(fresh.deps, new Blob([flipped([place])]), filePassword),
      );
      const report = unwrap(await restoreBackup(fresh.store, backup, null));
      const lost = report.missing.cases + report.missing.records;
      const session = await fresh.unlock(vaultId);
      let gaps = 0;
      for (const { caseId, missing } of backup.cases) {
        const read = await fresh.read(session, caseId);
        expect(read.setAside).toBe(0);
        expect(read.gaps > 0).toBe(missing !== 0);
        gaps += read.gaps;
      }
      if (gaps > 0) partly += 1;
      expect(report.cases.new).toBe(3 - report.missing.cases);
      expect(lost === 0).toBe(
        backup.cases.length === 3 && backup.cases.every(({ missing }) => missing === 0),
      );
    }
    expect(partly).toBeGreaterThan(0);
  });
});

describe('another file', () => {
  const open = async (bytes: Uint8Array<ArrayBuffer>) =>
    errorOf(await openBackup(device.deps, new Blob([bytes]), filePassword)).kind;

  it('of no bytes, of another kind, or of nothing but noise is told apart', async () => {
    expect(await open(new Uint8Array())).toBe('empty');
    expect(await open(new TextEncoder().encode('%PDF-1.7 and so on'))).toBe('notABackup');
    expect(await open(crypto.getRandomValues(new Uint8Array(60_000)))).toBe('notABackup');
    expect(await open(whole.slice(0, 20))).toBe('damaged');
  });

  it('of a gigabyte is refused after two small readings', async () => {
    let read = 0;
    const file = new Blob();
    Object.defineProperty(file, 'size', { value: 1_000_000_000 });
    vi.spyOn(file, 'slice').mockImplementation((from = 0, to = 0) => {
      read += to - from;
      return new Blob([new Uint8Array(to - from)]);
    });
    const opened = await openBackup(device.deps, file, filePassword);
    expect(errorOf(opened).kind).toBe('notABackup');
    expect(read).toBeLessThan(1_000);
  });

  it('that asks for more work than a tablet can do is not tried', async () => {
    const deps = {
      ...device.deps,
      passwordCost: { memoryKiB: 4_000_000, iterations: 90, parallelism: 1 },
    };
    const argon2: typeof deps.argon2 = async () => ({ ok: true, value: new Uint8Array(32) });
    const sealer = unwrap(await createBackupSealer({ ...deps, argon2 }, filePassword));
    expect(await open(sealer.header)).toBe('damaged');
  });

  it('of a newer version is not guessed at', async () => {
    const { header } = unwrap(await createBackupSealer(device.deps, filePassword));
    const newer = header.slice();
    newer[8] = 2;
    new DataView(newer.buffer).setUint32(newer.length - 4, crc32(newer.subarray(0, -4)));
    expect(await open(newer)).toBe('newerVersion');
  });

  it('well sealed, but with nonsense inside, brings nothing in', async () => {
    const odd: readonly unknown[] = [
      null,
      7,
      'x',
      [],
      { kind: 'keys' },
      { kind: 'keys', vaults: [{ vaultId: '../..' }], sealed: [], access: [] },
      { kind: 'case', caseId: 'x', records: [], heads: [], card: null },
      { kind: 'case', caseId: 'A'.repeat(22), records: [{ device: 'A'.repeat(22), seq: -1 }] },
      { kind: 'contents', at: Number.NaN, vaults: -1, cases: {} },
      { ['__proto__']: { kind: 'case' }, bytes: 9 },
      { bytes: 1e12 },
    ];
    const sealer = unwrap(await createBackupSealer(device.deps, filePassword));
    const parts = [sealer.header];
    for (const [index, value] of odd.entries()) {
      const last = index === odd.length - 1;
      parts.push(await sealer.seal({ index, last }, packBody(value)));
    }
    parts.push(
      await sealer.seal({ index: 90, last: false }, new Uint8Array([255, 255, 255, 255, 1])),
    );
    const file = new Blob(parts);
    expect(errorOf(await openBackup(device.deps, file, filePassword)).kind).toBe('damaged');
  });

  it('of a stranger opens with the stranger’s password only, and touches nothing that is here', async () => {
    const stranger = await createBackupDevice();
    const { session } = await stranger.addVault('S');
    const theirs = await stranger.addCase(session, 'Okänd');
    await theirs.close();
    const other = secretOf('helt andra ord från annan');
    const { file } = unwrap(await createBackup(stranger.deps, stranger.store, other));
    expect(errorOf(await openBackup(device.deps, file, filePassword)).kind).toBe('wrongPassword');
    const backup = unwrap(await openBackup(device.deps, file, other));
    const here = await createBackupDevice();
    const own = await here.addVault('K');
    const opened = await here.addCase(own.session, 'Lars', 'Sova');
    await opened.close();
    const before = unwrap(await here.store.readAll());
    unwrap(await restoreBackup(here.store, backup, null));
    const after = unwrap(await here.store.readAll());
    expect(after.cases).toEqual(expect.arrayContaining([...before.cases]));
    expect(after.keys.access).toEqual(expect.arrayContaining([...before.keys.access]));
    expect(unwrap(await own.session.listCases())).toEqual([opened.caseId]);
    expect((await here.read(own.session, opened.caseId)).name).toBe('Lars');
  });
});
