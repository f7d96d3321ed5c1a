import { describe, expect, it } from 'vitest';
import { started } from '../meeting/testMeeting.ts';
import { setPlanField } from '../plan/commands/wholePlan.ts';
import { err, ok } from '../shared/result.ts';
import type { VaultSession } from '../vault/vaultSession.ts';
import { giveCase } from './giveCase.ts';
import { listCases } from './listCases.ts';
import { meetingNotes } from './meetingNotes.ts';
import { openCase } from './openCase.ts';
import { removeCase } from './removeCase.ts';
import { rewriteCase } from './rewriteCase.ts';
import { chooseStandIn } from './standIn.ts';
import { readTold, takeOverCase } from './takeOverCase.ts';
import { createTestVaults } from './testVaults.ts';

const author = { name: 'Per Berg', function: 'behandlare', unit: 'Åby' };
const why = { reason: 'longer', note: '' } as const;

const chosen = async (label: string | null = null) => {
  const device = await createTestVaults();
  const { session, opened, colleague } = device;
  const to = { vaultId: colleague.vaultId, shortName: 'P', label };
  expect(await chooseStandIn(session, opened, to)).toEqual(ok(undefined));
  const theirs = await device.unlockColleague();
  const deps = { ...device.deps, author: () => author };
  const take = (reader: VaultSession = theirs) =>
    takeOverCase(
      deps,
      reader,
      { caseId: opened.caseId, from: session.vaultId, shortName: 'K' },
      why,
    );
  const factsFor = async (reader: VaultSession) => {
    const read = await openCase(deps, reader, opened.caseId, { log: false });
    if (!read.ok) throw new Error(read.error.kind);
    const { log } = read.value.workspace().state;
    await read.value.close();
    return log.map(({ fact }) => ({ type: fact.type, by: fact.by.name, data: fact.data }));
  };
  return { ...device, deps, theirs, take, factsFor };
};

describe('taking over a case', () => {
  it('is logged with who, from whom and why, and both read it', async () => {
    const { session, theirs, take, factsFor } = await chosen();
    expect(await take()).toEqual(ok(undefined));
    const taken = {
      type: 'case.takenOver',
      by: 'Per Berg',
      data: { fromVault: session.vaultId, shortName: 'K', ...why },
    };
    expect(await factsFor(session)).toContainEqual(taken);
    expect(await factsFor(theirs)).toContainEqual(taken);
  });

  it('puts the case on the colleague’s list only when it is done, and tells the owner', async () => {
    const { time, deps, session, theirs, take } = await chosen();
    expect(await listCases(deps, theirs)).toEqual(ok([]));
    await take();
    const listed = await listCases(deps, theirs);
    expect(listed.ok && listed.value.map(({ card }) => card?.name)).toEqual(['Lars']);
    const told = await session.takenOver();
    if (!told.ok) throw new Error(told.error.kind);
    expect(told.value.map(readTold)).toEqual([{ ...why, at: time.now(), name: 'Per Berg' }]);
  });

  it('gives nobody the case when it cannot be logged', async () => {
    const { deps, session, theirs, opened } = await chosen();
    const full = {
      ...deps,
      journal: { ...deps.journal, append: async () => err({ kind: 'quota' } as const) },
    };
    const offered = { caseId: opened.caseId, from: session.vaultId, shortName: 'K' };
    const taken = await takeOverCase(full, theirs, offered, why);
    expect(taken.ok).toBe(false);
    expect(await theirs.listCases()).toEqual(ok([]));
    expect(await session.takenOver()).toEqual(ok([]));
  });

  it('writes on in the case beside the owner, and nothing is set aside', async () => {
    const { deps, theirs, take, opened, session } = await chosen();
    await take();
    const mine = await openCase(deps, theirs, opened.caseId);
    if (!mine.ok) throw new Error(mine.error.kind);
    await mine.value
      .workspace()
      .edit((doc, ctx) => setPlanField(doc, ctx, { field: 'name', value: 'Lars B' }));
    await mine.value.close();
    const again = await openCase(deps, session, opened.caseId, { log: false });
    if (!again.ok) throw new Error(again.error.kind);
    const { plan, setAsideRecords, missingRecords } = again.value.workspace().state;
    expect(plan.name.value).toBe('Lars B');
    expect([setAsideRecords, missingRecords]).toEqual([[], []]);
  });

  it('is not possible after the choice was taken back, and both acts are logged', async () => {
    const { session, opened, take, factsFor } = await chosen();
    expect(await chooseStandIn(session, opened, null)).toEqual(ok(undefined));
    expect(await take()).toEqual(err({ kind: 'missing' }));
    expect((await factsFor(session)).map(({ type }) => type)).toEqual([
      'case.created',
      'case.standInChosen',
      'case.standInWithdrawn',
    ]);
  });

  it('is not possible after the owner removed the case from here', async () => {
    const { storage, session, opened, take, theirs } = await chosen();
    const removed = await removeCase(storage.removal, session.vaultId, opened);
    expect(removed).toEqual(ok({ colleaguesHaveIt: false }));
    expect(await storage.vaults.listSealed('standIn.')).toEqual(ok([]));
    expect(await theirs.standingInFor()).toEqual(ok([]));
    expect(await take()).toEqual(err({ kind: 'missing' }));
  });

  it('is still possible after something was removed from the case', async () => {
    const { deps, time, storage, session, opened, theirs, take } = await chosen('Lasse');
    await opened.workspace().send(started());
    await time.pass(60_000);
    const what = meetingNotes(opened.workspace().state, 'individual');
    if (what === null) throw new Error('no meeting');
    const rewritten = await rewriteCase(deps, session, storage.removal, opened, what);
    expect(rewritten.ok).toBe(true);
    const offered = await theirs.standingInFor();
    expect(offered.ok && offered.value.map(({ label }) => label)).toEqual(['Lasse']);
    expect(await take()).toEqual(ok(undefined));
    expect(await theirs.listCases()).toEqual(ok([opened.caseId]));
  });
});

describe('choosing who takes over', () => {
  it('says no name before in a case with protected identity', async () => {
    const { session, opened, colleague, theirs } = await chosen('Lasse');
    await opened
      .workspace()
      .edit((doc, ctx) => setPlanField(doc, ctx, { field: 'protectedIdentity', value: true }));
    const to = { vaultId: colleague.vaultId, shortName: 'P', label: 'Lasse' };
    await chooseStandIn(session, opened, to);
    const offered = await theirs.standingInFor();
    expect(offered.ok && offered.value.map(({ label }) => label)).toEqual([null]);
  });

  it('does not choose who has the case already', async () => {
    const { session, opened, colleague } = await chosen();
    const to = { vaultId: colleague.vaultId, shortName: 'P', label: null };
    await giveCase(session, opened, to);
    expect(await chooseStandIn(session, opened, to)).toEqual(err({ kind: 'alreadyHas' }));
  });
});
