/** What a vault keeps for syncing beside its keys: sealed, and read when it is unlocked. */
import type { VaultSession } from '../../vault/vaultSession.ts';

export interface SyncValues {
  readonly deviceName: string;
  readonly credential: string;
  readonly invited: readonly string[];
}

const name = 'sync own';

const text = (value: unknown, most: number): string =>
  typeof value === 'string' ? value.slice(0, most) : '';

export const readSyncValues = async (
  vault: Pick<VaultSession, 'readValue'>,
): Promise<SyncValues> => {
  const found = await vault.readValue(name);
  const value: Readonly<Record<string, unknown>> =
    found.ok && typeof found.value === 'object' && found.value !== null ? { ...found.value } : {};
  const invited: readonly unknown[] = Array.isArray(value['invited']) ? value['invited'] : [];
  return {
    deviceName: text(value['deviceName'], 60),
    credential: text(value['credential'], 4_000),
    invited: invited.filter((id) => typeof id === 'string'),
  };
};

/** On disk when it says true. */
export const writeSyncValues = async (
  vault: Pick<VaultSession, 'writeValue'>,
  values: SyncValues,
): Promise<boolean> => (await vault.writeValue(name, values)).ok;
