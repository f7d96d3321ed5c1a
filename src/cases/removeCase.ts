import type { Result } from '../shared/result.ts';
import type { CaseRemoval } from '../storage/caseRemoval.ts';
import type { JournalError } from '../storage/journalPort.ts';
import type { OpenCase } from './openCase.ts';

/**
 * **Ta bort härifrån**: this vault's key to the case first, and when no colleague on the device has the case its
 * records with it, in one durable write. What waits unwritten in the window goes too. Frozen versions that were
 * printed or given away stay where they are: the view says so first.
 */
export const removeCase = async (
  removal: Pick<CaseRemoval, 'removeCase'>,
  vaultId: string,
  opened: OpenCase,
): Promise<Result<{ readonly colleaguesHaveIt: boolean }, JournalError>> => {
  const removed = await removal.removeCase(vaultId, opened.caseId);
  if (removed.ok) opened.abandon();
  return removed;
};
