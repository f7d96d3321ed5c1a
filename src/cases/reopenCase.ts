/**
 * A case that was written anew, in another window or on another device, while it was open here: opened again with what was
 * on its way to the disk. Where the new one is the same document under other keys, that goes on as it was; where something
 * was removed from it, it is laid before a person (`sync/lateRecords.ts`), for it would bring back what was removed.
 */
import { ok, type Result } from '../shared/result.ts';
import type { VaultSession } from '../vault/vaultSession.ts';
import type { CaseDeps } from './caseDeps.ts';
import { type OpenCase, type OpenCaseError, openCase } from './openCase.ts';
import { reaches } from './sync/heads.ts';
import { addLate, lateOfEntries } from './sync/lateRecords.ts';

export interface Reopened {
  readonly opened: OpenCase;
  /** Something that was being written lies before a person now. */
  readonly isLaidApart: boolean;
}

/** The old one must not be used again when this says ok; else it is as it was. */
export const reopenCase = async (
  deps: CaseDeps,
  session: Pick<VaultSession, 'openCase' | 'renewDevice' | 'readValue' | 'writeValue'>,
  old: OpenCase,
): Promise<Result<Reopened, OpenCaseError | { readonly kind: string }>> => {
  const again = await openCase(deps, session, old.caseId, { log: false });
  if (!again.ok) return again;
  const opened = again.value;
  const isSame = reaches(opened.reach(), old.reach());
  const led = old.leadership().is === 'here';
  let laidUpTo = 0;
  let isLaidApart = false;
  // Somebody may be writing on while it is laid apart.
  while (!isSame && old.unwritten().length > laidUpTo) {
    const entries = old.unwritten().slice(laidUpTo);
    const late = lateOfEntries(deps, entries);
    const laid = await addLate(session, old.caseId, late);
    if (!laid.ok) {
      opened.abandon();
      return laid;
    }
    laidUpTo += entries.length;
    isLaidApart ||= late.length > 0;
  }
  const left = old.leave();
  if (isSame) opened.carryOn(left);
  // It led the meeting from here under its old name.
  if (led && opened.leadership().is !== 'here') void opened.leadFromHere();
  return ok({ opened, isLaidApart });
};
