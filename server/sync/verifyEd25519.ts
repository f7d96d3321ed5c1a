/**
 * One Ed25519 signature (RFC 8032). libsodium needs less than half of the time that Node's own OpenSSL does; where it does
 * not load on a machine, Node's own is used.
 */
import { createPublicKey, verify } from 'node:crypto';

export type VerifyEd25519 = (
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
) => boolean;

export const verifyByNode: VerifyEd25519 = (publicKey, message, signature) => {
  try {
    const x = Buffer.from(publicKey).toString('base64url');
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    return verify(null, message, key, signature);
  } catch {
    // No point of the curve.
    return false;
  }
};

export const loadVerifyEd25519 = async (): Promise<VerifyEd25519> => {
  try {
    const { default: sodium } = await import('sodium-native');
    return (publicKey, message, signature) => {
      try {
        return sodium.crypto_sign_verify_detached(signature, message, publicKey);
      } catch {
        // Some wrong lengths are thrown.
        return false;
      }
    };
  } catch {
    return verifyByNode;
  }
};
