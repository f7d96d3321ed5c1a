/** Invitations as they are kept: never the code, only a hash of it. */
import type { Day, Usage } from '../store/store.ts';

export interface Invite {
  /** 16 bytes of a hash of the code: also the opener of every channel that is opened with it. */
  readonly key: Uint8Array;
  /** To whom it was given, in the words of who gave it. */
  readonly label: string;
  /** How many channels, and how many bytes in them together. */
  readonly channels: number;
  readonly bytes: number;
  readonly madeOn: Day;
  /** No new channels; what is there goes on. */
  readonly isRevoked: boolean;
}

/** Works beside a server that runs on the same data. */
export interface InviteBook {
  readonly add: (invite: Invite) => Promise<void>;
  readonly find: (key: Uint8Array) => Promise<Invite | null>;
  /** In the order of making. */
  readonly list: () => Promise<readonly Invite[]>;
  /** All of that label that are not yet; gives how many. */
  readonly revoke: (label: string) => Promise<number>;
  /** What is held by who opened with that key. */
  readonly usage: (key: Uint8Array) => Promise<Usage>;
  readonly close: () => Promise<void>;
}
