/**
 * What has happened with the ways into a vault: kept sealed in it as `lockLog`, read by its owner in **Inställningar**.
 * What happens with a copy of the files elsewhere cannot stand here.
 */
import type { Instant } from '../../shared/deps.ts';
import type { VaultSession } from '../../vault/vaultSession.ts';

const whats = [
  'recovered',
  'reserveUsed',
  'passwordChanged',
  'newReserve',
  'passkeyAdded',
  'passkeyRemoved',
  'organisationKey',
  'organisationKeyGone',
] as const;

export type LockEvent = (typeof whats)[number];

export interface LockEntry {
  readonly at: Instant;
  readonly what: LockEvent;
}

const most = 100;
const name = 'lockLog';

/** Newest first; what does not fit is passed over. */
export const readLockLog = (value: unknown): readonly LockEntry[] =>
  Array.isArray(value) ? value.flatMap(readEntry).slice(0, most) : [];

/** False when it could not be written: the event has happened all the same. */
export const noteLockEvent = async (
  vault: Pick<VaultSession, 'readValue' | 'writeValue'>,
  entry: LockEntry,
): Promise<boolean> => {
  const before = await vault.readValue(name);
  const log = [entry, ...readLockLog(before.ok ? before.value : null)].slice(0, most);
  return (await vault.writeValue(name, log)).ok;
};

export const lockLogOf = async (
  vault: Pick<VaultSession, 'readValue'>,
): Promise<readonly LockEntry[]> => {
  const read = await vault.readValue(name);
  return readLockLog(read.ok ? read.value : null);
};

const readEntry = (value: unknown): LockEntry[] => {
  if (typeof value !== 'object' || value === null) return [];
  const { at, what } = value as Record<string, unknown>;
  const known = whats.find((each) => each === what);
  return typeof at === 'number' && known !== undefined ? [{ at, what: known }] : [];
};
