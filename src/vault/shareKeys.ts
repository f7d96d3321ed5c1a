/**
 * The keys of a share (docs/sync-protocol.md 9). Its root is random and its own: nothing of a case can be found from it. Who
 * publishes holds the root; who follows holds the public key and the read root, which open and read but sign nothing.
 */
import { hashBytes, publicKeyBytes } from '../protocol/wire/wireLimits.ts';
import { type Bytes, base64UrlToBytes, bytesToBase64Url, concatBytes } from '../shared/bytes.ts';
import type { RandomDep } from '../shared/deps.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { type ChannelKeys, channelSecrets, keepChannelSecrets } from './channelSecrets.ts';
import { toCurveKeys } from './curveKeys.ts';
import type { MissingCrypto, VaultLocked } from './errors.ts';
import { keyInfos } from './keyInfos.ts';
import { rootLength } from './lengths.ts';
import { deriveBytes, deriveSealKey, sha256, toBaseKey } from './primitives.ts';

export interface ShareKeys extends ChannelKeys {
  /** A share never gets a new root: it is ended, and another made. */
  readonly epoch: 1;
  /** Whether it can be published to and ended with these. */
  readonly mayWrite: boolean;
}

/** First byte of a link's fragment. */
const linkVersion = 0x01;
const linkBytes = 1 + publicKeyBytes + hashBytes;

const readRoots = new WeakMap<ShareKeys, Bytes>();

export interface MadeShare {
  readonly keys: ShareKeys;
  /** 32 bytes, to be kept in a fact of the case, so that all who write may publish and end it. Wipe it afterwards. */
  readonly root: Bytes;
}

export const createShareKeys = async (
  deps: RandomDep,
): Promise<Result<MadeShare, MissingCrypto>> => {
  const root = deps.random.bytes(rootLength);
  const keys = await openShareRoot(deps, root.slice());
  return keys.ok ? ok({ keys: keys.value, root }) : keys;
};

/** For those who write. The root is gone afterwards. */
export const openShareRoot = async (
  deps: RandomDep,
  root: Bytes,
): Promise<Result<ShareKeys, MissingCrypto>> => {
  const base = await toBaseKey(root);
  root.fill(0);
  const noSalt = new Uint8Array();
  const [seed, readRoot] = await Promise.all([
    deriveBytes(base, noSalt, keyInfos.shareWrite),
    deriveBytes(base, noSalt, keyInfos.shareRead),
  ]);
  const pair = await toCurveKeys('Ed25519', seed);
  if (!pair.ok) return err(pair.error);
  return ok(await openWith(deps, pair.value.publicKey, readRoot, pair.value.privateKey));
};

/** For those who follow. `badLink`: what stands in the link is not whole. */
export const openShareKeys = async (
  deps: RandomDep,
  fragment: string,
): Promise<Result<ShareKeys, { readonly kind: 'badLink' }>> => {
  const bytes = base64UrlToBytes(fragment);
  // One spelling of a link: unused bits are zero.
  const isWhole = bytes?.length === linkBytes && bytesToBase64Url(bytes) === fragment;
  if (!isWhole || bytes[0] !== linkVersion) return err({ kind: 'badLink' });
  const publicKey = bytes.slice(1, 1 + publicKeyBytes);
  return ok(await openWith(deps, publicKey, bytes.slice(1 + publicKeyBytes), null));
};

/** What stands after `#` in a link: 87 characters. With it all that the share shows can be read. */
export const shareFragment = (keys: ShareKeys): Result<string, VaultLocked> => {
  const secrets = channelSecrets(keys);
  const readRoot = readRoots.get(keys);
  if (secrets === null || readRoot === undefined) return err({ kind: 'locked' });
  return ok(bytesToBase64Url(concatBytes(Uint8Array.of(linkVersion), secrets.publicKey, readRoot)));
};

const openWith = async (
  deps: RandomDep,
  publicKey: Bytes,
  readRoot: Bytes,
  write: CryptoKey | null,
): Promise<ShareKeys> => {
  const [base, channel] = await Promise.all([toBaseKey(readRoot), sha256(publicKey)]);
  const [content, signal, readToken] = await Promise.all([
    deriveSealKey(base, channel, keyInfos.shareContent),
    deriveSealKey(base, channel, keyInfos.shareSignal),
    deriveBytes(base, channel, keyInfos.shareReadToken),
  ]);
  const keys: ShareKeys = Object.freeze({
    channelId: bytesToBase64Url(channel),
    epoch: 1,
    mayWrite: write !== null,
  });
  keepChannelSecrets(keys, { deps, channel, publicKey, readToken, content, signal, write });
  readRoots.set(keys, readRoot);
  return keys;
};
