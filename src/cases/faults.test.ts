/** What can happen to a case on a bad disk or a slow one: nothing acknowledged goes, and it is said (docs/failures.md). */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { addNote } from '../plan/commands/addRows.ts';
import { ok } from '../shared/result.ts';
import { holdStores } from '../storage/testHang.ts';
import { sealRecord } from '../vault/sealRecord.ts';
import { secretOf } from '../vault/secret.ts';
import { errorOf, unwrap } from '../vault/testing.ts';
import { unlockWithPassword } from '../vault/unlock.ts';
import { unlockWithReserveCode } from '../vault/unlockWithReserve.ts';
import { createBackup } from './backup/createBackup.ts';
import { openBackup } from './backup/openBackup.ts';
import { restoreBackup } from './backup/restoreBackup.ts';
import { listCases } from './listCases.ts';
import { openCase } from './openCase.ts';
import { fixturePassword, flipBit, openFixtureDevice, rowsOf } from './testFixtureDevice.ts';

const important = { item: 'plan', field: 'important' };

const backupOf = async ({ storage }: Awaited<ReturnType<typeof openFixtureDevice>>) => {
  const store = await storage.backup();
  if (store === null) throw new Error('There is no backup.');
  return store;
};

afterEach(() => {
  vi.useRealTimers();
});

