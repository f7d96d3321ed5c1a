/** The life of a vault: made, opened, forgotten and restored, changed, shared on the device, destroyed. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { err } from '../shared/result.ts';
import { argon2Here, defaultPasswordCost } from './argon2.ts';
import { openBox } from './box.ts';
import { changePassword, renewReserveCode } from './changePassword.ts';
import { createVault } from './createVault.ts';
import { toCurveKeys } from './curveKeys.ts';
import { destroyVault } from './destroyVault.ts';
import { memoryVaultStore } from './memoryVaultStore.ts';
import { reserveCodeGroups } from './reserveCode.ts';
import { openRecord, sealRecord } from './sealRecord.ts';
import { type Secret, secretOf } from './secret.ts';
import { errorOf, realRandom, testVaultDeps, unwrap } from './testing.ts';
import { unlockWithPassword } from './unlock.ts';
import { unlockWithReserveCode } from './unlockWithReserve.ts';
import type { VaultSession } from './vaultSession.ts';
import { wrapContext } from './wrapVaultKey.ts';

const password = secretOf('lingon kanot bastu vinter');
const newPassword = secretOf('bastu vinter lingon kanot');
const minute = 60_000;

let deps: ReturnType<typeof testVaultDeps>;
let session: VaultSession;
let reserveCode: Secret;

const payload = new TextEncoder().encode('Lars vill ha hjälp på morgonen');

/** A case with one record in it; gives back how to prove that a session can still read it. */
const caseWithRecord = async (writer: VaultSession) => {
  const keys = unwrap(await writer.createCase());
  const body = {
    device: keys.device,
    seq: 1,
    prev: null,
    seen: {},
    kind: 'doc' as const,
    at: 0,
    payload,
  };
  const { bytes } = unwrap(await sealRecord(keys, body));
  const read = async (reader: VaultSession) => {
    const reopened = unwrap(await reader.openCase(keys.caseId));
    return unwrap(await openRecord(reopened, bytes)).body.payload;
  };
  return { caseId: keys.caseId, device: keys.device, read };
};

beforeEach(async () => {
  deps = testVaultDeps();
  const made = unwrap(await createVault(deps, { shortName: 'E', password }));
  ({ session, reserveCode } = made);
});

describe('a vault', () => {
  test('takes no password at all for a wrong one, not for a browser that cannot', async () => {
    for (const nothing of ['', '  ']) {
      const opened = await unlockWithPassword(deps, session.vaultId, secretOf(nothing));
      expect(errorOf(opened).kind).toBe('wrongPassword');
    }
  });

  test('opens with its password and reads what was written before', async () => {
    const { read } = await caseWithRecord(session);
    await session.writeValue('person', { name: 'Eva Ek' });
    session.lock();
    const again = unwrap(await unlockWithPassword(deps, session.vaultId, password));
    expect(await read(again)).toEqual(payload);
    expect(unwrap(await again.readValue('person'))).toEqual({ name: 'Eva Ek' });
    expect(unwrap(await again.readValue('never written'))).toBeNull();
  });

  test('takes the same words with other spaces, and composed or decomposed letters', async () => {
    const own = unwrap(
      await createVault(deps, { shortName: 'Å', password: secretOf('sjö får älg öring') }),
    );
    const typed = secretOf(`  ${'sjö får älg öring'.normalize('NFD').replaceAll(' ', '   ')} `);
    expect((await unlockWithPassword(deps, own.session.vaultId, typed)).ok).toBe(true);
  });

  test('is not made with a weak password, and then leaves nothing behind', async () => {
    const store = memoryVaultStore();
    const weak = await createVault(testVaultDeps(store), {
      shortName: 'E',
      password: secretOf('1234'),
    });
    expect(errorOf(weak)).toEqual({ kind: 'weakPassword', why: 'tooShort' });
    expect(unwrap(await store.listVaults())).toEqual([]);
  });

  test('is made and opened with the real cost: 64 MiB, three passes', async () => {
    const real = { ...deps, passwordCost: defaultPasswordCost };
    const own = unwrap(await createVault(real, { shortName: 'E', password }));
    const row = unwrap(await deps.store.getVault(own.session.vaultId));
    expect(row?.password).toMatchObject({ memoryKiB: 65_536, iterations: 3, parallelism: 1 });
    expect((await unlockWithPassword(real, own.session.vaultId, password)).ok).toBe(true);
  });

  test('raises its cost at the next unlock when the program has become stricter, and never lowers it', async () => {
    const costOf = async () => unwrap(await deps.store.getVault(session.vaultId))?.password;
    const dearer = { memoryKiB: 128, iterations: 2, parallelism: 1 };
    unwrap(await unlockWithPassword({ ...deps, passwordCost: dearer }, session.vaultId, password));
    expect(await costOf()).toMatchObject(dearer);
    unwrap(await unlockWithPassword(deps, session.vaultId, password));
    unwrap(await changePassword(deps, { vaultId: session.vaultId, password, newPassword }));
    expect(await costOf()).toMatchObject(dearer);
    expect((await unlockWithPassword(deps, session.vaultId, newPassword)).ok).toBe(true);
  });

  test('with parameters that would hang the device is refused before any work', async () => {
    await deps.store.updateVault(session.vaultId, (row) => ({
      ...row,
      password: { ...row.password, memoryKiB: 2 ** 31 },
    }));
    let asked = false;
    const watched = {
      ...deps,
      argon2: (input: Parameters<typeof argon2Here>[0]) => {
        asked = true;
        return argon2Here(input);
      },
    };
    expect(errorOf(await unlockWithPassword(watched, session.vaultId, password)).kind).toBe(
      'damaged',
    );
    expect(asked).toBe(false);
  });

  test('says so when this browser cannot stretch a password', async () => {
    const without = {
      ...deps,
      argon2: async () =>
        ({ ok: false, error: { kind: 'missingCrypto', what: 'argon2' } }) as const,
    };
    expect(errorOf(await unlockWithPassword(without, session.vaultId, password))).toEqual({
      kind: 'missingCrypto',
      what: 'argon2',
    });
  });
});

