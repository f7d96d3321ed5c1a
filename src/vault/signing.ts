/**
 * Signatures of what is sent (docs/sync-protocol.md 6), made and checked. What is signed names the server that was dialled,
 * so nobody can carry it to another.
 */
import { type SignedMethod, signedBytes } from '../protocol/wire/signedBytes.ts';
import { signatureBytes } from '../protocol/wire/wireLimits.ts';
import type { Bytes } from '../shared/bytes.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { type ChannelKeys, channelSecrets } from './channelSecrets.ts';
import type { SignError, VaultLocked } from './errors.ts';
import { sha256 } from './primitives.ts';

/**
 * 64 bytes.
 * @param body what is said, without its signature
 * @param serverName what is dialled, as `location.host` has it
 */
export const signFor = async (
  keys: ChannelKeys,
  method: SignedMethod,
  body: Bytes,
  serverName: string,
): Promise<Result<Bytes, SignError>> => {
  const secrets = channelSecrets(keys);
  if (secrets === null) return err({ kind: 'locked' });
  const { write, channel } = secrets;
  if (write === null) return err({ kind: 'mayNotWrite' });
  const signed = signedBytes(method, channel, await sha256(body), serverName);
  return ok(new Uint8Array(await crypto.subtle.sign('Ed25519', write, signed)));
};

export interface SignedBody {
  readonly publicKey: Bytes;
  readonly method: SignedMethod;
  readonly body: Bytes;
  readonly serverName: string;
  readonly signature: Bytes;
}

/** Whether the signature was made with the private half of this key, over just this. Never throws. */
export const isSignedBy = async (told: SignedBody): Promise<boolean> => {
  const { publicKey, method, body, serverName, signature } = told;
  if (signature.length !== signatureBytes) return false;
  try {
    const [key, channel, hash] = await Promise.all([
      crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']),
      sha256(publicKey),
      sha256(body),
    ]);
    const signed = signedBytes(method, channel, hash, serverName);
    return await crypto.subtle.verify('Ed25519', key, signature, signed);
  } catch {
    // No key at all: 32 bytes that are no point of the curve.
    return false;
  }
};

/** The curve's own base point: a public key for certain. */
const knownKey = Uint8Array.of(0x58, ...new Array<number>(31).fill(0x66));

/** Whether this browser can check signatures at all: Safari before 17 and Chrome before 137 cannot. */
export const canCheckSignatures = (): Promise<boolean> =>
  crypto.subtle.importKey('raw', knownKey, 'Ed25519', false, ['verify']).then(
    () => true,
    () => false,
  );

/** 32 bytes; its SHA-256 is the channel id. */
export const publicKeyOf = (keys: ChannelKeys): Result<Bytes, VaultLocked> => {
  const secrets = channelSecrets(keys);
  return secrets === null ? err({ kind: 'locked' }) : ok(secrets.publicKey.slice());
};

/** 32 bytes, for the transport alone: never kept, never shown, never logged. */
export const readTokenOf = (keys: ChannelKeys): Result<Bytes, VaultLocked> => {
  const secrets = channelSecrets(keys);
  return secrets === null ? err({ kind: 'locked' }) : ok(secrets.readToken.slice());
};

/** SHA-256 of the read token: what the server is told when the channel is opened. */
export const readTokenHashOf = async (keys: ChannelKeys): Promise<Result<Bytes, VaultLocked>> => {
  const token = readTokenOf(keys);
  return token.ok ? ok(await sha256(token.value)) : token;
};
