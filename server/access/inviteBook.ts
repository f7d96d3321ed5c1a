/** Invitations as they are kept. */
import type { Invite, Usage } from '../store/store.ts';

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
