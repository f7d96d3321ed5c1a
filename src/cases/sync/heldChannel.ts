/** A channel as long as its keys hold: how far it is, kept sealed, and what the journal has beyond that. */
import type { Bytes } from '../../shared/bytes.ts';
import type { ClockDep, RandomDep } from '../../shared/deps.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { JournalPort, JournalRow } from '../../storage/journalPort.ts';
import type { CaseKeys } from '../../vault/caseKeys.ts';
import type { VaultSession } from '../../vault/vaultSession.ts';
import { createRecordReceiver, type RecordReceiver } from '../receiveRecords.ts';
import {
  type ChannelState,
  emptyChannelState,
  readChannelState,
  type SyncTrouble,
  toTrouble,
  troubleOf,
  writeChannelState,
} from './channelState.ts';
import type { ChannelLink, Relay, RelayError } from './relay.ts';

export interface SyncDeps extends ClockDep, RandomDep {
  readonly journal: JournalPort;
  readonly session: VaultSession;
  readonly relay: Relay;
}

export interface HeldChannel {
  readonly keys: CaseKeys;
  readonly link: ChannelLink;
  readonly receiver: RecordReceiver;
  /** Tags of records that are surely in the channel and stand after `sentUpTo`. */
  readonly inChannel: Set<string>;
  /** As it is on disk. */
  readonly state: () => ChannelState;
  snapshotId: Bytes | null;
  waits: number;
  readonly save: (change: Partial<ChannelState>) => Promise<Result<void, SyncTrouble>>;
  /** What the server says of the channel as a whole, kept where it stays so. */
  readonly told: (error: RelayError) => Promise<SyncTrouble>;
  /** All is read and sent anew. */
  readonly startOver: () => Promise<Result<void, SyncTrouble>>;
  readonly rowsSince: (n: number) => Promise<Result<readonly JournalRow[], SyncTrouble>>;
}

export const holdChannel = async (
  { session, journal, relay, clock }: SyncDeps,
  caseId: string,
): Promise<Result<HeldChannel, SyncTrouble>> => {
  const keys = await session.openCase(caseId);
  if (!keys.ok) return err(troubleOf(keys.error));
  const read = await readChannelState(session, caseId, keys.value.channelId);
  if (!read.ok) return err(troubleOf(read.error));
  let state = read.value;
  const inChannel = new Set<string>();

  const save: HeldChannel['save'] = async (change) => {
    const next = { ...state, ...change };
    const written = await writeChannelState(session, caseId, next);
    if (!written.ok) return err(troubleOf(written.error));
    state = next;
    return ok(undefined);
  };

  return ok({
    keys: keys.value,
    link: relay.link(keys.value),
    receiver: createRecordReceiver({ journal }, keys.value),
    inChannel,
    state: () => state,
    snapshotId: null,
    waits: 0,
    save,
    told: async (error) => {
      if (error.kind !== 'ended' && error.kind !== 'aged') return toTrouble(error);
      const saved = await save({ gone: error.kind });
      return saved.ok ? { kind: error.kind } : saved.error;
    },
    startOver: () => {
      inChannel.clear();
      const { channel, refused } = state;
      return save({ ...emptyChannelState(channel), refused, checkedAt: clock.now() });
    },
    rowsSince: async (n) => {
      const found = await journal.readSince(caseId, n);
      return found.ok ? ok(found.value.rows) : err(troubleOf(found.error));
    },
  });
};
