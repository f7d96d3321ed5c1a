/** A vault store that is kept nowhere: practice, and tests. */
import { ok, type Result } from '../shared/result.ts';
import { standInPrefix } from './standInNames.ts';
import type { AccessRow, SealedRow, StoreError, VaultRow, VaultStore } from './vaultStore.ts';

export interface MemoryVaultStore extends VaultStore {
  /** As `storage/` does it, together with the journal. */
  removeAccess(vaultId: string, caseId: string): Promise<Result<void, StoreError>>;
}

export const memoryVaultStore = (): MemoryVaultStore => {
  const vaults = new Map<string, VaultRow>();
  const access = new Map<string, AccessRow>();
  const sealed = new Map<string, SealedRow>();
  const place = (vaultId: string, name: string): string => `${vaultId} ${name}`;

  return {
    listVaults: async () => ok([...vaults.values()]),
    getVault: async (vaultId) => ok(vaults.get(vaultId) ?? null),
    addVault: async (row) => {
      vaults.set(row.vaultId, row);
      return ok(undefined);
    },
    updateVault: async (vaultId, change) => {
      const row = vaults.get(vaultId);
      if (row === undefined) return ok(null);
      const changed = change(row);
      vaults.set(vaultId, changed);
      return ok(changed);
    },
    listAccess: async (vaultId) =>
      ok([...access.values()].filter((row) => row.vaultId === vaultId)),
    listCaseAccess: async (caseId) =>
      ok([...access.values()].filter((row) => row.caseId === caseId)),
    getAccess: async (vaultId, caseId) => ok(access.get(place(vaultId, caseId)) ?? null),
    putAccess: async (rows) => {
      for (const row of rows) access.set(place(row.vaultId, row.caseId), row);
      return ok(undefined);
    },
    removeAccess: async (vaultId, caseId) => {
      access.delete(place(vaultId, caseId));
      return ok(undefined);
    },
    getSealed: async (vaultId, name) => ok(sealed.get(place(vaultId, name))?.bytes ?? null),
    putSealed: async (vaultId, name, bytes) => {
      sealed.set(place(vaultId, name), { vaultId, name, bytes });
      return ok(undefined);
    },
    listSealed: async (prefix) =>
      ok([...sealed.values()].filter(({ name }) => name.startsWith(prefix))),
    changeSealed: async ({ remove = [], put = [], access: rows = [] }) => {
      for (const { vaultId, name } of remove) sealed.delete(place(vaultId, name));
      for (const row of put) sealed.set(place(row.vaultId, row.name), row);
      for (const row of rows) access.set(place(row.vaultId, row.caseId), row);
      return ok(undefined);
    },
    destroyKeys: async (vaultId) => {
      vaults.delete(vaultId);
      for (const [key, row] of access) if (row.vaultId === vaultId) access.delete(key);
      const choices = place(vaultId, standInPrefix);
      for (const key of sealed.keys()) if (key.startsWith(choices)) sealed.delete(key);
      return ok(undefined);
    },
    destroyRest: async (vaultId) => {
      for (const key of sealed.keys()) if (key.startsWith(place(vaultId, ''))) sealed.delete(key);
      return ok(undefined);
    },
  };
};
