/**
 * Messages as bytes and back (docs/sync-protocol.md 6). Each begins with version u8 ‖ type u8 ‖ request u32. Which versions
 * are served is a table: the present one and the one before it, so that an older program is not left outside.
 *
 * Nothing throws. A message has one spelling only: what is read is written as the same bytes.
 */
import type { Bytes } from '../../shared/bytes.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ClientMessage } from './clientMessage.ts';
import type { WireCodec } from './codec.ts';
import { codecOne } from './codecOne.ts';
import { createReader, createWriter, type Reader, type Writer } from './fields.ts';
import type { ServerMessage } from './serverMessage.ts';
import { maxClientMessageBytes, maxServerMessageBytes, messageHeadBytes } from './wireLimits.ts';

/** Versions and how each is written. */
export type WireVersions = ReadonlyMap<number, WireCodec>;

/** The table of this program. */
export const servedVersions: WireVersions = new Map([[1, codecOne]]);

/** What this program speaks by itself. */
export const presentVersion = 1;

/** `welcome` and the answer to an unknown version have the shape of this one for ever. */
export const plainVersion = 1;

/** Why bytes are no message. `request` is its number where that could be read, else 0. */
export type MessageFault =
  | { readonly kind: 'malformed' | 'tooLarge'; readonly request: number }
  | { readonly kind: 'unknownVersion'; readonly request: number; readonly version: number };

export interface Versioned<M> {
  readonly version: number;
  readonly message: M;
}

/** Null when it does not hold (a wrong length, a number out of range). */
export const encodeClientMessage = (
  message: ClientMessage,
  version = presentVersion,
  versions: WireVersions = servedVersions,
): Bytes | null => {
  const codec = versions.get(version);
  return codec === undefined
    ? null
    : encode(version, codec.clientType(message), message.request, maxClientMessageBytes, (to) =>
        codec.writeClient(to, message),
      );
};

export const decodeClientMessage = (
  bytes: Bytes,
  versions: WireVersions = servedVersions,
): Result<Versioned<ClientMessage>, MessageFault> =>
  decode(bytes, versions, maxClientMessageBytes, ({ readClient }, type, request, from) =>
    readClient(type, request, from),
  );

/** Null when it does not hold. */
export const encodeServerMessage = (
  message: ServerMessage,
  version = presentVersion,
  versions: WireVersions = servedVersions,
): Bytes | null => {
  const codec = versions.get(version);
  return codec === undefined
    ? null
    : encode(version, codec.serverType(message), message.request, maxServerMessageBytes, (to) =>
        codec.writeServer(to, message),
      );
};

export const decodeServerMessage = (
  bytes: Bytes,
  versions: WireVersions = servedVersions,
): Result<Versioned<ServerMessage>, MessageFault> =>
  decode(bytes, versions, maxServerMessageBytes, ({ readServer }, type, request, from) =>
    readServer(type, request, from),
  );

/** The answer to a message of a version that is not served. */
export const answerUnknownVersion = (
  request: number,
  versions: WireVersions = servedVersions,
): Bytes | null =>
  encodeServerMessage(
    {
      is: 'error',
      request,
      error: { code: 'unknownVersion', served: [...versions.keys()].sort((a, b) => a - b) },
    },
    plainVersion,
  );

const encode = (
  version: number,
  type: number | null,
  request: number,
  most: number,
  write: (to: Writer) => void,
): Bytes | null => {
  if (type === null) return null;
  const to = createWriter();
  to.number(version, 1);
  to.number(type, 1);
  to.number(request, 4);
  write(to);
  const bytes = to.bytes();
  return bytes === null || bytes.length > most ? null : bytes;
};

const decode = <M>(
  bytes: Bytes,
  versions: WireVersions,
  most: number,
  read: (codec: WireCodec, type: number, request: number, from: Reader) => M | null,
): Result<Versioned<M>, MessageFault> => {
  const from = createReader(bytes);
  const version = from.number(1);
  const type = from.number(1);
  const request = from.number(4);
  if (bytes.length > most) return err({ kind: 'tooLarge', request });
  if (bytes.length < messageHeadBytes) return err({ kind: 'malformed', request: 0 });
  const codec = versions.get(version);
  if (codec === undefined) return err({ kind: 'unknownVersion', request, version });
  const message = read(codec, type, request, from);
  if (message === null || from.isRefused() || from.left() > 0)
    return err({ kind: 'malformed', request });
  return ok({ version, message });
};
