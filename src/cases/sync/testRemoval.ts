/** Removal on a journal in memory, as on disk: all of it or nothing. For tests only. */
import { err, ok } from '../../shared/result.ts';
import type { CaseRemoval } from '../../storage/caseRemoval.ts';
import { checkSequence } from '../../storage/checkSequence.ts';
import { type Memory, memoryJournal } from '../../storage/memoryJournal.ts';
import type { MemoryVaultStore } from '../../vault/memoryVaultStore.ts';
import { unwrap } from '../../vault/testing.ts';

export const memoryRemoval = (
  memory: Memory,
  store: MemoryVaultStore,
): Pick<CaseRemoval, 'rewriteCase' | 'removeCase'> => ({
  removeCase: async (vaultId, caseId, beside) => {
    const names = await store.listSealed('');
    const forget = beside?.forget ?? [];
    const goes = (name: string): boolean =>
      forget.some((known) => name === known || name.startsWith(`${known} `));
    const remove = unwrap(names).filter((row) => row.vaultId === vaultId && goes(row.name));
    unwrap(await store.changeSealed({ remove, put: beside?.put ?? [] }));
    unwrap(await store.removeAccess(vaultId, caseId));
    const colleaguesHaveIt = unwrap(await store.listCaseAccess(caseId)).length > 0;
    if (!colleaguesHaveIt) memory.cases.delete(caseId);
    for (const tell of memory.windows) tell(caseId);
    return ok({ colleaguesHaveIt });
  },
  rewriteCase: async (caseId, since, prepare) => {
    const state = unwrap(await memoryJournal(memory).readSince(caseId, since));
    const prepared = await prepare(state);
    if (!prepared.ok) return err(prepared.error);
    const kept = memory.cases.get(caseId);
    if (kept?.last !== state.last) return err({ kind: 'busy' });
    const { rows, card, access, standIns } = prepared.value;
    unwrap(await store.changeSealed({ put: standIns, access }));
    Object.assign(kept, {
      rows: rows.map((row, place) => ({ ...row, caseId, n: state.last + 1 + place })),
      heads: prepared.value.heads ?? unwrap(checkSequence({}, rows)),
      card,
      last: state.last + rows.length,
    });
    for (const tell of memory.windows) tell(caseId);
    return ok(undefined);
  },
});
