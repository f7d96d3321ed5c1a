/**
 * How a choice of stand-in lies on the disk: a sealed value of the owner's vault, under a name of
 * standInNames.ts. In its bytes stand the epoch, the root sealed to the stand-in, and the label sealed apart, so that the
 * program reads the one without opening the other.
 *
 *   epoch (u32) ‖ box of the root (92) ‖ box of the label, or nothing
 */
import { type Bytes, concatBytes } from '../shared/bytes.ts';

/** Public key, nonce, root and tag. */
const rootBoxLength = 32 + 12 + 32 + 16;

export interface StandInBytes {
  readonly epoch: number;
  readonly root: Bytes;
  /** Null: the owner chose to say nothing. */
  readonly label: Bytes | null;
}

export const packStandIn = ({ epoch, root, label }: StandInBytes): Bytes => {
  const head = new Uint8Array(4);
  new DataView(head.buffer).setUint32(0, epoch);
  return concatBytes(head, root, ...(label === null ? [] : [label]));
};

export const unpackStandIn = (bytes: Bytes): StandInBytes | null => {
  if (bytes.length < 4 + rootBoxLength) return null;
  const label = bytes.slice(4 + rootBoxLength);
  return {
    epoch: new DataView(bytes.buffer, bytes.byteOffset).getUint32(0),
    root: bytes.slice(4, 4 + rootBoxLength),
    label: label.length === 0 ? null : label,
  };
};
