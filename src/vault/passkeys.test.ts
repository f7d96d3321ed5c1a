/** A passkey beside the password: added, replaced, lost, removed; the password opens after all of it. */
import { beforeEach, describe, expect, test } from 'vitest';
import { err } from '../shared/result.ts';
import { changePassword } from './changePassword.ts';
import { createVault } from './createVault.ts';
import { destroyVault } from './destroyVault.ts';
import { type FakePasskeys, fakePasskeys } from './fakePasskeys.ts';
import { memoryVaultStore } from './memoryVaultStore.ts';
import {
  askForVault,
  checkPassword,
  makePasskey,
  passkeyAddedAt,
  passkeyForgetter,
  removePasskey,
} from './passkeys.ts';
import { portableVault } from './portableVault.ts';
import { secretOf } from './secret.ts';
import { errorOf, testVaultDeps, unwrap } from './testing.ts';
import { unlockWithPassword } from './unlock.ts';
import { unlockWithReserveCode } from './unlockWithReserve.ts';
import type { PasskeyWrap, VaultRow, VaultStore } from './vaultStore.ts';

const password = secretOf('lingon kanot bastu vinter');
const label = 'SIP-mötet';

let device: FakePasskeys;
let store: VaultStore;
let full: boolean;
let deps: ReturnType<typeof testVaultDeps> & { passkeys: FakePasskeys };
let vaultId: string;
let reserveCode: ReturnType<typeof secretOf>;

const rowOf = async (): Promise<VaultRow> => {
  const row = unwrap(await store.getVault(vaultId));
  if (row === null) throw new Error('expected a vault');
  return row;
};

const add = async () => {
  const made = unwrap(await makePasskey(deps, { vaultId, label }));
  return made.keep(password);
};

const openByPasskey = async () => {
  const asked = await askForVault(deps, vaultId);
  return asked.ok ? asked.value() : asked;
};

const openByPassword = async () => (await unlockWithPassword(deps, vaultId, password)).ok;

beforeEach(async () => {
  const memory = memoryVaultStore();
  full = false;
  store = {
    ...memory,
    updateVault: async (id, change) => {
      // Counting a try is small and goes through; the wrap does not.
      if (!full) return memory.updateVault(id, change);
      const now = unwrap(await memory.getVault(id));
      if (now !== null && change(now).passkey !== now.passkey) return err({ kind: 'quota' });
      return memory.updateVault(id, change);
    },
  };
  device = fakePasskeys();
  deps = { ...testVaultDeps(store), passkeys: device };
  const made = unwrap(await createVault(deps, { shortName: 'E', password }));
  vaultId = made.session.vaultId;
  ({ reserveCode } = made);
  await made.session.writeValue('person', { name: 'Eva Ek' });
});

describe('a passkey', () => {
  test('opens the same vault as the password, with nothing of a person told to the device', async () => {
    unwrap(await add());
    const session = unwrap(await openByPasskey());
    expect(unwrap(await session.readValue('person'))).toEqual({ name: 'Eva Ek' });
    expect(await openByPassword()).toBe(true);
    expect(device.labels()).toEqual([label]);
    expect(unwrap(await passkeyAddedAt(deps, vaultId))).toBe(deps.clock.now());
  });

  test('is asked once more where the secret comes only then', async () => {
    device.beLate();
    const made = unwrap(await makePasskey(deps, { vaultId, label }));
    expect(made.isReady()).toBe(false);
    expect(errorOf(await made.keep(password)).kind).toBe('noPrf');
    device.failNext('cancelled');
    expect(errorOf(await made.ask()).kind).toBe('cancelled');
    unwrap(await made.ask());
    unwrap(await made.keep(password));
    expect((await openByPasskey()).ok).toBe(true);
  });

  test('has a question and a wrap of its own each time', async () => {
    unwrap(await add());
    const first = (await rowOf()).passkey;
    unwrap(await add());
    const second = (await rowOf()).passkey;
    expect(second?.salt).not.toEqual(first?.salt);
    expect(second?.wrapped).not.toEqual(first?.wrapped);
  });

  test.each(['unsupported', 'cancelled', 'noPrf', 'passkeyFailed'] as const)(
    'that cannot be made (%s) leaves the vault as it was',
    async (kind) => {
      const before = await rowOf();
      device.failNext(kind);
      expect(errorOf(await makePasskey(deps, { vaultId, label })).kind).toBe(kind);
      expect(await rowOf()).toEqual(before);
      expect(await openByPassword()).toBe(true);
    },
  );

  test('is not kept with a wrong password, and the device is told', async () => {
    const made = unwrap(await makePasskey(deps, { vaultId, label }));
    expect(errorOf(await made.keep(secretOf('fel ord helt och hållet'))).kind).toBe(
      'wrongPassword',
    );
    await made.abandon();
    expect(device.count()).toBe(0);
    expect(errorOf(await openByPasskey()).kind).toBe('noPasskey');
  });
});

test('a passkey opens after many wrong passwords, and the right one need not wait then', async () => {
  unwrap(await add());
  const wrong = secretOf('fel ord helt och hållet');
  for (let tries = 0; tries < 5; tries += 1) await unlockWithPassword(deps, vaultId, wrong);
  expect(errorOf(await unlockWithPassword(deps, vaultId, password)).kind).toBe('wait');
  expect((await openByPasskey()).ok).toBe(true);
  expect(await openByPassword()).toBe(true);
});

