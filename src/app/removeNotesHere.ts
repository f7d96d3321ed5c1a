import { meetingNotes } from '../cases/meetingNotes.ts';
import type { OpenCase } from '../cases/openCase.ts';
import { rewriteCase } from '../cases/rewriteCase.ts';
import { caseDeps } from './caseDeps.ts';
import type { AppSession } from './session/appSession.ts';
import type { NotesChoice, RemoveNotesTrouble } from './views/after/RemoveNotes.tsx';

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
