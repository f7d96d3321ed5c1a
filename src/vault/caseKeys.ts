/**
 * What an open case carries: names of things, and keys that nobody outside this folder can reach.
 * The keys lie beside the object in a weak map, so printing or copying it gives nothing away.
 */
import { type Bytes, base64UrlToBytes, bytesToBase64Url } from '../shared/bytes.ts';
import type { RandomDep } from '../shared/deps.ts';
import { err, ok, type Result } from '../shared/result.ts';
import {
  type ChannelKeys,
  type ChannelSecrets,
  forgetChannelKeys,
  keepChannelSecrets,
} from './channelSecrets.ts';
import { toCurveKeys } from './curveKeys.ts';
import type { MissingCrypto } from './errors.ts';
import { keyInfos } from './keyInfos.ts';
import { deriveBytes, deriveSealKey, sha256, toBaseKey } from './primitives.ts';

export interface CaseKeys extends ChannelKeys {
  readonly caseId: string;
  /** This vault's device id in this case. */
  readonly device: string;
  /** Came from a backup file and is opened for the first time since. */
  readonly restored?: true;
  /** Not all of it has come to this device yet. */
  readonly coming?: true;
}

export interface CaseSecrets extends ChannelSecrets {
  /** AES-256-GCM: card and meeting snapshot, which stay on the device. */
  readonly local: CryptoKey;
}

const opened = new WeakMap<CaseKeys, CaseSecrets>();

export interface CaseRoot {
  readonly caseId: string;
  readonly epoch: number;
  /** 32 random bytes; wiped here. */
  readonly root: Bytes;
  readonly device: string;
  readonly restored?: true;
  readonly coming?: true;
}

/** The 16 bytes of a case or vault id: the salt of what is derived for it. */
export const idBytes = (id: string): Bytes => base64UrlToBytes(id) ?? new Uint8Array();

/** Derives the keys of a case. The root is input to HKDF and is gone afterwards. */
export const openCaseKeys = async (
  deps: RandomDep,
  { caseId, epoch, root, device, restored, coming }: CaseRoot,
): Promise<Result<CaseKeys, MissingCrypto>> => {
  const base = await toBaseKey(root);
  root.fill(0);
  const salt = idBytes(caseId);
  const [content, signal, local, readToken, seed] = await Promise.all([
    deriveSealKey(base, salt, keyInfos.content),
    deriveSealKey(base, salt, keyInfos.signal),
    deriveSealKey(base, salt, keyInfos.local),
    deriveBytes(base, salt, keyInfos.readToken),
    deriveBytes(base, salt, keyInfos.write),
  ]);
  const write = await toCurveKeys('Ed25519', seed);
  if (!write.ok) return err(write.error);
  const { publicKey, privateKey } = write.value;
  const channel = await sha256(publicKey);
  const keys = Object.freeze({
    caseId,
    channelId: bytesToBase64Url(channel),
    epoch,
    device,
    ...(restored === true && { restored }),
    ...(coming === true && { coming }),
  });
  const secrets = { deps, channel, publicKey, readToken, content, signal, write: privateKey };
  keepChannelSecrets(keys, secrets);
  opened.set(keys, { ...secrets, local });
  return ok(keys);
};

/** The key of what stays on the device, alone: a list of cards needs no more of a case. */
export const openLocalKey = async (caseId: string, root: Bytes): Promise<CryptoKey> => {
  const base = await toBaseKey(root);
  root.fill(0);
  return deriveSealKey(base, idBytes(caseId), keyInfos.local);
};

/** Null after the vault was locked. For this folder only. */
export const caseSecrets = (keys: CaseKeys): CaseSecrets | null => opened.get(keys) ?? null;

export const forgetCaseKeys = (keys: CaseKeys): void => {
  forgetChannelKeys(keys);
  opened.delete(keys);
};
