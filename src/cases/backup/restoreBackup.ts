/**
 * Brings back what a backup holds, whole or some of its cases. Vaults first, then case by case, each in one durable
 * write: broken off anywhere, what is there is whole, and it can be run again. Nothing that is here is replaced.
 */
import { err, ok, type Result } from '../../shared/result.ts';
import type { AddedCase, BackupStore } from '../../storage/backupPort.ts';
import type { JournalError } from '../../storage/journalPort.ts';
import type { OpenedBackup } from './openBackup.ts';
import { type Going, isAborted } from './readPieces.ts';

export interface RestoreReport {
  /** How many cases came, were joined with what was here, were here already, or are left as they are here. */
  readonly cases: Readonly<Record<AddedCase['outcome'], number>>;
  readonly records: number;
  readonly vaults: number;
  /** What the file no longer has: whole cases, and records of those that came. */
  readonly missing: { readonly cases: number; readonly records: number };
  /** A person broke it off; what came is whole. */
  readonly aborted: boolean;
}

export type RestoreError = JournalError | { readonly kind: 'unreadable' };

/** `caseIds`: those chosen; null for everything. */
export const restoreBackup = async (
  store: BackupStore,
  backup: OpenedBackup,
  caseIds: ReadonlySet<string> | null,
  going: Going = {},
): Promise<Result<RestoreReport, RestoreError>> => {
  const chosen = backup.cases.filter(({ caseId }) => caseIds?.has(caseId) ?? true);
  const holders = new Set(chosen.flatMap(({ vaultIds }) => vaultIds));
  const vaults = backup.vaults
    .filter(({ vaultId }) => caseIds === null || holders.has(vaultId))
    // Wrong tries made on another device say nothing here.
    .map((row) => ({ ...row, attempts: { failed: 0, lastAt: 0 } }));
  const { sealed } = backup.keys;

  const outcomes = { new: 0, joined: 0, same: 0, other: 0 };
  let records = 0;
  let missing = 0;
  const report = (added: number, aborted: boolean): RestoreReport => ({
    cases: outcomes,
    records,
    vaults: added,
    missing: {
      cases: caseIds === null ? backup.lost.cases : 0,
      records: missing,
    },
    aborted,
  });

  if (isAborted(going)) return ok(report(0, true));
  const added = await store.addVaults({ vaults, sealed });
  if (!added.ok) return added;
  const usable = new Set(added.value.usable);
  const access = backup.keys.access.filter(({ vaultId }) => usable.has(vaultId));
  for (const [place, { caseId, missing: lacking }] of chosen.entries()) {
    if (isAborted(going)) return ok(report(added.value.added, true));
    const rows = await backup.rowsOf(caseId);
    if (!rows.ok) return err(rows.error);
    const done = await store.addCase(rows.value, access);
    if (!done.ok) return done;
    outcomes[done.value.outcome] += 1;
    records += done.value.records;
    missing += lacking ?? 0;
    going.onProgress?.((place + 1) / chosen.length);
  }
  return ok(report(added.value.added, false));
};
