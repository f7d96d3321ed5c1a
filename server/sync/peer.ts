/** One connection, as those see it who answer it. */
import type { ServerMessage } from '../../src/protocol/wire/serverMessage.ts';
import type { Bytes } from '../../src/shared/bytes.ts';

export interface Peer {
  /** Where it comes from; only in memory, never written. */
  readonly address: string;
  readonly isLoopback: boolean;
  /** What it dialled, where that is a name of this server; signatures must name it. */
  readonly serverName: string | null;
  /** The version that it last spoke. */
  readonly version: () => number;
  readonly isOpen: () => boolean;
  readonly send: (message: ServerMessage) => void;
  /** Already encoded in `version()`, perhaps for many. */
  readonly sendBytes: (bytes: Bytes) => void;
  /** Resolves when the network has taken it, or the connection is gone. */
  readonly sendAndWait: (message: ServerMessage) => Promise<void>;
  /** One after the other, so that one connection never has more than one page in memory. */
  readonly inTurn: (work: () => Promise<void>) => Promise<void>;
  /** Followed channels → how to stop. */
  readonly follows: Map<string, () => void>;
  /** When it last sent a signal, in each channel. */
  readonly signalled: Map<string, number>;
}
