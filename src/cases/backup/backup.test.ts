/** What goes into a backup comes out of it, on an empty device and on one that is not; nothing that is here is replaced. */
import { beforeEach, describe, expect, it } from 'vitest';
import { ok } from '../../shared/result.ts';
import type { BackupStore } from '../../storage/backupPort.ts';
import { secretOf } from '../../vault/secret.ts';
import { errorOf, unwrap } from '../../vault/testing.ts';
import { unlockWithPassword } from '../../vault/unlock.ts';
import { unlockWithReserveCode } from '../../vault/unlockWithReserve.ts';
import type { VaultSession } from '../../vault/vaultSession.ts';
import { compactCase } from '../compactCase.ts';
import { acceptGivenCases, giveCase } from '../giveCase.ts';
import { listCases } from '../listCases.ts';
import { rewriteCase } from '../rewriteCase.ts';
import { readBackupNames } from './backupNames.ts';
import { backupFileName, createBackup } from './createBackup.ts';
import { type OpenedBackup, openBackup } from './openBackup.ts';
import { type RestoreReport, restoreBackup } from './restoreBackup.ts';
import {
  type BackupDevice,
  createBackupDevice,
  filePassword,
  vaultPassword,
} from './testBackup.ts';

let old: BackupDevice;
let fresh: BackupDevice;
let karin: VaultSession;
let lars: string;
let amina: string;
let code: string;

beforeEach(async () => {
  old = await createBackupDevice();
  fresh = await createBackupDevice();
  const vault = await old.addVault('K');
  karin = vault.session;
  code = vault.code;
  unwrap(await karin.writeValue('person', { name: 'Karin Ek' }));
  const first = await old.addCase(karin, 'Lars', 'Behålla gården');
  lars = first.caseId;
  await first.close();
  const second = await old.addCase(karin, 'Amina', 'Sova');
  amina = second.caseId;
  await second.close();
});

const makeFile = async (device: BackupDevice = old): Promise<Blob> =>
  unwrap(await createBackup(device.deps, device.store, filePassword)).file;

const openFile = async (file: Blob, device: BackupDevice = fresh): Promise<OpenedBackup> =>
  unwrap(await openBackup(device.deps, file, filePassword));

const restore = async (
  to: BackupDevice,
  file: Blob,
  chosen: readonly string[] | null = null,
): Promise<RestoreReport> =>
  unwrap(
    await restoreBackup(
      to.store,
      await openFile(file, to),
      chosen === null ? null : new Set(chosen),
    ),
  );

const rowsOf = async (device: BackupDevice) => unwrap(await device.store.readAll());

const write = async (
  device: BackupDevice,
  session: VaultSession,
  caseId: string,
  words: string,
) => {
  const opened = await device.open(session, caseId);
  opened
    .workspace()
    .typing({ item: 'plan', field: 'important' })
    .splice({ index: 0, remove: 0, insert: words });
  unwrap(await opened.workspace().flush());
  await opened.close();
};

/** Every device and number of a case, over all the devices given. */
const numbers = async (caseId: string, devices: readonly BackupDevice[]) => {
  const bytes = new Map<string, string>();
  for (const device of devices) {
    for (const row of unwrap(await device.storage.journal.readSince(caseId, 0)).rows) {
      const place = `${row.device} ${row.seq}`;
      const there = bytes.get(place);
      if (there !== undefined && there !== row.bytes.join()) return { doubles: true };
      bytes.set(place, row.bytes.join());
    }
  }
  return { doubles: false };
};

