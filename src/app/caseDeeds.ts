/** What is seldom done with the case that is open: given, its notes removed, taken away. Loaded when it is asked for. */
import { giveCase } from '../cases/giveCase.ts';
import { meetingNotes } from '../cases/meetingNotes.ts';
import type { OpenCase } from '../cases/openCase.ts';
import { removeCase } from '../cases/removeCase.ts';
import { rewriteCase } from '../cases/rewriteCase.ts';
import { caseDeps } from './caseDeps.ts';
import type { AppSession } from './session/sessionTypes.ts';
import type { NotesChoice, RemoveNotesTrouble } from './views/after/RemoveNotes.tsx';
import type { Giving } from './views/case/GiveDialog.tsx';

export const giveHere = async (
  session: AppSession,
  opened: OpenCase,
  to: Parameters<Giving['give']>[0],
): ReturnType<Giving['give']> => {
  const { vault } = session.get();
  if (vault === null) return 'failed';
  const given = await giveCase(vault, opened, to);
  if (given.ok) return 'given';
  return given.error.kind === 'alreadyHas' ? 'has' : 'failed';
};

/** Removes the notes of the newest meeting. `onReopened` gets the case as it is afterwards; the old one is closed. */
export const removeNotesHere = async (
  session: AppSession,
  opened: OpenCase,
  choice: NotesChoice,
  onReopened: (opened: OpenCase) => void,
): Promise<RemoveNotesTrouble | null> => {
  const { vault } = session.get();
  const what = meetingNotes(opened.workspace().state, choice);
  if (vault === null || what === null) return 'failed';
  const { removal } = session.deps.storage;
  const again = await rewriteCase(caseDeps(session), vault, removal, opened, what);
  if (again.ok) {
    await session.keepOpen(again.value);
    onReopened(again.value);
    return null;
  }
  const { kind } = again.error;
  if (kind === 'notOpenedAgain') await session.keepOpen(null);
  return kind === 'notSettled' || kind === 'notWhole' || kind === 'notOpenedAgain'
    ? kind
    : 'failed';
};

/** The short names of the others on this device who have the case, or null when it could not be found out. */
export const findColleaguesHere = async (
  session: AppSession,
  caseId: string,
): Promise<readonly string[] | null> => {
  const { vault } = session.get();
  const store = session.deps.storage.vaults;
  const [access, vaults] = await Promise.all([store.listCaseAccess(caseId), store.listVaults()]);
  if (!access.ok || !vaults.ok || vault === null) return null;
  const others = new Set(access.value.map(({ vaultId }) => vaultId));
  others.delete(vault.vaultId);
  return vaults.value
    .filter(({ vaultId }) => others.has(vaultId))
    .map(({ shortName }) => shortName);
};

/** **Ta bort härifrån** for the vault of this window. False when it could not; then all is as it was. */
export const removeCaseHere = async (session: AppSession, opened: OpenCase): Promise<boolean> => {
  const { vault } = session.get();
  if (vault === null) return false;
  const { syncing, storage, clock, random } = session.deps;
  if (syncing === undefined) {
    const removed = await removeCase(storage.removal, vault.vaultId, opened);
    if (removed.ok) await session.keepOpen(null);
    return removed.ok;
  }
  const flushed = await opened.workspace().flush();
  const colleagues = flushed.ok ? await findColleaguesHere(session, opened.caseId) : null;
  if (colleagues === null) return false;
  const { takeAwayCase } = await import('../cases/sync/takeAwayCase.ts');
  const { deviceName } = session.sync;
  const { journal, serverName } = syncing;
  const removed = await takeAwayCase(
    { clock, random, journal, session: vault, deviceName, removal: storage.removal, serverName },
    opened.caseId,
    colleagues.length > 0,
  );
  if (!removed.ok) return false;
  opened.abandon();
  await session.keepOpen(null);
  session.sync.wake();
  return true;
};
