/**
 * The device's side of an organisation's recovery key (docs/recovery.md): sealing the vault key to it, asking it when
 * password and reserve code are both gone, and opening with the answer. The key pair of a question stays in this
 * browser, so the answer opens this vault here and nothing anywhere else.
 */
import { type Bytes, bytesEqual } from '../shared/bytes.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { noAttempts } from './attempts.ts';
import { openBox } from './box.ts';
import { createSession } from './createSession.ts';
import { toCurveKeys } from './curveKeys.ts';
import type { UnlockError, VaultError } from './errors.ts';
import { needCrypto } from './needCrypto.ts';
import { judgePassword, type WeakPassword } from './passwordPolicy.ts';
import { seal, sealContext, unseal } from './primitives.ts';
import {
  answerContext,
  boxLength,
  keyFingerprint,
  questionCheck,
  questionToText,
  type RecoveryTextError,
  textToAnswer,
} from './recoveryTexts.ts';
import { createReserveCode } from './reserveCode.ts';
import type { Secret } from './secret.ts';
import { tryVaultKey } from './tryVaultKey.ts';
import type { VaultDeps } from './vaultDeps.ts';
import { openVaultKeys, vaultKeyLength } from './vaultKeys.ts';
import type { VaultSession } from './vaultSession.ts';
import type { AskedRecovery, StoreError, VaultRow } from './vaultStore.ts';
import {
  unwrapByPassword,
  wrapByPassword,
  wrapByReserve,
  wrapForRecovery,
} from './wrapVaultKey.ts';

const keyLength = 32;

/** Adds the organisation's key, or puts a newer one in its place; the person must have been told. */
export const sealForOrganisation = async (
  deps: VaultDeps,
  input: { readonly vaultId: string; readonly password: Secret; readonly publicKey: Bytes },
): Promise<Result<void, UnlockError | { readonly kind: 'badPublicKey' }>> => {
  const { vaultId, publicKey } = input;
  const tried = await tryVaultKey(deps, vaultId, (row) =>
    unwrapByPassword(deps, vaultId, row.password, input.password),
  );
  if (!tried.ok) return tried;
  const recovery = await wrapForRecovery(deps, vaultId, tried.value.vaultKey, publicKey);
  tried.value.vaultKey.fill(0);
  if (!recovery.ok) return recovery;
  // What was asked of the key before can no longer be answered by the one that holds from now on.
  const saved = await deps.store.updateVault(vaultId, ({ asked: _asked, ...now }) => ({
    ...now,
    recovery: recovery.value,
  }));
  return saved.ok ? ok(undefined) : saved;
};

/** Where the organisation has no key any more. */
export const dropOrganisationKey = async (
  { store }: Pick<VaultDeps, 'store'>,
  vaultId: string,
): Promise<Result<void, StoreError>> => {
  const saved = await store.updateVault(vaultId, ({ recovery: _, asked: _asked, ...rest }) => rest);
  return saved.ok ? ok(undefined) : saved;
};

/** The organisation's key that a vault is sealed to; null where there is none. */
export const organisationKeyOf = async (
  { store }: Pick<VaultDeps, 'store'>,
  vaultId: string,
): Promise<Result<Bytes | null, StoreError>> => {
  const row = await store.getVault(vaultId);
  return row.ok ? ok(row.value?.recovery?.publicKey ?? null) : row;
};

export interface AskedQuestion {
  /** To be given to whoever keeps the organisation's key. */
  readonly text: string;
  /** Read aloud, so that both know that it is this question. */
  readonly check: string;
  /** Which key is asked. */
  readonly fingerprint: string;
}

export type AskError = VaultError | { readonly kind: 'noRecovery' };

/** The question that waits for its answer, also after a reload; a new one where none does, or `anew`. */
export const askRecovery = async (
  deps: Pick<VaultDeps, 'store' | 'random'>,
  { vaultId, anew }: { readonly vaultId: string; readonly anew: boolean },
): Promise<Result<AskedQuestion, AskError>> => {
  const able = needCrypto();
  if (!able.ok) return able;
  const found = await deps.store.getVault(vaultId);
  if (!found.ok) return found;
  if (found.value === null) return err({ kind: 'missing' });
  if (found.value.recovery === undefined) return err({ kind: 'noRecovery' });
  if (!isSound(found.value.recovery)) return err({ kind: 'damaged' });
  if (!anew && found.value.asked !== undefined) return ok(await toQuestion(found.value));
  const asked = await makeAsked(deps, vaultId);
  if (!asked.ok) return asked;
  // Another window may have asked meanwhile: one question stands, the same for both.
  const saved = await deps.store.updateVault(vaultId, (now) =>
    now.asked !== undefined && !anew ? now : { ...now, asked: asked.value },
  );
  if (!saved.ok) return saved;
  return saved.value === null ? err({ kind: 'missing' }) : ok(await toQuestion(saved.value));
};

