/**
 * What somebody can open who has the device, the right password, and all the time in the world: every row that holds a
 * key is opened with it, every root in them tried on every sealed record. Written against the vault's pieces and not its
 * session, which would refuse to try.
 */

import { splitEnvelope } from '../../src/protocol/envelope.ts';
import { idBytes } from '../../src/vault/caseKeys.ts';
import { keyInfos } from '../../src/vault/keyInfos.ts';
import {
  decrypt,
  deriveSealKey,
  sealContext,
  toBaseKey,
  unseal,
} from '../../src/vault/primitives.ts';
import { secretOf } from '../../src/vault/secret.ts';
import { openVaultKeys } from '../../src/vault/vaultKeys.ts';
import type { AccessRow, VaultRow } from '../../src/vault/vaultStore.ts';
import { unwrapByPassword } from '../../src/vault/wrapVaultKey.ts';
import type { DeviceRows } from '../crash/deviceRows.ts';
import { rememberedArgon2 } from '../crash/rememberedArgon2.ts';

export interface SealedRecord {
  readonly caseId: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface KeyRows {
  readonly vaults: readonly VaultRow[];
  readonly access: readonly AccessRow[];
}

const isBytes = (value: unknown): value is { readonly base64: string } =>
  typeof value === 'object' && value !== null && 'base64' in value;

const rowsOf = <Row>(device: DeviceRows | null, name: string): readonly Row[] =>
  JSON.parse(
    JSON.stringify(device?.stores.find((store) => store.name === name)?.rows ?? []),
    (_key, value: unknown) =>
      isBytes(value) ? Uint8Array.from(Buffer.from(value.base64, 'base64')) : value,
  ) as Row[];

export const keyRowsOf = (device: DeviceRows | null): KeyRows => ({
  vaults: rowsOf(device, 'vaults'),
  access: rowsOf(device, 'access'),
});

export const recordsOf = (device: DeviceRows | null): readonly SealedRecord[] =>
  rowsOf(device, 'records');

/** How many of the records open with what the rows hold. */
export const countOpened = async (
  { vaults, access }: KeyRows,
  password: string,
  records: readonly SealedRecord[],
): Promise<number> => {
  const roots: { caseId: string; root: Uint8Array<ArrayBuffer> }[] = [];
  for (const { vaultId, password: wrap } of vaults) {
    const key = await unwrapByPassword(
      { argon2: rememberedArgon2 },
      vaultId,
      wrap,
      secretOf(password),
    );
    if (!key.ok || key.value === null) continue;
    const opened = await openVaultKeys(vaultId, key.value);
    if (!opened.ok) continue;
    for (const row of access) {
      const context = sealContext('sip/1/access', row.vaultId, row.caseId, row.epoch);
      const plain = await unseal(opened.value.access, row.sealed, context);
      if (plain !== null) roots.push({ caseId: row.caseId, root: plain.slice(0, 32) });
    }
  }
  const opened = new Set<SealedRecord>();
  for (const { caseId, root } of roots) {
    const key = await deriveSealKey(await toBaseKey(root), idBytes(caseId), keyInfos.content);
    for (const record of records) {
      const envelope = splitEnvelope(record.bytes);
      if (!envelope.ok) continue;
      const { nonce, sealed, associated } = envelope.value;
      if ((await decrypt(key, nonce, sealed, associated)) !== null) opened.add(record);
    }
  }
  return opened.size;
};
