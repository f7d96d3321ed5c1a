/**
 * Keys and seals of a second client, written from docs/sync-protocol.md alone: it imports nothing of the program, and uses
 * WebCrypto as anybody could. For tests only.
 */

export type Bytes = Uint8Array<ArrayBuffer>;

export const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

export const join = (...parts: readonly Uint8Array[]): Bytes =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

export const number = (value: number, width: number): Bytes => {
  const bytes = new Uint8Array(width);
  let rest = value;
  for (let at = width - 1; at >= 0; at -= 1) {
    bytes[at] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return bytes;
};

export const numberAt = (bytes: Uint8Array, at: number, width: number): number =>
  bytes.subarray(at, at + width).reduce((sum, byte) => sum * 256 + byte, 0);

export const digest = async (bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

const derive = async (from: Bytes, salt: Bytes, info: string): Promise<Bytes> => {
  const base = await crypto.subtle.importKey('raw', from, 'HKDF', false, ['deriveBits']);
  const how = { name: 'HKDF', hash: 'SHA-256', salt, info: utf8(info) };
  return new Uint8Array(await crypto.subtle.deriveBits(how, base, 256));
};

const sealKey = (bytes: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);

/** Chapter 2: the smallest of these lengths that it fits in. */
export const body = (header: object, payload: Bytes, lengths: readonly number[]): Bytes => {
  const head = utf8(JSON.stringify(header));
  const used = 8 + head.length + payload.length;
  const length = lengths.find((each) => each >= used) ?? used;
  return join(
    number(used - 4, 4),
    number(head.length, 4),
    head,
    payload,
    new Uint8Array(length - used),
  );
};

export interface StrangerKeys {
  readonly channelId: Bytes;
  readonly publicKey: Bytes;
  readonly readToken: Bytes;
  readonly content: CryptoKey;
  /** Null for who only follows. */
  readonly write: CryptoKey | null;
}

const pairOf = async (seed: Bytes): Promise<{ write: CryptoKey; publicKey: Bytes }> => {
  const start = Uint8Array.from([48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32]);
  const write = await crypto.subtle.importKey('pkcs8', join(start, seed), 'Ed25519', true, [
    'sign',
  ]);
  const { x = '' } = await crypto.subtle.exportKey('jwk', write);
  return { write, publicKey: fromText(x) };
};

const fromText = (text: string): Bytes =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
    char.charCodeAt(0),
  );

/** Chapter 1. */
export const keysOfCase = async (root: Bytes, caseId: Bytes): Promise<StrangerKeys> => {
  const { write, publicKey } = await pairOf(await derive(root, caseId, 'sip/1/write'));
  return {
    write,
    publicKey,
    channelId: await digest(publicKey),
    readToken: await derive(root, caseId, 'sip/1/read-token'),
    content: await sealKey(await derive(root, caseId, 'sip/1/content')),
  };
};

const keysToRead = async (publicKey: Bytes, readRoot: Bytes): Promise<StrangerKeys> => {
  const channelId = await digest(publicKey);
  return {
    write: null,
    publicKey,
    channelId,
    readToken: await derive(readRoot, channelId, 'sip/1/share/read-token'),
    content: await sealKey(await derive(readRoot, channelId, 'sip/1/share/content')),
  };
};

/** Chapter 9. */
export const keysOfShare = async (root: Bytes): Promise<StrangerKeys> => {
  const none = new Uint8Array();
  const { write, publicKey } = await pairOf(await derive(root, none, 'sip/1/share/write'));
  return { ...(await keysToRead(publicKey, await derive(root, none, 'sip/1/share/read'))), write };
};

export const keysOfLink = async (fragment: string): Promise<StrangerKeys> => {
  const bytes = fromText(fragment);
  if (bytes.length !== 65 || bytes[0] !== 1) throw new Error('This is no link.');
  return keysToRead(bytes.slice(1, 33), bytes.slice(33));
};

/** Chapter 3. */
export const seal = async (keys: StrangerKeys, padded: Bytes, nonce: Bytes): Promise<Bytes> => {
  const before = join(number(1, 1), keys.channelId, number(1, 4));
  const how = { name: 'AES-GCM', iv: nonce, additionalData: before };
  return join(
    before,
    nonce,
    new Uint8Array(await crypto.subtle.encrypt(how, keys.content, padded)),
  );
};

export interface Opened {
  readonly header: unknown;
  readonly payload: Bytes;
}

export const openSealed = async (keys: StrangerKeys, sealed: Bytes): Promise<Opened> => {
  const how = {
    name: 'AES-GCM',
    iv: sealed.slice(37, 49),
    additionalData: sealed.slice(0, 37),
  };
  const opened = await crypto.subtle.decrypt(how, keys.content, sealed.slice(49));
  const inside = new Uint8Array(opened);
  const headEnd = 8 + numberAt(inside, 4, 4);
  return {
    header: JSON.parse(new TextDecoder().decode(inside.slice(8, headEnd))),
    payload: inside.slice(headEnd, 4 + numberAt(inside, 0, 4)),
  };
};

const recordLengths = [256, 1_024, 4_096, 16_384, 65_536, 262_079];

export const sealRecordOf = (keys: StrangerKeys, header: object, payload: Bytes, nonce: Bytes) =>
  seal(keys, body(header, payload, recordLengths), nonce);