export type RecoverError =
  | VaultError
  | WeakPassword
  | { readonly kind: 'badAnswer'; readonly why: RecoveryTextError['kind'] }
  /** Sealed to another device, to another question or for another vault. */
  | { readonly kind: 'notForHere' };

/**
 * Opens with the answer: a new password, a new reserve code, new device ids, and no passkey, since whoever had the vault
 * before may not be the one who opens it now. On disk when it says ok.
 */
export const recoverVault = async (
  deps: VaultDeps,
  input: { readonly vaultId: string; readonly answer: string; readonly newPassword: Secret },
): Promise<
  Result<{ readonly session: VaultSession; readonly reserveCode: Secret }, RecoverError>
> => {
  const { vaultId, newPassword } = input;
  const able = needCrypto();
  if (!able.ok) return able;
  const answer = textToAnswer(input.answer);
  if (!answer.ok) return err({ kind: 'badAnswer', why: answer.error.kind });
  const found = await deps.store.getVault(vaultId);
  if (!found.ok) return found;
  const row = found.value;
  if (row === null) return err({ kind: 'missing' });
  const { deviceKey, box } = answer.value;
  if (answer.value.vaultId !== vaultId || row.asked === undefined) {
    return err({ kind: 'notForHere' });
  }
  if (!bytesEqual(row.asked.publicKey, deviceKey)) return err({ kind: 'notForHere' });
  const strong = await judgePassword(newPassword);
  if (!strong.ok) return strong;
  const vaultKey = await openAnswer(row.asked, vaultId, box);
  if (vaultKey === null) return err({ kind: 'notForHere' });
  const opened = await openVaultKeys(vaultId, vaultKey.slice());
  if (!opened.ok) return opened;
  // The key is this vault's own: whoever sealed another to us opens nothing.
  if (!bytesEqual(opened.value.box.publicKey, row.publicKey)) return err({ kind: 'notForHere' });

  const password = await wrapByPassword(deps, vaultId, vaultKey, newPassword, row.password);
  if (!password.ok) return password;
  const fresh = createReserveCode(deps);
  const reserve = await wrapByReserve(deps, vaultId, vaultKey, fresh.bytes);
  vaultKey.fill(0);
  fresh.bytes.fill(0);
  const saved = await deps.store.updateVault(
    vaultId,
    ({ asked: _asked, passkey: _passkey, ...now }) => ({
      ...now,
      password: password.value,
      reserve,
      attempts: noAttempts,
      openedAt: deps.clock.now(),
    }),
  );
  if (!saved.ok) return saved;
  if (saved.value === null) return err({ kind: 'missing' });
  const { shortName } = row;
  const session = createSession(deps, { vaultId, shortName, keys: opened.value });
  const renewed = await session.renewAllDevices();
  return renewed.ok ? ok({ session, reserveCode: fresh.code }) : renewed;
};

const makeAsked = async (
  { random }: Pick<VaultDeps, 'random'>,
  vaultId: string,
): Promise<Result<AskedRecovery, VaultError>> => {
  const seed = random.bytes(keyLength);
  const keys = await toCurveKeys('X25519', seed.slice());
  if (!keys.ok) return keys;
  const lock = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const { publicKey } = keys.value;
  const sealed = await seal({ random }, lock, seed, askedContext(vaultId));
  seed.fill(0);
  return ok({ publicKey, lock, sealed });
};

const openAnswer = async (
  asked: AskedRecovery,
  vaultId: string,
  box: Bytes,
): Promise<Bytes | null> => {
  const seed = await unseal(asked.lock, asked.sealed, askedContext(vaultId));
  if (seed?.length !== keyLength) return null;
  const keys = await toCurveKeys('X25519', seed);
  if (!keys.ok) return null;
  const vaultKey = await openBox(keys.value, box, answerContext(vaultId, asked.publicKey));
  return vaultKey?.length === vaultKeyLength ? vaultKey : null;
};

const askedContext = (vaultId: string): Bytes => sealContext('sip/1/recovery-asked', vaultId);

const toQuestion = async ({ vaultId, recovery, asked }: VaultRow): Promise<AskedQuestion> => {
  const question = {
    vaultId,
    organisationKey: recovery?.publicKey ?? new Uint8Array(),
    deviceKey: asked?.publicKey ?? new Uint8Array(),
    box: recovery?.box ?? new Uint8Array(),
  };
  return {
    text: questionToText(question),
    check: await questionCheck(question),
    fingerprint: await keyFingerprint(question.organisationKey),
  };
};

/** A row may have been hit by a bad disk. */
const isSound = ({ publicKey, box }: NonNullable<VaultRow['recovery']>): boolean =>
  publicKey instanceof Uint8Array &&
  publicKey.length === keyLength &&
  box instanceof Uint8Array &&
  box.length === boxLength;
