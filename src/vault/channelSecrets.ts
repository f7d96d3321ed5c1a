/**
 * What every channel has, a case's and a share's alike: keys that nobody outside this folder can reach. They lie beside the
 * object that names the channel, so printing or copying it gives nothing away.
 */
import type { Bytes } from '../shared/bytes.ts';
import type { RandomDep } from '../shared/deps.ts';

export interface ChannelKeys {
  /** SHA-256 of the raw public write key, as base64url. */
  readonly channelId: string;
  readonly epoch: number;
}

export interface ChannelSecrets {
  readonly deps: RandomDep;
  /** 32 bytes: the channel id. */
  readonly channel: Bytes;
  /** 32 bytes. */
  readonly publicKey: Bytes;
  /** 32 bytes. The server keeps its hash. */
  readonly readToken: Bytes;
  /** AES-256-GCM: records, or what a share shows. */
  readonly content: CryptoKey;
  /** AES-256-GCM: signals, which are sent and never kept. */
  readonly signal: CryptoKey;
  /** Ed25519, non-extractable: signs what is sent. Null for who only follows. */
  readonly write: CryptoKey | null;
}

const opened = new WeakMap<ChannelKeys, ChannelSecrets>();

/** For this folder only. */
export const keepChannelSecrets = (keys: ChannelKeys, secrets: ChannelSecrets): void => {
  opened.set(keys, secrets);
};

/** Null after the vault was locked. For this folder only. */
export const channelSecrets = (keys: ChannelKeys): ChannelSecrets | null =>
  opened.get(keys) ?? null;

export const forgetChannelKeys = (keys: ChannelKeys): void => {
  opened.delete(keys);
};
