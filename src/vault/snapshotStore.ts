/** A vault store in memory that can be brought back to how it was. For tests only. */
import { ok } from '../shared/result.ts';
import { type MemoryVaultStore, memoryVaultStore } from './memoryVaultStore.ts';
import type { AccessRow, SealedRow } from './vaultStore.ts';

export interface SnapshotStore {
  readonly store: MemoryVaultStore;
  /** Access rows and sealed values as they are now; gives how to bring them back. */
  readonly keep: () => () => void;
}

export const createSnapshotStore = (): SnapshotStore => {
  let access: ReadonlyMap<string, AccessRow> = new Map();
  let sealed: ReadonlyMap<string, SealedRow> = new Map();
  const key = (vaultId: string, name: string): string => `${vaultId} ${name}`;
  const put = (rows: readonly AccessRow[]): void => {
    access = new Map([
      ...access,
      ...rows.map((row) => [key(row.vaultId, row.caseId), row] as const),
    ]);
  };
  const putValues = (rows: readonly SealedRow[]): void => {
    sealed = new Map([...sealed, ...rows.map((row) => [key(row.vaultId, row.name), row] as const)]);
  };
  return {
    keep: () => {
      const kept = { access, sealed };
      return () => {
        ({ access, sealed } = kept);
      };
    },
    store: {
      ...memoryVaultStore(),
      listAccess: async (vaultId) =>
        ok([...access.values()].filter((row) => row.vaultId === vaultId)),
      listCaseAccess: async (caseId) =>
        ok([...access.values()].filter((row) => row.caseId === caseId)),
      getAccess: async (vaultId, caseId) => ok(access.get(key(vaultId, caseId)) ?? null),
      putAccess: async (rows) => {
        put(rows);
        return ok(undefined);
      },
      removeAccess: async (vaultId, caseId) => {
        access = new Map([...access].filter(([place]) => place !== key(vaultId, caseId)));
        return ok(undefined);
      },
      getSealed: async (vaultId, name) => ok(sealed.get(key(vaultId, name))?.bytes ?? null),
      putSealed: async (vaultId, name, bytes) => {
        putValues([{ vaultId, name, bytes }]);
        return ok(undefined);
      },
      listSealed: async (prefix) =>
        ok([...sealed.values()].filter(({ name }) => name.startsWith(prefix))),
      changeSealed: async ({ remove = [], put: rows = [], access: given = [] }) => {
        const gone = new Set(remove.map(({ vaultId, name }) => key(vaultId, name)));
        sealed = new Map([...sealed].filter(([place]) => !gone.has(place)));
        putValues(rows);
        put(given);
        return ok(undefined);
      },
    },
  };
};
