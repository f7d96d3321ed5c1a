import { describe, expect, it } from 'vitest';
import { recordConsent } from '../consent/recordConsent.ts';
import { started } from '../meeting/testMeeting.ts';
import { addLongTermGoal } from '../plan/commands/addRows.ts';
import { bytesEqual } from '../shared/bytes.ts';
import { err } from '../shared/result.ts';
import { acceptGivenCases, giveCase } from './giveCase.ts';
import { listCases } from './listCases.ts';
import { meetingNotes } from './meetingNotes.ts';
import { openCase } from './openCase.ts';
import { removeCase } from './removeCase.ts';
import { rewriteCase } from './rewriteCase.ts';
import { createTestVaults } from './testVaults.ts';

const rowsOf = async ({ deps, opened }: Awaited<ReturnType<typeof createTestVaults>>) => {
  const read = await deps.journal.readSince(opened.caseId, 0);
  if (!read.ok) throw new Error(read.error.kind);
  return read.value.rows;
};

describe('taking a case away', () => {
  it('leaves no key, no record and no card', async () => {
    const device = await createTestVaults();
    const { storage, session, opened, deps } = device;
    const removed = await removeCase(storage.removal, session.vaultId, opened);
    expect(removed).toEqual({ ok: true, value: { colleaguesHaveIt: false } });
    expect(await rowsOf(device)).toEqual([]);
    expect(await listCases(deps, session)).toEqual({ ok: true, value: [] });
    expect(await session.openCase(opened.caseId)).toEqual(err({ kind: 'missing' }));
  });

  it('leaves it with a colleague who was given it', async () => {
    const device = await createTestVaults();
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
    const device = await createTestVaults();
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
    // A window that shows what was removed says that it is of the past.
    await other.value.catchUp();
    expect(other.value.workspace().save).toEqual({ kind: 'notSaved', reason: 'closed' });
    const late = await other.value
      .workspace()
      .edit((doc, ctx) => addLongTermGoal(doc, ctx, { text: 'För sent' }));
    expect(late).toEqual(err({ kind: 'notSaved', reason: 'closed' }));
    const again = await openCase(deps, session, opened.caseId);
    expect(again.ok && again.value.workspace().state.plan.longTermGoals).toHaveLength(1);
    expect(again.ok && again.value.workspace().state.setAsideRecords).toEqual([]);
  });
});
