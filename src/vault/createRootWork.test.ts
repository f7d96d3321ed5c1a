import { expect, it } from 'vitest';
import { ok } from '../shared/result.ts';
import { createRootWork } from './createRootWork.ts';
import { toCurveKeys } from './curveKeys.ts';
import { memoryVaultStore } from './memoryVaultStore.ts';
import { errorOf, realRandom, unwrap } from './testing.ts';
import type { AccessRow } from './vaultStore.ts';

/** A colleague's program that says of a root what it likes. */
const boxOf = async (epoch: number) => {
  const keys = unwrap(await toCurveKeys('X25519', realRandom.bytes(32)));
  const place = { vaultId: 'v', caseId: 'AAAAAAAAAAAAAAAAAAAAAA', epoch };
  const row: AccessRow = { ...place, state: 'own', ring: true, sealed: new Uint8Array() };
  const work = createRootWork(
    { random: realRandom, store: memoryVaultStore() },
    {
      vaultId: 'v',
      box: () => keys,
      findAccess: async () => ok({ row, root: realRandom.bytes(32), device: new Uint8Array(16) }),
      ownRow: async () => ({ ok: false, error: { kind: 'locked' } }),
    },
  );
  return work.openBoxedRoot(unwrap(await work.boxRoot(place.caseId, keys.publicKey)));
};

it('refuses the root of an epoch that nobody could count to', async () => {
  for (const epoch of [0, 10_001, 0xffff_ffff])
    expect(errorOf(await boxOf(epoch))).toEqual({ kind: 'damaged' });
  // Goes on to make a row of it.
  expect(errorOf(await boxOf(10_000))).toEqual({ kind: 'locked' });
});
