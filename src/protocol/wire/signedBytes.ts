/**
 * What is under every signature of the wire (docs/sync-protocol.md 6): what is done, where, to which channel, and the hash
 * of all that is said. So a signature holds for nothing else, and not at another server.
 */
import { type Bytes, concatBytes, textToBytes } from '../../shared/bytes.ts';
import {
  type ClientMessage,
  endFields,
  openFields,
  publishFields,
  snapshotFields,
} from './clientMessage.ts';
import { writeField } from './fields.ts';
import { signatureBytes } from './wireLimits.ts';

export type SignedMethod = 'append' | 'open' | 'snapshot' | 'publish' | 'end';

/**
 * "sip/1/<method>" ‖ 0 ‖ channelId (32) ‖ bodyHash (32) ‖ serverName in UTF-8.
 * @param bodyHash SHA-256 of the body without its signature
 * @param serverName what the client dialled, as `location.host` has it
 */
export const signedBytes = (
  method: SignedMethod,
  channelId: Bytes,
  bodyHash: Bytes,
  serverName: string,
): Bytes => concatBytes(starts[method], channelId, bodyHash, textToBytes(serverName));

const startOf = (method: SignedMethod): Bytes => textToBytes(`sip/1/${method}\0`);

const starts: Readonly<Record<SignedMethod, Bytes>> = {
  append: startOf('append'),
  open: startOf('open'),
  snapshot: startOf('snapshot'),
  publish: startOf('publish'),
  end: startOf('end'),
};

export type SignedMessage = Extract<ClientMessage, { readonly is: SignedMethod }>;

type Unsigned<M> = M extends { readonly is: 'append' } ? M : Omit<M, 'signature' | 'request'>;

/** A message before it is signed, or after: `request` and `signature` do not count. */
export type SignedDraft = SignedMessage extends infer M ? Unsigned<M> : never;

/** The body without its signature: what is hashed and signed. Null when it does not hold. */
export const signedPart = (message: SignedDraft): Bytes | null => {
  switch (message.is) {
    case 'append':
      return message.frame.length < signatureBytes
        ? null
        : message.frame.subarray(0, message.frame.length - signatureBytes);
    case 'open':
      return writeField(openFields, message);
    case 'snapshot':
      return writeField(snapshotFields, message);
    case 'publish':
      return writeField(publishFields, message);
    case 'end':
      return writeField(endFields, message);
  }
};