describe('wrong tries', () => {
  const wrong = secretOf('kanot lingon bastu vinter');

  test('slow down, and nothing is tried while one must wait', async () => {
    const waits: number[] = [];
    for (let round = 0; round < 10; round += 1) {
      const error = errorOf(await unlockWithPassword(deps, session.vaultId, wrong));
      expect(error.kind).toBe('wrongPassword');
      const waitMs = error.kind === 'wrongPassword' ? error.waitMs : 0;
      waits.push(waitMs);
      if (waitMs > 0) {
        const early = errorOf(await unlockWithPassword(deps, session.vaultId, password));
        expect(early).toEqual({ kind: 'wait', waitMs });
      }
      deps.clock.move(waitMs);
    }
    expect(waits.map((wait) => wait / 1_000)).toEqual([0, 0, 5, 15, 30, 60, 120, 300, 300, 300]);
    expect((await unlockWithPassword(deps, session.vaultId, password)).ok).toBe(true);
    expect(errorOf(await unlockWithPassword(deps, session.vaultId, wrong))).toMatchObject({
      waitMs: 0,
    });
  });

  test('are counted before they are tried, so that closing the page gains nothing', async () => {
    const never = { ...deps, argon2: () => new Promise<never>(() => undefined) };
    for (let round = 0; round < 3; round += 1)
      void unlockWithPassword(never, session.vaultId, wrong);
    await vi.waitUntil(async () => {
      const row = unwrap(await deps.store.getVault(session.vaultId));
      return row?.attempts.failed === 3;
    });
    expect(errorOf(await unlockWithPassword(deps, session.vaultId, password)).kind).toBe('wait');
  });

  test('cost no more than their step when the clock has been turned back', async () => {
    for (let round = 0; round < 3; round += 1)
      await unlockWithPassword(deps, session.vaultId, wrong);
    deps.clock.move(-24 * 60 * minute);
    expect(errorOf(await unlockWithPassword(deps, session.vaultId, password))).toEqual({
      kind: 'wait',
      waitMs: 5_000,
    });
    deps.clock.move(5_000);
    expect((await unlockWithPassword(deps, session.vaultId, password)).ok).toBe(true);
  });

  test('of a reserve code count too, but a slip that its checksum finds does not', async () => {
    const typo = reserveCodeGroups(reserveCode)
      .join(' ')
      .replace(/^./, (c) => (c === '2' ? '3' : '2'));
    const slip = { vaultId: session.vaultId, code: secretOf(typo), newPassword, newCode: false };
    expect(errorOf(await unlockWithReserveCode(deps, slip))).toEqual({
      kind: 'badCode',
      why: { kind: 'checksum' },
    });
    expect(unwrap(await deps.store.getVault(session.vaultId))?.attempts.failed).toBe(0);
    const other = unwrap(await createVault(deps, { shortName: 'P', password }));
    const foreign = { ...slip, code: other.reserveCode };
    expect(errorOf(await unlockWithReserveCode(deps, foreign)).kind).toBe('wrongPassword');
    expect(unwrap(await deps.store.getVault(session.vaultId))?.attempts.failed).toBe(1);
  });
});

