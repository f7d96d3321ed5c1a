/** What a floor reads and answers: the same messages as the server's, taken apart by hand, nothing checked. */

import { asBytes } from '../../../server/sync/signatures.ts';
import { encodeClientMessage, encodeServerMessage } from '../../../src/protocol/wire/messages.ts';
import { signatureBytes } from '../../../src/protocol/wire/wireLimits.ts';
import type { Bytes } from '../../../src/shared/bytes.ts';

export interface FloorFrame {
  readonly request: number;
  /** The writer's public key: the floor needs a name only. */
  readonly channel: string;
  readonly records: readonly Buffer[];
}

const headBytes = 6;
const keyBytes = 32;
const frameHeadBytes = keyBytes + 16;

const written = (bytes: Bytes | null): Buffer => {
  if (bytes === null) throw new Error('A message does not hold.');
  return Buffer.from(bytes);
};

const append = written(
  encodeClientMessage({ is: 'append', request: 1, frame: new Uint8Array(100) }),
);
const opened = written(encodeServerMessage({ is: 'opened', request: 1 }));
const appended = written(encodeServerMessage({ is: 'appended', request: 1, cursor: 1 }));

export const isAppend = (message: Buffer): boolean => message[1] === append[1];

/** To whatever is no frame. */
export const answerOther = (message: Buffer): Buffer => {
  const bytes = Buffer.from(opened);
  bytes.writeUInt32BE(message.readUInt32BE(2), 2);
  return bytes;
};

export const answerAppend = (request: number, cursor: number): Buffer => {
  const bytes = Buffer.from(appended);
  bytes.writeUInt32BE(request, 2);
  bytes.writeUIntBE(cursor, headBytes + 2, 6);
  return bytes;
};

export const readFloorFrame = (message: Buffer): FloorFrame => {
  const records: Buffer[] = [];
  let at = headBytes + frameHeadBytes + 1;
  for (let left = message[at - 1] ?? 0; left > 0; left -= 1) {
    const length = message.readUInt32BE(at);
    records.push(message.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return {
    request: message.readUInt32BE(2),
    channel: message.toString('latin1', headBytes, headBytes + keyBytes),
    records,
  };
};

export interface FloorSignature {
  readonly publicKey: Bytes;
  readonly body: Bytes;
  readonly signature: Bytes;
}

export const readFloorSignature = (message: Buffer): FloorSignature => {
  const end = message.length - signatureBytes;
  const part = (from: number, to: number): Bytes => asBytes(message.subarray(from, to));
  return {
    publicKey: part(headBytes, headBytes + keyBytes),
    body: part(headBytes, end),
    signature: part(end, message.length),
  };
};
