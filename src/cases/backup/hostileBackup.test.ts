/** A file from somebody who can make one for this very device, and wants to do harm with it. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { BackupStore, DeviceRows } from '../../storage/backupPort.ts';
import { toCurveKeys } from '../../vault/curveKeys.ts';
import { unwrap } from '../../vault/testing.ts';
import type { VaultSession } from '../../vault/vaultSession.ts';
import { giveCase } from '../giveCase.ts';
import { createBackup } from './createBackup.ts';
import { type OpenedBackup, openBackup } from './openBackup.ts';
import { restoreBackup } from './restoreBackup.ts';
import { type BackupDevice, createBackupDevice, filePassword } from './testBackup.ts';

let device: BackupDevice;
let karin: VaultSession;
let lars: string;

beforeEach(async () => {
  device = await createBackupDevice();
  karin = (await device.addVault('K')).session;
  const opened = await device.addCase(karin, 'Lars', 'Behålla gården');
  lars = opened.caseId;
  await opened.close();
});

const backup = async (of: BackupDevice): Promise<OpenedBackup> => {
  const { file } = unwrap(await createBackup(of.deps, of.store, filePassword));
  return unwrap(await openBackup(of.deps, file, filePassword));
};

describe('heads far away', () => {
  it('leave numbers to write on with, which a backup holds and brings back', async () => {
    const good = await backup(device);
    const hostile: OpenedBackup = {
      ...good,
      rowsOf: async (caseId) => {
        const rows = unwrap(await good.rowsOf(caseId));
        const heads = rows.heads.map((head) => ({ ...head, seq: 2 ** 32 }));
        return { ok: true, value: { ...rows, heads } };
      },
    };
    unwrap(await restoreBackup(device.store, hostile, null));
    const opened = await device.open(karin, lars);
    opened
      .workspace()
      .typing({ item: 'plan', field: 'important' })
      .splice({ index: 0, remove: 0, insert: 'Sova. ' });
    unwrap(await opened.workspace().flush());
    await opened.close();
    expect((await device.read(karin, lars)).important).toBe('Sova. Behålla gården');

    const fresh = await createBackupDevice();
    unwrap(await restoreBackup(fresh.store, await backup(device), null));
    const there = await fresh.unlock(karin.vaultId);
    expect((await fresh.read(there, lars)).important).toBe('Sova. Behålla gården');
  });
});

describe('a vault with somebody else’s public key in its row', () => {
  it('has its own again after the owner has unlocked it: what is given to it is for the owner', async () => {
    const good = await backup(device);
    const thief = unwrap(await toCurveKeys('X25519', new Uint8Array(32).fill(7)));
    const vaults = good.vaults.map((row) => ({ ...row, publicKey: thief.publicKey }));
    const fresh = await createBackupDevice();
    unwrap(await restoreBackup(fresh.store, { ...good, vaults }, null));
    const there = await fresh.unlock(karin.vaultId);
    expect(unwrap(await fresh.deps.store.getVault(karin.vaultId))?.publicKey).toEqual(
      karin.publicKey,
    );
    const eva = (await fresh.addVault('E')).session;
    const amina = await fresh.addCase(eva, 'Amina');
    unwrap(await giveCase(eva, amina, { vaultId: karin.vaultId, shortName: 'K' }));
    await amina.close();
    expect(unwrap(await there.acceptGiven())).toHaveLength(1);
  });
});

describe('a row here that is damaged past reading', () => {
  const withDamage = (change: (rows: DeviceRows) => DeviceRows): Pick<BackupStore, 'readAll'> => ({
    readAll: async () => {
      const rows = unwrap(await device.store.readAll());
      return { ok: true, value: change(rows) };
    },
  });

  it.each<[string, (rows: DeviceRows) => DeviceRows]>([
    [
      'somebody else’s vault',
      ({ keys, cases }) => {
        const [own] = keys.vaults;
        if (own === undefined) throw new Error('no vault');
        const other = { ...own, vaultId: 'x', publicKey: new Uint8Array(3) };
        return { keys: { ...keys, vaults: [...keys.vaults, other] }, cases };
      },
    ],
    [
      'a head',
      ({ keys, cases }) => ({
        keys,
        cases: cases.map((rows) => ({
          ...rows,
          heads: [...rows.heads, { device: 'x', seq: -1, id: '' }],
        })),
      }),
    ],
    [
      'a value',
      ({ keys, cases }) => ({
        keys: {
          ...keys,
          sealed: [...keys.sealed, { vaultId: karin.vaultId, name: 'x', bytes: new Uint8Array() }],
        },
        cases,
      }),
    ],
  ])('%s is left out and told, and all the rest is saved', async (_what, change) => {
    const made = unwrap(await createBackup(device.deps, withDamage(change), filePassword));
    expect(made.leftOut).toBe(1);
    const fresh = await createBackupDevice();
    const opened = unwrap(await openBackup(device.deps, made.file, filePassword));
    unwrap(await restoreBackup(fresh.store, opened, null));
    const there = await fresh.unlock(karin.vaultId);
    expect((await fresh.read(there, lars)).important).toBe('Behålla gården');
  });
});
