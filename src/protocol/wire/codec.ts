import type { ClientMessage } from './clientMessage.ts';
import type { Reader, Writer } from './fields.ts';
import type { ServerMessage } from './serverMessage.ts';

/** How one version of the wire is written and read. What is null does not hold in that version. */
export interface WireCodec {
  readonly clientType: (message: ClientMessage) => number | null;
  readonly writeClient: (to: Writer, message: ClientMessage) => void;
  readonly readClient: (type: number, request: number, from: Reader) => ClientMessage | null;
  readonly serverType: (message: ServerMessage) => number | null;
  readonly writeServer: (to: Writer, message: ServerMessage) => void;
  readonly readServer: (type: number, request: number, from: Reader) => ServerMessage | null;
}
