/** Many signatures to check in one message between threads: n × (publicKey 32 ‖ signature 64 ‖ u16 length ‖ message). */
export interface ToVerify {
  readonly publicKey: Uint8Array;
  readonly signature: Uint8Array;
  readonly message: Uint8Array;
}

const keyBytes = 32;
const signatureBytes = 64;
const headBytes = keyBytes + signatureBytes + 2;

export const packBatch = (batch: readonly ToVerify[]): Uint8Array<ArrayBuffer> => {
  const length = batch.reduce((sum, { message }) => sum + headBytes + message.length, 0);
  const packed = new Uint8Array(length);
  const view = new DataView(packed.buffer);
  let at = 0;
  for (const { publicKey, signature, message } of batch) {
    packed.set(publicKey, at);
    packed.set(signature, at + keyBytes);
    view.setUint16(at + keyBytes + signatureBytes, message.length);
    packed.set(message, at + headBytes);
    at += headBytes + message.length;
  }
  return packed;
};

export const unpackBatch = (packed: Uint8Array): readonly ToVerify[] => {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const batch: ToVerify[] = [];
  for (let at = 0; at < packed.length; ) {
    const length = view.getUint16(at + keyBytes + signatureBytes);
    const end = at + headBytes + length;
    batch.push({
      publicKey: packed.subarray(at, at + keyBytes),
      signature: packed.subarray(at + keyBytes, at + keyBytes + signatureBytes),
      message: packed.subarray(at + headBytes, end),
    });
    at = end;
  }
  return batch;
};
