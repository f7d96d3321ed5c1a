import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { recordConsent } from '../consent/recordConsent.ts';
import { started } from '../meeting/testMeeting.ts';
import { addLongTermGoal } from '../plan/commands/addRows.ts';
import { setPlanField } from '../plan/commands/wholePlan.ts';
import { bytesEqual } from '../shared/bytes.ts';
import { err } from '../shared/result.ts';
import { createStorage } from '../storage/createStorage.ts';
import { argon2Here } from '../vault/argon2.ts';
import { createVault } from '../vault/createVault.ts';
import { secretOf } from '../vault/secret.ts';
import { unlockWithPassword } from '../vault/unlock.ts';
import type { CaseDeps } from './caseDeps.ts';
import { createCase } from './createCase.ts';
import { acceptGivenCases, giveCase } from './giveCase.ts';
import { listCases } from './listCases.ts';
import { meetingNotes } from './meetingNotes.ts';
import { openCase } from './openCase.ts';
import { removeCase } from './removeCase.ts';
import { rewriteCase } from './rewriteCase.ts';
import { testAuthor } from './testCase.ts';
import { createTestTimers } from './testTimers.ts';

const random = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) };
const password = secretOf('lingon tunnbröd kåta fjällvind');

/** A whole device: real database (in memory), two vaults, one case about Lars that Karin made. */
const setUp = async () => {
  const time = createTestTimers();
  const indexedDB = new IDBFactory();
  const storage = createStorage({
    name: `removal-${Math.random()}`,
    indexedDB,
    IDBKeyRange,
    marker: { isSet: () => false, set: () => undefined, clear: () => undefined },
    lock: { hold: async (_id, _wait, work) => ({ ok: true, value: await work() }) },
  });
  const vaultDeps = {
    clock: { now: time.now, monotonic: time.now },
    random,
    argon2: argon2Here,
    store: storage.vaults,
    passwordCost: { memoryKiB: 64, iterations: 1, parallelism: 1 },
  };
  const vault = async (shortName: string) => {
    const made = await createVault(vaultDeps, { shortName, password });
    if (!made.ok) throw new Error(made.error.kind);
    return made.value.session;
  };
  const session = await vault('K');
  const colleague = await vault('P');
  const deps: CaseDeps = {
    clock: vaultDeps.clock,
    random,
    timers: time.timers,
    journal: storage.journal,
    locks: null,
    author: () => testAuthor,
  };
  const created = await createCase(deps, session, (doc, ctx) =>
    setPlanField(doc, ctx, { field: 'name', value: 'Lars' }),
  );
  if (!created.ok) throw new Error(created.error.kind);
  const unlockColleague = async () => {
    const opened = await unlockWithPassword(vaultDeps, colleague.vaultId, password);
    if (!opened.ok) throw new Error(opened.error.kind);
    return opened.value;
  };
  return { time, storage, session, colleague, deps, opened: created.value, unlockColleague };
};

const rowsOf = async ({ deps, opened }: Awaited<ReturnType<typeof setUp>>) => {
  const read = await deps.journal.readSince(opened.caseId, 0);
  if (!read.ok) throw new Error(read.error.kind);
  return read.value.rows;
};

describe('taking a case away', () => {
  it('leaves no key, no record and no card', async () => {
    const device = await setUp();
    const { storage, session, opened, deps } = device;
    const removed = await removeCase(storage.removal, session.vaultId, opened);
    expect(removed).toEqual({ ok: true, value: { colleaguesHaveIt: false } });
    expect(await rowsOf(device)).toEqual([]);
    expect(await listCases(deps, session)).toEqual({ ok: true, value: [] });
    expect(await session.openCase(opened.caseId)).toEqual(err({ kind: 'missing' }));
  });

  it('leaves it with a colleague who was given it', async () => {
    const device = await setUp();
    const { storage, session, colleague, opened, deps, unlockColleague } = device;
    await giveCase(session, opened, { vaultId: colleague.vaultId, shortName: 'P' });
    const removed = await removeCase(storage.removal, session.vaultId, opened);
    expect(removed).toEqual({ ok: true, value: { colleaguesHaveIt: true } });
    expect(await listCases(deps, session)).toEqual({ ok: true, value: [] });
    const theirs = await unlockColleague();
    expect(await acceptGivenCases(deps, theirs)).toEqual({ ok: true, value: 1 });
    const listed = await listCases(deps, theirs);
    expect(listed.ok && listed.value.map(({ card }) => card?.name)).toEqual(['Lars']);
  });
});

