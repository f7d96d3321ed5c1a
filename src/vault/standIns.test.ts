/** Taking over when somebody is away: who can, when, and what is left when the choice is taken back. */
import { beforeEach, describe, expect, test } from 'vitest';
import { createVault } from './createVault.ts';
import { destroyVault } from './destroyVault.ts';
import { openRecord, sealRecord } from './sealRecord.ts';
import { secretOf } from './secret.ts';
import { errorOf, testVaultDeps, unwrap } from './testing.ts';
import type { VaultSession } from './vaultSession.ts';

const password = secretOf('lingon kanot bastu vinter');
const payload = new TextEncoder().encode('Lars vill ha hjälp på morgonen');

let deps: ReturnType<typeof testVaultDeps>;
let owner: VaultSession;
let colleague: VaultSession;
let third: VaultSession;
let caseId: string;
let sealed: Uint8Array<ArrayBuffer>;

const vaultOf = async (shortName: string): Promise<VaultSession> =>
  unwrap(await createVault(deps, { shortName, password })).session;

const read = async (reader: VaultSession) => {
  const keys = unwrap(await reader.openCase(caseId));
  return unwrap(await openRecord(keys, sealed)).body.payload;
};

const takeOver = async (reader: VaultSession, from = owner) => {
  const begun = unwrap(await reader.beginTakeOver({ caseId, from: from.vaultId }));
  return { begun, done: await begun.finish({ reason: 'today' }) };
};

beforeEach(async () => {
  deps = testVaultDeps();
  owner = await vaultOf('K');
  colleague = await vaultOf('P');
  third = await vaultOf('A');
  const keys = unwrap(await owner.createCase());
  caseId = keys.caseId;
  const body = { device: keys.device, seq: 1, prev: null, seen: {}, kind: 'doc', at: 0 } as const;
  sealed = unwrap(await sealRecord(keys, { ...body, payload })).bytes;
});