describe('a forgotten password', () => {
  const restore = (newCode: boolean) =>
    unlockWithReserveCode(deps, {
      vaultId: session.vaultId,
      // As read from the paper.
      code: secretOf(reserveCodeGroups(reserveCode).join('-').toLowerCase()),
      newPassword,
      newCode,
    });

  test('is replaced by the reserve code, and every case is still there', async () => {
    const { caseId, device, read } = await caseWithRecord(session);
    await session.writeValue('person', { name: 'Eva Ek' });
    session.lock();
    const restored = unwrap(await restore(false));
    expect(restored.reserveCode).toBeNull();
    expect(await read(restored.session)).toEqual(payload);
    expect(unwrap(await restored.session.readValue('person'))).toEqual({ name: 'Eva Ek' });
    // What is on disk may have come back from a copy: a number must never be given twice.
    expect(unwrap(await restored.session.openCase(caseId)).device).not.toBe(device);
    expect(errorOf(await unlockWithPassword(deps, session.vaultId, password)).kind).toBe(
      'wrongPassword',
    );
    const again = unwrap(await unlockWithPassword(deps, session.vaultId, newPassword));
    expect(await read(again)).toEqual(payload);
    // The paper still holds.
    expect((await restore(false)).ok).toBe(true);
  });

  test('can give a new reserve code, and then the old paper opens nothing', async () => {
    const { read } = await caseWithRecord(session);
    const restored = unwrap(await restore(true));
    expect((await restore(false)).ok).toBe(false);
    const code = restored.reserveCode ?? secretOf('');
    const input = { vaultId: session.vaultId, code, newPassword: password, newCode: false };
    expect(await read(unwrap(await unlockWithReserveCode(deps, input)).session)).toEqual(payload);
  });

  test('cannot be replaced by a weak one', async () => {
    const weak = {
      vaultId: session.vaultId,
      code: reserveCode,
      newPassword: secretOf('kort'),
      newCode: false,
    };
    expect(errorOf(await unlockWithReserveCode(deps, weak)).kind).toBe('weakPassword');
    expect((await unlockWithPassword(deps, session.vaultId, password)).ok).toBe(true);
  });

  test('can be opened by the organisation, when its key was given at the start and only then', async () => {
    const seed = realRandom.bytes(32);
    const organisation = unwrap(await toCurveKeys('X25519', seed.slice()));
    const own = unwrap(
      await createVault(deps, { shortName: 'E', password, recoveryKey: organisation.publicKey }),
    );
    const { vaultId } = own.session;
    const row = unwrap(await deps.store.getVault(vaultId));
    const context = wrapContext('recovery', vaultId);
    const opened = await openBox(organisation, row?.recovery?.box ?? new Uint8Array(), context);
    expect(opened?.length).toBe(32);
    expect(unwrap(await deps.store.getVault(session.vaultId))?.recovery).toBeUndefined();
    const stranger = unwrap(await toCurveKeys('X25519', realRandom.bytes(32)));
    expect(await openBox(stranger, row?.recovery?.box ?? new Uint8Array(), context)).toBeNull();
  });

  test('has no help from a recovery key that is not one', async () => {
    const made = await createVault(deps, {
      shortName: 'E',
      password,
      recoveryKey: new Uint8Array(32),
    });
    expect(errorOf(made).kind).toBe('badPublicKey');
  });
});

describe('a changed password', () => {
  test('opens everything, and the old one nothing', async () => {
    const { read } = await caseWithRecord(session);
    const { vaultId } = session;
    unwrap(await changePassword(deps, { vaultId, password, newPassword }));
    expect(errorOf(await unlockWithPassword(deps, vaultId, password)).kind).toBe('wrongPassword');
    expect(await read(unwrap(await unlockWithPassword(deps, vaultId, newPassword)))).toEqual(
      payload,
    );
  });

  test('needs the one before, and is itself judged', async () => {
    const { vaultId } = session;
    const wrong = { vaultId, password: newPassword, newPassword };
    expect(errorOf(await changePassword(deps, wrong)).kind).toBe('wrongPassword');
    const weak = { vaultId, password, newPassword: secretOf('kort') };
    expect(errorOf(await changePassword(deps, weak)).kind).toBe('weakPassword');
    expect((await unlockWithPassword(deps, vaultId, password)).ok).toBe(true);
  });

  test('leaves the reserve code alone; a new code replaces the old', async () => {
    const { vaultId } = session;
    unwrap(await changePassword(deps, { vaultId, password, newPassword }));
    const fresh = unwrap(await renewReserveCode(deps, { vaultId, password: newPassword }));
    const by = (code: Secret) =>
      unlockWithReserveCode(deps, { vaultId, code, newPassword: password, newCode: false });
    expect(errorOf(await by(reserveCode)).kind).toBe('wrongPassword');
    expect((await by(fresh)).ok).toBe(true);
  });
});

