/**
 * **Lås upp med ansikte, finger eller skärmkod**: a second way in beside the password, never instead of it. What the
 * passkey gives wraps the vault key; the vault row holds that wrap and the question. A new wrap is on disk before the
 * old one goes, and whatever happens to the passkey, the password and the reserve code open as before.
 */
import type { Bytes } from '../shared/bytes.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { noAttempts } from './attempts.ts';
import { createSession } from './createSession.ts';
import type { UnlockError, VaultError } from './errors.ts';
import { keepPublicKey } from './keepPublicKey.ts';
import type { PasskeyDep, PasskeyTrouble } from './passkeyPort.ts';
import type { Secret } from './secret.ts';
import { tryVaultKey } from './tryVaultKey.ts';
import type { VaultDeps } from './vaultDeps.ts';
import { openVaultKeys, vaultKeyLength } from './vaultKeys.ts';
import type { VaultSession } from './vaultSession.ts';
import type { PasskeyWrap, StoreError, VaultRow } from './vaultStore.ts';
import { unwrapByPasskey, unwrapByPassword, wrapByPasskey } from './wrapVaultKey.ts';

const saltLength = 32;
const wrapLength = 12 + 16 + vaultKeyLength;

type Deps = VaultDeps & PasskeyDep;

export type PasskeyUnlockError =
  | VaultError
  | PasskeyTrouble
  /** The vault has no passkey (any more). */
  | { readonly kind: 'noPasskey' }
  /** What the passkey gives does not open this vault any more, or the row is damaged. */
  | { readonly kind: 'passkeyDamaged' };

/** Whether the password is right, before the person is asked to show a face or a finger. */
export const checkPassword = async (
  deps: VaultDeps,
  vaultId: string,
  password: Secret,
): Promise<Result<void, UnlockError>> => {
  const tried = await tryVaultKey(deps, vaultId, (row) =>
    unwrapByPassword(deps, vaultId, row.password, password),
  );
  if (!tried.ok) return tried;
  tried.value.vaultKey.fill(0);
  return ok(undefined);
};

/** A passkey that is on the device and opens nothing yet. */
export interface PasskeyInMaking {
  /** False: it must be asked once more, by a press of its own, before it can be kept. */
  readonly isReady: () => boolean;
  readonly ask: () => Promise<Result<void, PasskeyTrouble>>;
  /** Durable when it says ok: from then on this passkey opens the vault, and one before it does not. */
  readonly keep: (password: Secret) => Promise<Result<void, UnlockError | PasskeyTrouble>>;
  readonly abandon: () => Promise<void>;
}

/** Must be called straight from a press: browsers ask for one. */
export const makePasskey = async (
  deps: Deps,
  { vaultId, label }: { readonly vaultId: string; readonly label: string },
): Promise<Result<PasskeyInMaking, PasskeyTrouble>> => {
  const salt = deps.random.bytes(saltLength);
  const made = await deps.passkeys.create({ label, salt });
  if (!made.ok) return made;
  const { credentialId } = made.value;
  let { secret } = made.value;
  const abandon = async (): Promise<void> => {
    secret?.fill(0);
    secret = null;
    await deps.passkeys.forget(credentialId);
  };
  return ok({
    isReady: () => secret !== null,
    ask: async () => {
      const asked = await deps.passkeys.ask({ credentialId, salt });
      if (!asked.ok) return asked;
      secret = asked.value;
      return ok(undefined);
    },
    keep: async (password) => {
      if (secret === null) return err({ kind: 'noPrf' });
      const kept = await keep(deps, vaultId, { credentialId, salt, secret }, password);
      if (!kept.ok) return kept;
      secret = null;
      return kept;
    },
    abandon,
  });
};

const keep = async (
  deps: Deps,
  vaultId: string,
  made: { readonly credentialId: Bytes; readonly salt: Bytes; readonly secret: Bytes },
  password: Secret,
): Promise<Result<void, UnlockError>> => {
  const tried = await tryVaultKey(deps, vaultId, (row) =>
    unwrapByPassword(deps, vaultId, row.password, password),
  );
  if (!tried.ok) return tried;
  const { credentialId, salt } = made;
  // A copy: after a full disk the same passkey can be kept by another press.
  const wrapped = await wrapByPasskey(deps, vaultId, tried.value.vaultKey, made.secret.slice());
  tried.value.vaultKey.fill(0);
  let before: PasskeyWrap | undefined;
  const saved = await deps.store.updateVault(vaultId, (now) => {
    before = now.passkey;
    return { ...now, passkey: { credentialId, salt, wrapped, addedAt: deps.clock.now() } };
  });
  if (!saved.ok) return saved;
  if (saved.value === null) return err({ kind: 'missing' });
  made.secret.fill(0);
  await forgetOnDevice(deps, before);
  return ok(undefined);
};