describe('on an empty device', () => {
  it('everything is as it was: rows to the byte, values, cards', async () => {
    const before = await rowsOf(old);
    const report = await restore(fresh, await makeFile());
    expect(report).toMatchObject({
      cases: { new: 2 },
      vaults: 1,
      missing: { cases: 0, records: 0 },
    });
    const after = await rowsOf(fresh);
    expect(after.cases).toEqual(before.cases);
    expect(after.keys.vaults).toEqual(before.keys.vaults);
    expect(after.keys.sealed).toEqual(before.keys.sealed);
    const session = await fresh.unlock(karin.vaultId);
    expect(unwrap(await session.readValue('person'))).toEqual({ name: 'Karin Ek' });
    const listed = unwrap(await listCases(fresh.caseDeps, session));
    expect(listed.map(({ card }) => card?.name).sort()).toEqual(['Amina', 'Lars']);
    expect(await fresh.read(session, lars)).toEqual({
      name: 'Lars',
      important: 'Behålla gården',
      gaps: 0,
      setAside: 0,
    });
  });

  it('the reserve code opens it too', async () => {
    await restore(fresh, await makeFile());
    const opened = await unlockWithReserveCode(fresh.deps, {
      vaultId: karin.vaultId,
      code: secretOf(code),
      newPassword: secretOf('fyra helt andra ord'),
      newCode: false,
    });
    expect((await fresh.read(unwrap(opened).session, lars)).name).toBe('Lars');
  });

  it('a snapshot and a case that a colleague has come along', async () => {
    const colleague = await old.addVault('P');
    const opened = await old.open(karin, lars);
    unwrap(await giveCase(karin, opened, { vaultId: colleague.session.vaultId, shortName: 'P' }));
    await opened.close();
    await write(old, karin, lars, 'Och ');
    unwrap(
      await compactCase(
        { ...old.deps, journal: old.storage.journal },
        unwrap(await karin.openCase(lars)),
        2,
      ),
    );
    await restore(fresh, await makeFile());
    const theirs = await fresh.unlock(colleague.session.vaultId);
    expect(unwrap(await acceptGivenCases(fresh.caseDeps, theirs))).toBe(1);
    const read = await fresh.read(theirs, lars);
    expect(read).toMatchObject({ important: 'Och Behålla gården', gaps: 0, setAside: 0 });
  });

  it('only the chosen cases come, and the rest can come later', async () => {
    const file = await makeFile();
    await restore(fresh, file, [amina]);
    const session = await fresh.unlock(karin.vaultId);
    expect(unwrap(await session.listCases())).toEqual([amina]);
    const report = await restore(fresh, file);
    expect(report).toMatchObject({ cases: { new: 1, same: 1, joined: 0 }, vaults: 0 });
    expect((await fresh.read(session, lars)).important).toBe('Behålla gården');
  });

  it('names are shown for the vault’s own password, and a wrong one is counted nowhere', async () => {
    const backup = await openFile(await makeFile());
    const wrong = await readBackupNames(
      fresh.deps,
      backup,
      karin.vaultId,
      secretOf('fel ord här nu'),
    );
    expect(errorOf(wrong).kind).toBe('wrongPassword');
    const names = unwrap(await readBackupNames(fresh.deps, backup, karin.vaultId, vaultPassword));
    expect(names.map(({ name }) => name).sort()).toEqual(['Amina', 'Lars']);
    expect(unwrap(await fresh.storage.vaults.listVaults())).toEqual([]);
  });
});

describe('who writes on', () => {
  it('no device and number is ever given twice, though the old device goes on', async () => {
    const file = await makeFile();
    await restore(fresh, file);
    const session = await fresh.unlock(karin.vaultId);
    for (const words of ['a', 'b', 'c']) {
      await write(old, karin, lars, words);
      await write(fresh, session, lars, words);
    }
    expect(await numbers(lars, [old, fresh])).toEqual({ doubles: false });
    const devices = async (device: BackupDevice) =>
      unwrap(await device.storage.journal.readSince(lars, 0)).rows.map((row) => row.device);
    expect(new Set([...(await devices(old)), ...(await devices(fresh))]).size).toBe(2);
  });

  it('the id is renewed once, not at every opening', async () => {
    await restore(fresh, await makeFile());
    const session = await fresh.unlock(karin.vaultId);
    const first = unwrap(await session.openCase(lars)).device;
    expect(unwrap(await session.openCase(lars)).device).toBe(first);
    expect(unwrap(await karin.openCase(lars)).device).not.toBe(first);
  });

  it('what both wrote is joined when backups go both ways', async () => {
    await restore(fresh, await makeFile());
    const session = await fresh.unlock(karin.vaultId);
    await write(old, karin, lars, 'Hemma. ');
    await write(fresh, session, lars, 'Borta. ');
    const report = await restore(old, await makeFile(fresh));
    expect(report).toMatchObject({ cases: { joined: 1, same: 1, new: 0 } });
    await restore(fresh, await makeFile(old));
    const [one, other] = [await old.read(karin, lars), await fresh.read(session, lars)];
    expect(one.important).toContain('Hemma. ');
    expect(one.important).toContain('Borta. ');
    expect(other).toEqual(one);
    expect(one).toMatchObject({ gaps: 0, setAside: 0 });
  });
});

describe('on a device that is not empty', () => {
  it('what is newer here stays, and a vault here keeps its password', async () => {
    const file = await makeFile();
    await write(old, karin, lars, 'Nyare. ');
    const before = await rowsOf(old);
    const report = await restore(old, file);
    expect(report).toMatchObject({ cases: { same: 2, new: 0, joined: 0 }, records: 0, vaults: 0 });
    expect(await rowsOf(old)).toEqual(before);
  });

  it('other people’s vaults and cases are not touched', async () => {
    const other = await fresh.addVault('P');
    const own = await fresh.addCase(other.session, 'Olle', 'Eget');
    await own.close();
    await restore(fresh, await makeFile());
    expect((await fresh.read(other.session, own.caseId)).important).toBe('Eget');
    expect(unwrap(await fresh.storage.vaults.listVaults())).toHaveLength(2);
  });

  it('what was taken out of a case does not come back by itself', async () => {
    const file = await makeFile();
    const opened = await old.open(karin, lars);
    const removed = await rewriteCase(old.caseDeps, karin, old.storage.removal, opened, {
      scope: { scope: 'part', choice: 'individual' },
      keepsItem: () => true,
      keepsField: () => false,
      keepsFact: () => true,
    });
    unwrap(removed);
    const before = await rowsOf(old);
    const report = await restore(old, file);
    expect(report.cases).toEqual({ new: 0, joined: 0, same: 1, other: 1 });
    expect(await rowsOf(old)).toEqual(before);
  });

  it('another vault under a known id gets no keys in', async () => {
    const backup = await openFile(await makeFile(), old);
    const forged = {
      ...backup,
      vaults: backup.vaults.map((row) => ({ ...row, publicKey: new Uint8Array(32) })),
    };
    const before = await rowsOf(old);
    unwrap(await old.storage.removal.removeCase(karin.vaultId, amina));
    unwrap(await restoreBackup(old.store, forged, null));
    expect((await rowsOf(old)).keys.access).toHaveLength(before.keys.access.length - 1);
  });
});

