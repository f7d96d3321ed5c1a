/**
 * What the main thread and a thread that checks signatures have in common: places for signatures in shared memory, filled
 * and emptied in turn. Messages between threads would cost more than the check itself.
 */
export interface ToVerify {
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  /** 64 bytes. */
  readonly signature: Uint8Array;
  /** At most `maxMessageBytes`. */
  readonly message: Uint8Array;
}

export interface Ring {
  readonly memory: SharedArrayBuffer;
  /** At `submitted` how many were ever given, at `done` how many are answered, at `isTold` 1 where a message says so already. */
  readonly control: Int32Array;
  /** 1 where it was right; by place. */
  readonly answers: Uint8Array;
  readonly write: (count: number, signed: ToVerify) => void;
  /** A copy: native code takes no shared memory. */
  readonly read: (count: number) => ToVerify;
}

export const submitted = 0;
export const done = 1;
export const isTold = 2;

/** A power of two, so that counts may run over. */
export const places = 256;
export const maxMessageBytes = 412;

const keyBytes = 32;
const signatureBytes = 64;
const headBytes = 4 + keyBytes + signatureBytes;
const placeBytes = headBytes + maxMessageBytes;
const controlBytes = 16;

export const placeOf = (count: number): number => count & (places - 1);

const ringBytes = controlBytes + places + places * placeBytes;

export const openRing = (memory: SharedArrayBuffer): Ring => {
  const bytes = new Uint8Array(memory, controlBytes + places);
  const view = new DataView(memory, controlBytes + places);
  return {
    memory,
    control: new Int32Array(memory, 0, controlBytes / 4),
    answers: new Uint8Array(memory, controlBytes, places),
    write: (count, { publicKey, signature, message }) => {
      const at = placeOf(count) * placeBytes;
      view.setUint32(at, message.length);
      bytes.set(publicKey, at + 4);
      bytes.set(signature, at + 4 + keyBytes);
      bytes.set(message, at + headBytes);
    },
    read: (count) => {
      const at = placeOf(count) * placeBytes;
      const own = bytes.slice(at + 4, at + headBytes + view.getUint32(at));
      return {
        publicKey: own.subarray(0, keyBytes),
        signature: own.subarray(keyBytes, keyBytes + signatureBytes),
        message: own.subarray(keyBytes + signatureBytes),
      };
    },
  };
};

export const createRing = (): Ring => openRing(new SharedArrayBuffer(ringBytes));
