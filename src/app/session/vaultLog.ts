/**
 * What was done with everything on the device at once, by who has this vault: backups and restores. No case can say it
 * (docs/decisions/0040), so it is kept sealed in the vault as `log`, and shown in **Historik** beside the log of the case.
 */
import * as v from 'valibot';
import type { Instant } from '../../shared/deps.ts';
import type { VaultSession } from '../../vault/vaultSession.ts';

export interface VaultLogLine {
  readonly at: Instant;
  readonly what: 'backup' | 'restored';
}

const name = 'log';
/** The oldest go: a copy every working day for two years. */
const most = 500;

const line = v.object({ at: v.number(), what: v.picklist(['backup', 'restored']) });

type LogVault = Pick<VaultSession, 'readValue' | 'writeValue'>;

/** Nothing when it cannot be read now, or is of another shape. */
export const readVaultLog = async (vault: LogVault): Promise<readonly VaultLogLine[]> => {
  const read = await vault.readValue(name);
  const lines = read.ok ? v.safeParse(v.array(line), read.value) : null;
  return lines?.success ? lines.output : [];
};

export const addToVaultLog = async (vault: LogVault, added: VaultLogLine): Promise<void> => {
  const before = await readVaultLog(vault);
  await vault.writeValue(name, [...before, added].slice(-most));
};