describe('two vaults on one device', () => {
  let colleague: VaultSession;

  beforeEach(async () => {
    colleague = unwrap(await createVault(deps, { shortName: 'P', password: newPassword })).session;
  });

  test('cannot open each other’s cases', async () => {
    const { caseId } = await caseWithRecord(session);
    expect(errorOf(await colleague.openCase(caseId)).kind).toBe('missing');
    expect(unwrap(await colleague.listCases())).toEqual([]);
  });

  test('share a case that was given, from the colleague’s next unlock on, each as a device of its own', async () => {
    const { caseId, device, read } = await caseWithRecord(session);
    colleague.lock();
    unwrap(await session.giveCase(caseId, { vaultId: colleague.vaultId }));
    const later = unwrap(await unlockWithPassword(deps, colleague.vaultId, newPassword));
    expect(unwrap(await later.listCases())).toEqual([]);
    expect(unwrap(await later.acceptGiven())).toEqual([{ caseId, from: session.vaultId }]);
    expect(unwrap(await later.acceptGiven())).toEqual([]);
    expect(unwrap(await later.listCases())).toEqual([caseId]);
    expect(await read(later)).toEqual(payload);
    const [mine, theirs] = [await session.openCase(caseId), await later.openCase(caseId)].map(
      unwrap,
    );
    expect(mine?.device).toBe(device);
    expect(theirs?.device).not.toBe(device);
    expect(theirs?.channelId).toBe(mine?.channelId);
  });

  test('give a case once, and only one that they have', async () => {
    const { caseId } = await caseWithRecord(session);
    unwrap(await session.giveCase(caseId, { vaultId: colleague.vaultId }));
    const to = { vaultId: colleague.vaultId };
    expect(errorOf(await session.giveCase(caseId, to)).kind).toBe('alreadyHas');
    const unknown = 'AAAAAAAAAAAAAAAAAAAAAA';
    expect(errorOf(await session.giveCase(unknown, to)).kind).toBe('missing');
    expect(errorOf(await session.giveCase(caseId, { vaultId: unknown })).kind).toBe('missing');
  });

  test('give a case although a backup had brought a colleague a key that opens nothing', async () => {
    const { caseId, read } = await caseWithRecord(session);
    const sealed = new Uint8Array(80).fill(7);
    const { vaultId } = colleague;
    await deps.store.putAccess([
      { vaultId, caseId, epoch: 1, state: 'own', sealed, restored: true },
    ]);
    expect(errorOf(await colleague.openCase(caseId)).kind).toBe('damaged');
    unwrap(await session.giveCase(caseId, { vaultId }));
    expect(unwrap(await colleague.acceptGiven())).toEqual([{ caseId, from: session.vaultId }]);
    expect(await read(colleague)).toEqual(payload);
  });

  test('take in nothing that was sealed to somebody else', async () => {
    const { caseId } = await caseWithRecord(session);
    unwrap(await session.giveCase(caseId, { vaultId: colleague.vaultId }));
    const third = unwrap(await createVault(deps, { shortName: 'A', password })).session;
    const gift = unwrap(await deps.store.getAccess(colleague.vaultId, caseId));
    if (gift === null) throw new Error('expected a gift');
    await deps.store.putAccess([{ ...gift, vaultId: third.vaultId }]);
    expect(unwrap(await third.acceptGiven())).toEqual([]);
  });

  test('are destroyed one by one, key first', async () => {
    const { caseId, read } = await caseWithRecord(session);
    unwrap(await session.giveCase(caseId, { vaultId: colleague.vaultId }));
    unwrap(await colleague.acceptGiven());
    unwrap(await destroyVault(deps, session.vaultId));
    expect(errorOf(await unlockWithPassword(deps, session.vaultId, password)).kind).toBe('missing');
    expect(unwrap(await deps.store.listAccess(session.vaultId))).toEqual([]);
    expect(await read(colleague)).toEqual(payload);
  });
});

test('destroying says whether the keys are gone, and can go on where it stopped', async () => {
  const { caseId } = await caseWithRecord(session);
  const { store } = deps;
  const broken = async () => err({ kind: 'quota' as const });
  const keysStay = { store: { ...store, destroyKeys: broken } };
  expect(errorOf(await destroyVault(keysStay, session.vaultId)).kind).toBe('keys');
  expect(unwrap(await store.getAccess(session.vaultId, caseId))).not.toBeNull();
  const restStays = { store: { ...store, destroyRest: broken } };
  expect(errorOf(await destroyVault(restStays, session.vaultId)).kind).toBe('rest');
  expect(unwrap(await store.getAccess(session.vaultId, caseId))).toBeNull();
  unwrap(await destroyVault(deps, session.vaultId));
});

test('a new device id opens the same case', async () => {
  const { caseId, device, read } = await caseWithRecord(session);
  const renewed = unwrap(await session.renewDevice(caseId));
  expect(renewed.device).not.toBe(device);
  expect(unwrap(await session.openCase(caseId)).device).toBe(renewed.device);
  expect(await read(session)).toEqual(payload);
});
