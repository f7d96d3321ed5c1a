/** Tries to unwrap a vault key, with the count of wrong tries on disk around it. For this folder. */
import type { Bytes } from '../shared/bytes.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { asOf, countTry, noAttempts, waitBeforeTry } from './attempts.ts';
import type { MissingCrypto, UnlockError } from './errors.ts';
import { needCrypto } from './needCrypto.ts';
import type { VaultDeps } from './vaultDeps.ts';
import type { VaultRow } from './vaultStore.ts';

export interface TriedVault {
  readonly row: VaultRow;
  /** To be wiped by whoever takes it. */
  readonly vaultKey: Bytes;
}

export const tryVaultKey = async (
  { store, clock }: VaultDeps,
  vaultId: string,
  unwrap: (
    row: VaultRow,
  ) => Promise<Result<Bytes | null, MissingCrypto | { readonly kind: 'damaged' }>>,
): Promise<Result<TriedVault, UnlockError>> => {
  const able = needCrypto();
  if (!able.ok) return able;
  let waitMs = 0;
  // Counted before it is tried: a page that is closed meanwhile has used its try.
  const counted = await store.updateVault(vaultId, (row) => {
    const now = clock.now();
    const attempts = asOf(row.attempts, now);
    waitMs = waitBeforeTry(attempts, now);
    if (waitMs === 0) return { ...row, attempts: countTry(attempts, now) };
    return attempts === row.attempts ? row : { ...row, attempts };
  });
  if (!counted.ok) return counted;
  if (counted.value === null) return err({ kind: 'missing' });
  if (waitMs > 0) return err({ kind: 'wait', waitMs });
  const row = counted.value;
  const vaultKey = await unwrap(row);
  if (!vaultKey.ok) return vaultKey;
  if (vaultKey.value === null) {
    return err({ kind: 'wrongPassword', waitMs: waitBeforeTry(row.attempts, clock.now()) });
  }
  // Who opens it needs no answer any more: a question to the organisation's key ends here.
  const cleared = await store.updateVault(vaultId, ({ asked: _asked, ...now }) => ({
    ...now,
    attempts: noAttempts,
    openedAt: clock.now(),
  }));
  if (!cleared.ok) return cleared;
  return ok({ row: cleared.value ?? row, vaultKey: vaultKey.value });
};
