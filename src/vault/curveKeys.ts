/** Ed25519 and X25519 keys from 32 bytes. The private half never becomes extractable outside this file. */
import { type Bytes, base64UrlToBytes, concatBytes } from '../shared/bytes.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { MissingCrypto } from './errors.ts';

export interface CurveKeys {
  readonly privateKey: CryptoKey;
  /** 32 raw bytes. */
  readonly publicKey: Bytes;
}

type Curve = 'Ed25519' | 'X25519';

/** PKCS#8 around a 32-byte key (RFC 8410 section 7): all but the key itself is fixed. */
const pkcs8Prefix: Record<Curve, Bytes> = {
  Ed25519: Uint8Array.from([48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32]),
  X25519: Uint8Array.from([48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 110, 4, 34, 4, 32]),
};

const uses: Record<Curve, KeyUsage[]> = { Ed25519: ['sign'], X25519: ['deriveBits'] };

/** Wipes the 32 bytes when done. */
export const toCurveKeys = async (
  curve: Curve,
  seed: Bytes,
): Promise<Result<CurveKeys, MissingCrypto>> => {
  const wrapped = concatBytes(pkcs8Prefix[curve], seed);
  seed.fill(0);
  try {
    const [privateKey, readable] = await Promise.all([
      crypto.subtle.importKey('pkcs8', wrapped, curve, false, uses[curve]),
      // WebCrypto tells the public half of a private key only through a key that may be exported.
      crypto.subtle.importKey('pkcs8', wrapped, curve, true, uses[curve]),
    ]);
    const { x } = await crypto.subtle.exportKey('jwk', readable);
    const publicKey = base64UrlToBytes(x ?? '');
    if (publicKey?.length !== 32) return err({ kind: 'missingCrypto', what: curve });
    return ok({ privateKey, publicKey });
  } catch {
    return err({ kind: 'missingCrypto', what: curve });
  } finally {
    wrapped.fill(0);
  }
};

/** The X25519 shared secret; null when the public key is not one (a point of small order). */
export const agree = async (privateKey: CryptoKey, publicKey: Bytes): Promise<Bytes | null> => {
  try {
    const theirs = await crypto.subtle.importKey('raw', publicKey, 'X25519', true, []);
    const shared = await crypto.subtle.deriveBits(
      { name: 'X25519', public: theirs },
      privateKey,
      256,
    );
    const bytes = new Uint8Array(shared);
    return bytes.every((byte) => byte === 0) ? null : bytes;
  } catch {
    return null;
  }
};