describe('removing the notes of a meeting', () => {
  const led = async () => {
    const device = await setUp();
    const { time, opened } = device;
    const workspace = opened.workspace();
    await workspace.edit((doc, ctx) => addLongTermGoal(doc, ctx, { text: 'Skrivet före mötet' }));
    await workspace.record((ctx) =>
      recordConsent(ctx, { which: 'make', answer: 'yes', form: 'muntligt' }),
    );
    await time.pass(60_000);
    await workspace.send(started());
    await time.pass(60_000);
    await workspace.edit((doc, ctx) => addLongTermGoal(doc, ctx, { text: 'Skrivet på mötet' }));
    return device;
  };

  it('leaves what was there before, the facts, and one that says how much went and not what', async () => {
    const device = await led();
    const { deps, session, storage, opened } = device;
    const before = opened.workspace().state;
    const oldRows = await rowsOf(device);
    const what = meetingNotes(before, 'individual');
    if (what === null) throw new Error('no meeting');
    const rewritten = await rewriteCase(deps, session, storage.removal, opened, what);
    if (!rewritten.ok) throw new Error(rewritten.error.kind);
    const { state } = rewritten.value.workspace();
    expect(state.plan.longTermGoals.map(({ text }) => text)).toEqual(['Skrivet före mötet']);
    expect(state.plan.putAway).toEqual([]);
    expect(state.plan.name.value).toBe('Lars');
    expect(state.consent).toEqual(before.consent);
    expect(state.meeting.current.phase).toBe('running');
    const told = state.log.filter(({ fact }) => fact.type === 'contents.removed');
    expect(told.map(({ fact }) => fact.data)).toEqual([
      { scope: 'meetingNotes', choice: 'individual' },
    ]);
    expect(JSON.stringify(state.log)).not.toContain('Skrivet på mötet');
    expect(state.setAsideRecords).toEqual([]);
    const newRows = await rowsOf(device);
    expect(newRows.some((row) => oldRows.some((old) => bytesEqual(old.bytes, row.bytes)))).toBe(
      false,
    );
    const edited = await rewritten.value
      .workspace()
      .edit((doc, ctx) => addLongTermGoal(doc, ctx, { text: 'Efteråt' }));
    expect(edited.ok).toBe(true);
    const again = await openCase(deps, session, opened.caseId);
    expect(again.ok && again.value.workspace().state.plan.longTermGoals).toHaveLength(2);
  });

  it('is not written over by a window that had the case open before', async () => {
    const device = await led();
    const { deps, session, storage, opened } = device;
    const other = await openCase(deps, session, opened.caseId);
    if (!other.ok) throw new Error(other.error.kind);
    await other.value.workspace().flush();
    const what = meetingNotes(opened.workspace().state, 'individual');
    if (what === null) throw new Error('no meeting');
    const rewritten = await rewriteCase(deps, session, storage.removal, opened, what);
    if (!rewritten.ok) throw new Error(rewritten.error.kind);
    const late = await other.value
      .workspace()
      .edit((doc, ctx) => addLongTermGoal(doc, ctx, { text: 'För sent' }));
    expect(late).toEqual(err({ kind: 'notSaved', reason: 'closed' }));
    const again = await openCase(deps, session, opened.caseId);
    expect(again.ok && again.value.workspace().state.plan.longTermGoals).toHaveLength(1);
    expect(again.ok && again.value.workspace().state.setAsideRecords).toEqual([]);
  });
});