describe('broken off', () => {
  it('in the middle of making it: there is no file', async () => {
    const stop = new AbortController();
    const made = createBackup(old.deps, old.store, filePassword, {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    expect(errorOf(await made)).toEqual({ kind: 'aborted' });
  });

  it('in the middle of restoring: whole cases or none, and it can be run again', async () => {
    const file = await makeFile();
    const stop = new AbortController();
    const report = unwrap(
      await restoreBackup(fresh.store, await openFile(file), null, {
        signal: stop.signal,
        onProgress: () => stop.abort(),
      }),
    );
    expect(report).toMatchObject({ aborted: true, cases: { new: 1 } });
    const session = await fresh.unlock(karin.vaultId);
    const [there = ''] = unwrap(await session.listCases());
    expect(await fresh.read(session, there)).toMatchObject({ gaps: 0, setAside: 0 });
    expect(await restore(fresh, file)).toMatchObject({
      aborted: false,
      cases: { new: 1, same: 1 },
    });
  });

  it('by a full disk: what came is whole, and it is said', async () => {
    const backup = await openFile(await makeFile());
    let left = 1;
    const full: BackupStore = {
      ...fresh.store,
      addCase: async (rows, access) => {
        left -= 1;
        return left < 0
          ? { ok: false, error: { kind: 'quota' } }
          : fresh.store.addCase(rows, access);
      },
    };
    expect(errorOf(await restoreBackup(full, backup, null))).toEqual({ kind: 'quota' });
    const session = await fresh.unlock(karin.vaultId);
    expect(unwrap(await session.listCases())).toHaveLength(1);
    expect(await restore(fresh, await makeFile())).toMatchObject({ cases: { new: 1, same: 1 } });
  });
});

describe('the file', () => {
  it('holds nothing of a person in clear, nor the short name, nor a password', async () => {
    const canary = 'KANARIEFAGEL';
    const vault = await old.addVault(canary);
    const planted = await old.addCase(vault.session, canary, canary);
    await planted.close();
    const bytes = Buffer.from(await (await makeFile()).arrayBuffer());
    const forms = [
      canary,
      canary.slice(0, 8),
      canary.slice(4),
      'lingon',
      'sommarhage',
      'Lars',
      'Karin',
    ];
    for (const form of forms) {
      expect(bytes.includes(Buffer.from(form, 'utf8'))).toBe(false);
      expect(bytes.includes(Buffer.from(form, 'utf16le'))).toBe(false);
      expect(bytes.includes(Buffer.from(form).toString('base64').replaceAll('=', ''))).toBe(false);
    }
    expect(bytes.includes(Buffer.from('SIPKOPIA'))).toBe(true);
    expect(backupFileName('2026-11-22')).toBe('sip-sakerhetskopia-2026-11-22.sip');
  });

  it('is read back before it is said to be whole', async () => {
    const heard: number[] = [];
    const made = unwrap(
      await createBackup(old.deps, old.store, filePassword, {
        onProgress: (part) => heard.push(part),
      }),
    );
    expect(made).toMatchObject({ vaults: 1, cases: 2 });
    expect(made.records).toBe((await rowsOf(old)).cases.flatMap(({ records }) => records).length);
    expect(heard.at(-1)).toBe(1);
    expect(heard).toEqual([...heard].sort((a, b) => a - b));
    // A machine that gives another key the second time: what was written cannot be read, and it is not called whole.
    let turn = 0;
    const noise: typeof old.deps = {
      ...old.deps,
      argon2: async ({ salt }) => {
        turn += 1;
        return ok(new Uint8Array(32).fill(turn + salt.length));
      },
    };
    expect(errorOf(await createBackup(noise, old.store, filePassword))).toEqual({
      kind: 'notWhole',
    });
  });

  it('asks for as good a password as a vault', async () => {
    expect(errorOf(await createBackup(old.deps, old.store, secretOf('kort')))).toEqual({
      kind: 'weakPassword',
      why: 'tooShort',
    });
  });

  it('does not open with another password, and that is told', async () => {
    const file = await makeFile();
    const opened = await openBackup(fresh.deps, file, vaultPassword);
    expect(errorOf(opened)).toEqual({ kind: 'wrongPassword' });
    expect((await unlockWithPassword(old.deps, karin.vaultId, vaultPassword)).ok).toBe(true);
  });
});
