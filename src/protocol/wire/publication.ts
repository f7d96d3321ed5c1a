/**
 * A projection as a server keeps it and gives it on: the body of `publish`, whole, so that who follows a share can see that
 * a writer signed it.
 */
import type { Bytes } from '../../shared/bytes.ts';
import { type PublishMessage, publishFields } from './clientMessage.ts';
import { readField, writeField } from './fields.ts';
import { joinSignature } from './frame.ts';
import { maxPublicationBytes, signatureBytes } from './wireLimits.ts';

export type Publication = Omit<PublishMessage, 'is' | 'request'>;

export interface ReadPublication extends Publication {
  /** What the signature is over (method `publish`). Shares the memory of what was read. */
  readonly signedPart: Bytes;
}

/** Null when it does not hold. */
export const encodePublication = (publication: Publication): Bytes | null => {
  const part = writeField(publishFields, publication);
  const { signature } = publication;
  return part === null || signature.length !== signatureBytes
    ? null
    : joinSignature(part, signature);
};

/** Null when it is none. */
export const decodePublication = (bytes: Bytes): ReadPublication | null => {
  if (bytes.length > maxPublicationBytes || bytes.length < signatureBytes) return null;
  const part = bytes.subarray(0, bytes.length - signatureBytes);
  const publication = readField(publishFields, part);
  return publication === null
    ? null
    : { ...publication, signature: bytes.slice(part.length), signedPart: part };
};