/** The password and the reserve code are all that opens from now on. */
export const removePasskey = async (
  deps: Deps,
  vaultId: string,
): Promise<Result<void, StoreError>> => {
  let before: PasskeyWrap | undefined;
  const saved = await deps.store.updateVault(vaultId, ({ passkey, ...rest }) => {
    before = passkey;
    return rest;
  });
  if (!saved.ok) return saved;
  await forgetOnDevice(deps, before);
  return ok(undefined);
};

/**
 * Before a vault's row goes or changes hands: gives what tells the device afterwards that its passkey is of no more use.
 */
export const passkeyForgetter = async (
  deps: Pick<Deps, 'store' | 'passkeys'>,
  vaultId: string,
): Promise<() => Promise<void>> => {
  const row = await deps.store.getVault(vaultId);
  const passkey = row.ok ? row.value?.passkey : undefined;
  return () => forgetOnDevice(deps, passkey);
};

/** When the vault's passkey was added; null where it has none. */
export const passkeyAddedAt = async (
  { store }: Pick<VaultDeps, 'store'>,
  vaultId: string,
): Promise<Result<number | null, StoreError>> => {
  const row = await store.getVault(vaultId);
  return row.ok ? ok(row.value?.passkey === undefined ? null : addedAt(row.value.passkey)) : row;
};

/**
 * Asks the person first, and gives what opens the vault then: so nobody waits for a face while the vault is being
 * opened. Must be called straight from a press.
 */
export const askForVault = async (
  deps: Deps,
  vaultId: string,
): Promise<Result<() => Promise<Result<VaultSession, PasskeyUnlockError>>, PasskeyUnlockError>> => {
  const found = await deps.store.getVault(vaultId);
  if (!found.ok) return found;
  if (found.value === null) return err({ kind: 'missing' });
  const row = found.value;
  if (row.passkey === undefined) return err({ kind: 'noPasskey' });
  const { passkey } = row;
  if (!isSound(passkey)) return err({ kind: 'passkeyDamaged' });
  const asked = await deps.passkeys.ask(passkey);
  if (!asked.ok) return asked;
  return ok(() => openWith(deps, row, passkey, asked.value));
};

const openWith = async (
  deps: VaultDeps,
  row: VaultRow,
  passkey: PasskeyWrap,
  secret: Bytes,
): Promise<Result<VaultSession, PasskeyUnlockError>> => {
  const { vaultId, shortName } = row;
  const vaultKey = await unwrapByPasskey(vaultId, passkey.wrapped, secret);
  if (vaultKey?.length !== vaultKeyLength) return err({ kind: 'passkeyDamaged' });
  const keys = await openVaultKeys(vaultId, vaultKey);
  if (!keys.ok) return keys;
  const noted = await deps.store.updateVault(vaultId, ({ asked: _asked, ...now }) => ({
    ...now,
    // The owner is here: wrong passwords before do not make them wait at the next.
    attempts: noAttempts,
    openedAt: deps.clock.now(),
  }));
  if (!noted.ok) return noted;
  if (noted.value === null) return err({ kind: 'missing' });
  await keepPublicKey(deps.store, noted.value, keys.value);
  return ok(createSession(deps, { vaultId, shortName, keys: keys.value }));
};

const forgetOnDevice = async (
  deps: PasskeyDep,
  wrap: PasskeyWrap | null | undefined,
): Promise<void> => {
  if (wrap?.credentialId instanceof Uint8Array) await deps.passkeys.forget(wrap.credentialId);
};

/** A row may have been hit by a bad disk: it is looked at before the browser is asked. */
const isSound = (wrap: PasskeyWrap | null): wrap is PasskeyWrap =>
  wrap?.credentialId instanceof Uint8Array &&
  wrap.credentialId.length > 0 &&
  wrap.salt instanceof Uint8Array &&
  wrap.salt.length === saltLength &&
  wrap.wrapped instanceof Uint8Array &&
  wrap.wrapped.length === wrapLength;

const addedAt = (wrap: PasskeyWrap | null): number =>
  typeof wrap?.addedAt === 'number' ? wrap.addedAt : 0;
