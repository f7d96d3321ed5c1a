import type { OpenCase } from '../cases/openCase.ts';
import { removeCase } from '../cases/removeCase.ts';
import type { AppSession } from './session/appSession.ts';

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
  const removed = await removeCase(session.deps.storage.removal, vault.vaultId, opened);
  if (removed.ok) await session.keepOpen(null);
  return removed.ok;
};