describe('a disk that does not answer while one writes', () => {
  it('is told after some seconds, never as saved; the words stay, and stand once when it answers', async () => {
    const { device, indexedDB, caseDeps, time, unlock } = await openFixtureDevice(1);
    const session = await unlock();
    const opened = unwrap(await openCase(caseDeps, session, device.caseId, { log: false }));
    const said: string[] = [];
    opened.workspace().watchSave(() => said.push(opened.workspace().saveNow()));
    const letGo = await holdStores(indexedDB, ['records', 'heads', 'cards']);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    opened.workspace().typing(important).splice({ index: 0, remove: 0, insert: 'Nu: ' });
    await time.pass(250);
    const until = async (done: () => boolean): Promise<void> => {
      while (!done()) {
        await vi.advanceTimersByTimeAsync(1_000);
        await time.pass(1_000);
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    await until(() => opened.workspace().save.kind === 'notSaved');
    expect(opened.workspace().save).toEqual({ kind: 'notSaved', reason: 'slow' });
    expect(said).not.toContain('saved');
    expect(opened.workspace().typing(important).value).toMatch(/^Nu: Viktigast/);
    vi.useRealTimers();
    await letGo();
    // The program tries again by itself.
    await time.pass(30_000);
    await vi.waitFor(() => expect(opened.workspace().save).toEqual({ kind: 'saved' }));
    unwrap(await opened.close());
    const again = unwrap(await openCase(caseDeps, session, device.caseId, { log: false }));
    const { state } = again.workspace();
    expect(state.plan.important.text).toBe('Nu: Viktigast: Behålla gården och kunna sova.');
    expect(state.setAsideRecords.length + state.missingRecords.length).toBe(0);
    unwrap(await again.close());
  });

  it('is told when a case is opened', async () => {
    const { device, indexedDB, caseDeps, unlock } = await openFixtureDevice(1);
    const session = await unlock();
    const letGo = await holdStores(indexedDB, ['records']);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let error: unknown = null;
    const opening = openCase(caseDeps, session, device.caseId).then((result) => {
      error = errorOf(result);
    });
    while (error === null) {
      await vi.advanceTimersByTimeAsync(1_000);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await opening;
    expect(error).toEqual({ kind: 'slow' });
    vi.useRealTimers();
    await letGo();
    const opened = unwrap(await openCase(caseDeps, session, device.caseId, { log: false }));
    expect(opened.workspace().state.plan.name.value).toBe('Lars');
    unwrap(await opened.close());
  });
});

describe('a damaged snapshot', () => {
  const spoilSnapshot = (device: Parameters<typeof rowsOf>[0]): void => {
    const snapshot = rowsOf(device, 'records').find(({ n }) => n === 71);
    if (snapshot !== undefined) flipBit(snapshot, 'bytes');
  };

  it('is set aside and told; facts and later words are there, and the list keeps the name', async () => {
    const { device, caseDeps, unlock } = await openFixtureDevice(1, spoilSnapshot);
    const session = await unlock();
    const opened = unwrap(await openCase(caseDeps, session, device.caseId));
    const { state } = opened.workspace();
    // The updates written after it stand on it, and come with it when it comes back.
    expect(state.setAsideRecords.length).toBeGreaterThan(0);
    expect(state.plan.name.value).toBeNull();
    expect(state.versions.every(({ sound }) => sound)).toBe(true);
    expect(state.meeting.current.phase).toBe('ended');
    unwrap(
      await opened.workspace().edit((doc, ctx) => addNote(doc, ctx, { text: 'Går att skriva' })),
    );
    unwrap(await opened.close());
    const [listed] = unwrap(await listCases(caseDeps, session));
    expect(listed?.card?.name).toBe('Lasse');
  });

  it('comes back from a backup that was made before', async () => {
    const sound = await openFixtureDevice(1);
    const password = secretOf('sommarhage trasmatta kaffe brygga');
    const { file } = unwrap(await createBackup(sound.deps, await backupOf(sound), password));
    const spoilt = await openFixtureDevice(1, spoilSnapshot);
    const backup = unwrap(await openBackup(spoilt.deps, file, password));
    unwrap(await restoreBackup(await backupOf(spoilt), backup, null));
    const session = await spoilt.unlock();
    const opened = unwrap(
      await openCase(spoilt.caseDeps, session, spoilt.device.caseId, { log: false }),
    );
    const { plan } = opened.workspace().state;
    expect(plan.name.value).toBe('Lars');
    expect(plan.important.text).toBe('Viktigast: Behålla gården och kunna sova.');
    unwrap(await opened.close());
  });
});

describe('a damaged key', () => {
  it('of a case is told for that case alone, and nothing of it is thrown away', async () => {
    const { device, caseDeps, storage, unlock } = await openFixtureDevice(1, (spoilt) => {
      const own = rowsOf(spoilt, 'access').find(({ state }) => state === 'own');
      if (own !== undefined) flipBit(own, 'sealed');
    });
    const session = await unlock();
    expect(errorOf(await openCase(caseDeps, session, device.caseId))).toEqual({ kind: 'damaged' });
    expect(unwrap(await listCases(caseDeps, session))).toEqual([
      { caseId: device.caseId, card: null },
    ]);
    expect(unwrap(await storage.journal.readSince(device.caseId, 0)).rows.length).toBeGreaterThan(
      50,
    );
  });

  it('of a case comes back from a backup, where the one here cannot be read', async () => {
    const sound = await openFixtureDevice(1);
    const password = secretOf('sommarhage trasmatta kaffe brygga');
    const { file } = unwrap(await createBackup(sound.deps, await backupOf(sound), password));
    const spoilt = await openFixtureDevice(1, (device) => {
      const own = rowsOf(device, 'access').find(({ state }) => state === 'own');
      if (own !== undefined) flipBit(own, 'sealed');
    });
    const { access } = unwrap(await openBackup(spoilt.deps, file, password)).keys;
    const session = await spoilt.unlock();
    const strange = access.map((row) => ({ ...row, sealed: new Uint8Array(row.sealed.length) }));
    expect(unwrap(await session.mendAccess(strange))).toBe(0);
    expect(unwrap(await session.mendAccess(access))).toBe(1);
    // A key that opens is never replaced.
    expect(unwrap(await session.mendAccess(access))).toBe(0);
    const opened = unwrap(await openCase(spoilt.caseDeps, session, spoilt.device.caseId));
    expect(opened.workspace().state.plan.name.value).toBe('Lars');
    expect(opened.workspace().state.setAsideRecords).toEqual([]);
    unwrap(await opened.close());
  });

  it('of a vault under its password leaves the reserve code, which opens everything', async () => {
    const { device, deps } = await openFixtureDevice(1, (spoilt) => {
      for (const row of rowsOf(spoilt, 'vaults')) flipBit(row, 'password', 'wrapped');
    });
    expect(errorOf(await unlockWithPassword(deps, device.vaultId, fixturePassword)).kind).toBe(
      'wrongPassword',
    );
    const restored = await unlockWithReserveCode(deps, {
      vaultId: device.vaultId,
      code: secretOf(device.reserveCode),
      newPassword: secretOf('helt andra ord än förut'),
      newCode: false,
    });
    expect(unwrap(await unwrap(restored).session.listCases())).toEqual([device.caseId]);
  });

  it('of a card costs nothing: it is made anew from the journal', async () => {
    const { caseDeps, unlock } = await openFixtureDevice(1, (spoilt) => {
      for (const row of rowsOf(spoilt, 'cards')) flipBit(row, 'bytes');
    });
    const [listed] = unwrap(await listCases(caseDeps, await unlock()));
    expect(listed?.card?.name).toBe('Lasse');
  });
});

describe('what a newer program has written', () => {
  it('as a record of a newer version is set aside, not guessed at, and all the rest is shown', async () => {
    const { device, caseDeps, unlock } = await openFixtureDevice(1, (newer) => {
      const last = rowsOf(newer, 'records').at(-1);
      const bytes = new Uint8Array(last?.['bytes'] as Uint8Array);
      bytes[0] = 2;
      if (last !== undefined) last['bytes'] = bytes;
    });
    const opened = unwrap(await openCase(caseDeps, await unlock(), device.caseId, { log: false }));
    const { state } = opened.workspace();
    expect(state.setAsideRecords.map(({ reason }) => reason)).toEqual(['unknownVersion']);
    expect(state.plan.name.value).toBe('Lars');
    unwrap(await opened.close());
  });

  it('as a plan of a newer schema is shown and not written in, also after it is opened again', async () => {
    const { device, storage, deps, caseDeps, unlock } = await openFixtureDevice(1);
    const session = await unlock();
    const keys = unwrap(await session.openCase(device.caseId));
    // `meta.schema = 2`, as a Yjs update of another device.
    const payload = new Uint8Array(Buffer.from('AQH/////DwAoAQRtZXRhBnNjaGVtYQF9AgA=', 'base64'));
    const writer = 'AAAAAAAAAAAAAAAAAAAAAA';
    const body = { device: writer, seq: 1, prev: null, seen: {}, kind: 'doc' as const };
    const sealed = unwrap(await sealRecord(keys, { ...body, at: deps.clock.now(), payload }));
    unwrap(
      await storage.journal.append(device.caseId, 0, async () =>
        ok({ rows: [{ device: writer, seq: 1, ...sealed }] }),
      ),
    );
    for (let start = 0; start < 2; start += 1) {
      const opened = unwrap(await openCase(caseDeps, session, device.caseId));
      const { plan } = opened.workspace().state;
      expect(plan.readOnly).toBe(true);
      expect(plan.name.value).toBe('Lars');
      const written = await opened
        .workspace()
        .edit((doc, ctx) => addNote(doc, ctx, { text: 'Nej' }));
      expect(errorOf(written)).toEqual({ kind: 'readOnly' });
      unwrap(await opened.close());
    }
  });

  it('as a kind of fact that is not known here is kept and folded by nobody', async () => {
    const { device, caseDeps, unlock } = await openFixtureDevice(1);
    const session = await unlock();
    const opened = unwrap(await openCase(caseDeps, session, device.caseId, { log: false }));
    unwrap(
      await opened.workspace().record((ctx) => ({
        id: ctx.newId(),
        type: 'tomorrow.happened',
        at: ctx.at,
        by: ctx.by,
        data: { anything: true },
      })),
    );
    unwrap(await opened.close());
    const again = unwrap(await openCase(caseDeps, session, device.caseId, { log: false }));
    const { log, setAsideRecords } = again.workspace().state;
    expect(log.at(-1)?.fact.type).toBe('tomorrow.happened');
    expect(setAsideRecords).toEqual([]);
    unwrap(await again.close());
  });
});
