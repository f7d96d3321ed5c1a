/** The ways into a vault that stand beside its password, on a real database. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { answerQuestion, createRecoveryKey, openRecoveryKey } from '../vault/answerRecovery.ts';
import { createVault } from '../vault/createVault.ts';
import { type FakePasskeys, fakePasskeys } from '../vault/fakePasskeys.ts';
import { askForVault, makePasskey } from '../vault/passkeys.ts';
import { askRecovery, recoverVault, sealForOrganisation } from '../vault/recovery.ts';
import { textToQuestion } from '../vault/recoveryTexts.ts';
import { secretOf } from '../vault/secret.ts';
import { testVaultDeps, unwrap } from '../vault/testing.ts';
import { createStorage } from './createStorage.ts';
import type { Storage } from './storage.ts';
import { memoryMarker } from './vaultMarker.ts';

const password = secretOf('lingon kanot bastu vinter');
const newPassword = secretOf('helt andra ord än förut');

let disk: { indexedDB: IDBFactory; IDBKeyRange: typeof IDBKeyRange };
let storage: Storage;
let passkeys: FakePasskeys;
let vaultId: string;

/** Another page of the same browser: only what is on the disk is left. */
const reload = () => {
  storage = createStorage({ ...disk, marker: memoryMarker() });
  return { ...testVaultDeps(storage.vaults), passkeys };
};

beforeEach(async () => {
  disk = { indexedDB: new IDBFactory(), IDBKeyRange };
  passkeys = fakePasskeys();
  const made = unwrap(await createVault(reload(), { shortName: 'E', password }));
  ({ vaultId } = made.session);
  const making = unwrap(await makePasskey(reload(), { vaultId, label: 'SIP' }));
  unwrap(await making.keep(password));
});

test('a passkey opens after a reload', async () => {
  const asked = unwrap(await askForVault(reload(), vaultId));
  expect((await asked()).ok).toBe(true);
});

test('a question to an organisation’s key waits through a reload, and its answer opens', async () => {
  const world = testVaultDeps();
  const file = unwrap(await createRecoveryKey(world, password));
  const keys = unwrap(await openRecoveryKey(world, file, password));
  const { publicKey } = file;
  unwrap(await sealForOrganisation(reload(), { vaultId, password, publicKey }));
  const first = unwrap(await askRecovery(reload(), { vaultId, anew: false }));
  expect(unwrap(await askRecovery(reload(), { vaultId, anew: false }))).toEqual(first);
  const question = unwrap(textToQuestion(first.text));
  const answer = unwrap(await answerQuestion(world, keys, question));
  expect((await recoverVault(reload(), { vaultId, answer, newPassword })).ok).toBe(true);
});

test('neither goes into a backup', async () => {
  reload();
  const store = await storage.backup();
  if (store === null) throw new Error('expected a store');
  const [vault] = unwrap(await store.readAll()).keys.vaults;
  expect(Object.keys(vault ?? {}).sort()).toEqual(
    ['attempts', 'password', 'publicKey', 'reserve', 'shortName', 'vaultId'].sort(),
  );
});
