/** Cases of colleagues that this person was invited to write in, as the vault keeps them. */
import type { VaultSession } from '../../vault/vaultSession.ts';

const name = 'sync invited';

export const readInvited = async (
  vault: Pick<VaultSession, 'readValue'>,
): Promise<ReadonlySet<string>> => {
  const found = await vault.readValue(name);
  const ids: readonly unknown[] = found.ok && Array.isArray(found.value) ? found.value : [];
  return new Set(ids.filter((id) => typeof id === 'string'));
};

/** On disk when it says true. */
export const addInvited = async (
  vault: Pick<VaultSession, 'readValue' | 'writeValue'>,
  caseId: string,
): Promise<boolean> => {
  const known = await readInvited(vault);
  return (await vault.writeValue(name, [...new Set([...known, caseId])])).ok;
};