describe('replacing', () => {
  test('opens with the new one and takes the old one off the device', async () => {
    unwrap(await add());
    const old = (await rowOf()).passkey;
    unwrap(await add());
    expect(device.count()).toBe(1);
    expect((await rowOf()).passkey?.credentialId).not.toEqual(old?.credentialId);
    expect((await openByPasskey()).ok).toBe(true);
    expect(await openByPassword()).toBe(true);
  });

  test('that cannot be written keeps the old one, and can be tried again with the same new one', async () => {
    unwrap(await add());
    const old = (await rowOf()).passkey;
    const made = unwrap(await makePasskey(deps, { vaultId, label }));
    full = true;
    expect(errorOf(await made.keep(password)).kind).toBe('quota');
    expect((await rowOf()).passkey).toEqual(old);
    expect((await openByPasskey()).ok).toBe(true);
    full = false;
    unwrap(await made.keep(password));
    expect((await openByPasskey()).ok).toBe(true);
    expect(device.count()).toBe(1);
  });

  test('that is broken off keeps the old one', async () => {
    unwrap(await add());
    device.failNext('cancelled');
    expect(errorOf(await makePasskey(deps, { vaultId, label })).kind).toBe('cancelled');
    expect((await openByPasskey()).ok).toBe(true);
  });
});

describe('removing', () => {
  test('leaves the password and the reserve code, and tells the device', async () => {
    unwrap(await add());
    unwrap(await removePasskey(deps, vaultId));
    expect(device.count()).toBe(0);
    expect(errorOf(await openByPasskey()).kind).toBe('noPasskey');
    expect(unwrap(await passkeyAddedAt(deps, vaultId))).toBeNull();
    expect(await openByPassword()).toBe(true);
    const restored = await unlockWithReserveCode(deps, {
      vaultId,
      code: reserveCode,
      newPassword: secretOf('helt andra ord än förut'),
      newCode: false,
    });
    expect(restored.ok).toBe(true);
  });

  test('goes with everything else when all is wiped, from the device too', async () => {
    unwrap(await add());
    const forget = await passkeyForgetter(deps, vaultId);
    unwrap(await destroyVault(deps, vaultId));
    await forget();
    expect(device.count()).toBe(0);
    expect(errorOf(await openByPasskey()).kind).toBe('missing');
  });
});

describe('what happens to the device', () => {
  test('a passkey removed in its settings: the password opens, and a new one can be added', async () => {
    unwrap(await add());
    device.loseAll();
    expect(errorOf(await openByPasskey()).kind).toBe('cancelled');
    expect(await openByPassword()).toBe(true);
    unwrap(await add());
    expect((await openByPasskey()).ok).toBe(true);
  });

  test('a passkey that gives something else opens nothing and breaks nothing', async () => {
    unwrap(await add());
    device.changeSecrets();
    expect(errorOf(await openByPasskey()).kind).toBe('passkeyDamaged');
    expect(await openByPassword()).toBe(true);
  });

  test('a changed password keeps the passkey', async () => {
    unwrap(await add());
    const newPassword = secretOf('bastu vinter lingon kanot');
    unwrap(await changePassword(deps, { vaultId, password, newPassword }));
    expect((await openByPasskey()).ok).toBe(true);
  });

  test('another vault is not opened by this one’s wrap', async () => {
    unwrap(await add());
    const other = unwrap(await createVault(deps, { shortName: 'A', password })).session.vaultId;
    const { passkey } = await rowOf();
    if (passkey === undefined) throw new Error('expected a passkey');
    await store.updateVault(other, (row) => ({ ...row, passkey }));
    const asked = unwrap(await askForVault(deps, other));
    expect(errorOf(await asked()).kind).toBe('passkeyDamaged');
  });

  test.each<[string, (wrap: PasskeyWrap) => unknown]>([
    [
      'a bit of the wrap',
      (wrap) => ({ ...wrap, wrapped: wrap.wrapped.map((b, i) => b ^ +(i === 30)) }),
    ],
    ['a short wrap', (wrap) => ({ ...wrap, wrapped: wrap.wrapped.slice(0, 20) })],
    ['another question', (wrap) => ({ ...wrap, salt: wrap.salt.map((byte) => byte ^ 1) })],
    ['a short question', (wrap) => ({ ...wrap, salt: wrap.salt.slice(1) })],
    ['no id', (wrap) => ({ ...wrap, credentialId: new Uint8Array() })],
    ['text for bytes', (wrap) => ({ ...wrap, wrapped: 'wrapped' })],
    ['nothing in it', () => ({})],
    ['null', () => null],
  ])('a damaged row (%s) gives an error, and the password opens', async (_what, damage) => {
    unwrap(await add());
    await store.updateVault(vaultId, (row) => {
      if (row.passkey === undefined) throw new Error('expected a passkey');
      return { ...row, passkey: damage(row.passkey) as PasskeyWrap };
    });
    expect(errorOf(await openByPasskey()).kind).toBe('passkeyDamaged');
    expect(await openByPassword()).toBe(true);
    unwrap(await add());
    expect((await openByPasskey()).ok).toBe(true);
  });
});

test('the password can be checked before the device is asked', async () => {
  expect((await checkPassword(deps, vaultId, password)).ok).toBe(true);
  expect(errorOf(await checkPassword(deps, vaultId, secretOf('fel ord'))).kind).toBe(
    'wrongPassword',
  );
});

test('a backup file carries no passkey: it opens on this device or nowhere', async () => {
  unwrap(await add());
  const row = portableVault(await rowOf());
  expect(Object.keys(row).sort()).toEqual(
    ['attempts', 'password', 'publicKey', 'reserve', 'shortName', 'vaultId'].sort(),
  );
});
