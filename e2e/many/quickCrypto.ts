import { createCipheriv, createDecipheriv, createHash, KeyObject } from 'node:crypto';

/**
 * The same seal and the same hash, computed at once on this thread instead of as a job on another one: AES-256-GCM and
 * SHA-256 of the same library, on the same keys. A schedule of some hundred records is then bound by its own work, and
 * takes the same turns each time. Keys are derived by WebCrypto as ever. For tests only; the share of schedules that runs
 * on the program's own storage runs without it.
 */
export const withQuickCrypto = async <T>(run: () => Promise<T>): Promise<T> => {
  const { subtle } = crypto;
  const own = { encrypt: subtle.encrypt, decrypt: subtle.decrypt, digest: subtle.digest };
  const quick: Pick<SubtleCrypto, 'encrypt' | 'decrypt' | 'digest'> = {
    encrypt: async (algorithm, key, data) => {
      const { name, iv, aad } = gcmOf(algorithm);
      if (name !== 'AES-GCM' || iv === null) return own.encrypt.call(subtle, algorithm, key, data);
      const cipher = createCipheriv('aes-256-gcm', secretOf(key), iv);
      if (aad !== null) cipher.setAAD(aad);
      const sealed = [cipher.update(bytesOf(data)), cipher.final(), cipher.getAuthTag()];
      return bufferOf(Buffer.concat(sealed));
    },
    decrypt: async (algorithm, key, data) => {
      const { name, iv, aad } = gcmOf(algorithm);
      if (name !== 'AES-GCM' || iv === null) return own.decrypt.call(subtle, algorithm, key, data);
      const sealed = bytesOf(data);
      if (sealed.length < tagBytes) throw new DOMException('too short', 'OperationError');
      const cipher = createDecipheriv('aes-256-gcm', secretOf(key), iv);
      if (aad !== null) cipher.setAAD(aad);
      cipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
      const open = cipher.update(sealed.subarray(0, sealed.length - tagBytes));
      return bufferOf(Buffer.concat([open, cipher.final()]));
    },
    digest: async (algorithm, data) =>
      algorithm === 'SHA-256'
        ? bufferOf(createHash('sha256').update(bytesOf(data)).digest())
        : own.digest.call(subtle, algorithm, data),
  };
  Object.assign(subtle, quick);
  try {
    return await run();
  } finally {
    Object.assign(subtle, own);
  }
};

const secrets = new WeakMap<CryptoKey, KeyObject>();

const secretOf = (key: CryptoKey): KeyObject => {
  const known = secrets.get(key) ?? KeyObject.from(key);
  secrets.set(key, known);
  return known;
};

const tagBytes = 16;

const bytesOf = (data: BufferSource): Uint8Array =>
  ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);

const bufferOf = (bytes: Buffer): ArrayBuffer => new Uint8Array(bytes).buffer;

const gcmOf = (
  algorithm: AlgorithmIdentifier | object,
): { readonly name: string; readonly iv: Uint8Array | null; readonly aad: Uint8Array | null } => {
  if (typeof algorithm === 'string') return { name: algorithm, iv: null, aad: null };
  const { name, iv, additionalData }: Partial<AesGcmParams> = algorithm;
  return {
    name: name ?? '',
    iv: iv === undefined ? null : bytesOf(iv),
    aad: additionalData === undefined ? null : bytesOf(additionalData),
  };
};