describe('a stand-in', () => {
  test('does not have the case before it is taken over, and has it afterwards', async () => {
    unwrap(await owner.chooseStandIn(caseId, { vaultId: colleague.vaultId, label: null }));
    expect(unwrap(await owner.standInOf(caseId))).toBe(colleague.vaultId);
    expect(unwrap(await colleague.acceptGiven())).toEqual([]);
    expect(unwrap(await colleague.listCases())).toEqual([]);
    expect(errorOf(await colleague.openCase(caseId)).kind).toBe('missing');
    expect(unwrap(await colleague.standingInFor())).toEqual([
      { caseId, from: owner.vaultId, label: null },
    ]);

    unwrap((await takeOver(colleague)).done);
    expect(await read(colleague)).toEqual(payload);
    expect(await read(owner)).toEqual(payload);
    expect(unwrap(await colleague.standingInFor())).toEqual([]);
    expect(unwrap(await owner.standInOf(caseId))).toBeNull();
  });

  test('does not have the case when taking over was begun and never finished', async () => {
    unwrap(await owner.chooseStandIn(caseId, { vaultId: colleague.vaultId, label: null }));
    unwrap(await colleague.beginTakeOver({ caseId, from: owner.vaultId }));
    expect(unwrap(await colleague.listCases())).toEqual([]);
    expect(unwrap(await owner.takenOver())).toEqual([]);
    expect(unwrap(await colleague.standingInFor())).toHaveLength(1);
  });

  test('writes as a device of its own', async () => {
    unwrap(await owner.chooseStandIn(caseId, { vaultId: colleague.vaultId, label: null }));
    const { begun } = await takeOver(colleague);
    const theirs = unwrap(await colleague.openCase(caseId)).device;
    expect(theirs).toBe(begun.keys.device);
    expect(theirs).not.toBe(unwrap(await owner.openCase(caseId)).device);
  });

  test('reads before only what the owner chose to say, and nobody else reads it', async () => {
    unwrap(await owner.chooseStandIn(caseId, { vaultId: colleague.vaultId, label: 'Lasse' }));
    expect(unwrap(await colleague.standingInFor())).toEqual([
      { caseId, from: owner.vaultId, label: 'Lasse' },
    ]);
    expect(unwrap(await third.standingInFor())).toEqual([]);
    const rows = unwrap(await deps.store.listSealed(''));
    const disk = rows.map(({ name, bytes }) => name + new TextDecoder().decode(bytes)).join('');
    expect(disk).toContain(caseId);
    expect(disk).not.toContain('Lasse');
  });

  test('can be changed and taken back: the one before can no longer take over', async () => {
    const to = (vault: VaultSession) => ({ vaultId: vault.vaultId, label: null });
    unwrap(await owner.chooseStandIn(caseId, to(colleague)));
    unwrap(await owner.chooseStandIn(caseId, to(third)));
    expect(unwrap(await owner.standInOf(caseId))).toBe(third.vaultId);
    expect(unwrap(await colleague.standingInFor())).toEqual([]);
    const late = await colleague.beginTakeOver({ caseId, from: owner.vaultId });
    expect(errorOf(late).kind).toBe('missing');

    unwrap(await owner.chooseStandIn(caseId, null));
    expect(unwrap(await owner.standInOf(caseId))).toBeNull();
    expect(unwrap(await third.standingInFor())).toEqual([]);
    expect(unwrap(await deps.store.listSealed('standIn.'))).toEqual([]);
  });

  test('is one other person on the device who does not have the case', async () => {
    const choose = (vaultId: string) => owner.chooseStandIn(caseId, { vaultId, label: null });
    expect(errorOf(await choose(owner.vaultId)).kind).toBe('missing');
    expect(errorOf(await choose('AAAAAAAAAAAAAAAAAAAAAA')).kind).toBe('missing');
    const stranger = await third.chooseStandIn(caseId, { vaultId: colleague.vaultId, label: null });
    expect(errorOf(stranger).kind).toBe('missing');
    unwrap(await owner.giveCase(caseId, { vaultId: colleague.vaultId }));
    expect(errorOf(await choose(colleague.vaultId)).kind).toBe('alreadyHas');
  });

  test('who is given the case needs not take it over any more', async () => {
    unwrap(await owner.chooseStandIn(caseId, { vaultId: colleague.vaultId, label: null }));
    unwrap(await owner.giveCase(caseId, { vaultId: colleague.vaultId }));
    expect(unwrap(await deps.store.listSealed('standIn.'))).toEqual([]);
    expect(unwrap(await colleague.acceptGiven())).toEqual([{ caseId, from: owner.vaultId }]);
  });

  test('is still chosen after something was removed from the case, with the new key', async () => {
    unwrap(await owner.chooseStandIn(caseId, { vaultId: colleague.vaultId, label: 'Lasse' }));
    const renewed = unwrap(await owner.renewRoot(caseId));
    expect(renewed.access.map(({ vaultId }) => vaultId)).toEqual([owner.vaultId]);
    unwrap(await deps.store.changeSealed({ access: renewed.access }));
    // Between the two nothing fits; storage writes both at once.
    expect(unwrap(await colleague.standingInFor())).toEqual([]);
    unwrap(await deps.store.changeSealed({ put: renewed.standIns }));
    expect(unwrap(await colleague.standingInFor())).toEqual([
      { caseId, from: owner.vaultId, label: 'Lasse' },
    ]);
    const { begun, done } = await takeOver(colleague);
    unwrap(done);
    expect(begun.keys.channelId).toBe(renewed.keys.channelId);
  });

  test('is still chosen by who is away when somebody else removes something from the case', async () => {
    unwrap(await owner.giveCase(caseId, { vaultId: third.vaultId }));
    unwrap(await third.acceptGiven());
    unwrap(await owner.chooseStandIn(caseId, { vaultId: colleague.vaultId, label: null }));
    const renewed = unwrap(await third.renewRoot(caseId));
    unwrap(await deps.store.changeSealed({ access: renewed.access, put: renewed.standIns }));
    expect(unwrap(await colleague.standingInFor())).toEqual([
      { caseId, from: owner.vaultId, label: null },
    ]);
    unwrap((await takeOver(colleague)).done);
    expect(unwrap(await colleague.listCases())).toEqual([caseId]);
    unwrap(await owner.acceptGiven());
    expect(unwrap(await owner.takenOver())).toHaveLength(1);
  });

  test('cannot take over what the owner has destroyed', async () => {
    unwrap(await owner.chooseStandIn(caseId, { vaultId: colleague.vaultId, label: null }));
    await destroyVault(deps, owner.vaultId);
    expect(unwrap(await deps.store.listSealed('standIn.'))).toEqual([]);
    expect(unwrap(await colleague.standingInFor())).toEqual([]);
    const late = await colleague.beginTakeOver({ caseId, from: owner.vaultId });
    expect(errorOf(late).kind).toBe('missing');
  });

  test('opens nothing that is damaged', async () => {
    unwrap(await owner.chooseStandIn(caseId, { vaultId: colleague.vaultId, label: 'Lasse' }));
    const [row] = unwrap(await deps.store.listSealed('standIn.'));
    if (row === undefined) throw new Error('no row');
    for (let at = 4; at < row.bytes.length; at += 7) {
      const bytes = row.bytes.slice();
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      unwrap(await deps.store.changeSealed({ put: [{ ...row, bytes }] }));
      const [offered] = unwrap(await colleague.standingInFor());
      const begun = await colleague.beginTakeOver({ caseId, from: owner.vaultId });
      expect(offered?.label === 'Lasse' && begun.ok).toBe(false);
    }
    unwrap(await deps.store.changeSealed({ put: [{ ...row, bytes: row.bytes.slice(0, 40) }] }));
    expect(unwrap(await colleague.standingInFor())).toEqual([]);
  });
});

describe('the owner', () => {
  test('is told once who took it over and why, and only the owner reads it', async () => {
    unwrap(await owner.chooseStandIn(caseId, { vaultId: colleague.vaultId, label: null }));
    await takeOver(colleague);
    const told = [{ caseId, by: colleague.vaultId, told: { reason: 'today' } }];
    expect(unwrap(await owner.takenOver())).toEqual(told);
    expect(unwrap(await colleague.takenOver())).toEqual([]);
    unwrap(await owner.forgetTakenOver({ caseId, by: colleague.vaultId }));
    expect(unwrap(await owner.takenOver())).toEqual([]);
  });
});

test('a locked vault chooses nobody and takes nothing over', async () => {
  unwrap(await owner.chooseStandIn(caseId, { vaultId: colleague.vaultId, label: null }));
  owner.lock();
  colleague.lock();
  expect(errorOf(await owner.chooseStandIn(caseId, null)).kind).toBe('locked');
  expect(errorOf(await colleague.standingInFor()).kind).toBe('locked');
  const begun = await colleague.beginTakeOver({ caseId, from: owner.vaultId });
  expect(errorOf(begun).kind).toBe('locked');
});
