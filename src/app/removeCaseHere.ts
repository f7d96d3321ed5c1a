import type { OpenCase } from '../cases/openCase.ts';
import { removeCase } from '../cases/removeCase.ts';
import type { AppSession } from './session/appSession.ts';

/** **Ta bort härifrån** for the vault of this window. False when it could not; then all is as it was. */
export const removeCaseHere = async (session: AppSession, opened: OpenCase): Promise<boolean> => {
  const { vault } = session.get();
  if (vault === null) return false;
  const removed = await removeCase(session.deps.storage.removal, vault.vaultId, opened);
  if (removed.ok) await session.keepOpen(null);
  return removed.ok;
};
