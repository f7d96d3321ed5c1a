/**
 * One channel of a case or a ring, between the journal and the server: reads what came into the journal, sends what the
 * server has not taken. It may be killed between any two steps and begins where it was; nothing is said to be sent before
 * the server has it on its disk, and the cursor moves only after what came is on this one.
 */

import type { Presence } from '../../protocol/presence.ts';
import { type Bytes, base64UrlToBytes, bytesToBase64Url } from '../../shared/bytes.ts';
import type { ClockDep, Instant, RandomDep } from '../../shared/deps.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { JournalPort, JournalRow } from '../../storage/journalPort.ts';
import type { CaseKeys } from '../../vault/caseKeys.ts';
import type { RootHere } from '../../vault/rootWork.ts';
import { openPresence, sealPresence } from '../../vault/sealPresence.ts';
import type { VaultSession } from '../../vault/vaultSession.ts';
import { openRow } from '../caseJournal.ts';
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
import {
  isOfChannel,
  isOfPast,
  nextOutgoing,
  type OwnSnapshot,
  replacedIds,
  tagOf,
  upToSnapshot,
} from './outbox.ts';
import type { ChannelLink, ChannelPage, Relay, RelayError } from './relay.ts';

export interface SyncDeps extends ClockDep, RandomDep {
  readonly journal: JournalPort;
  readonly session: VaultSession;
  readonly relay: Relay;
}

export interface ChannelSync {
  /** Reads to the end of the channel, then sends all that waits. */
  readonly round: () => Promise<Result<RoundDone, SyncTrouble>>;
  /** Takes in a page that came by itself. */
  readonly take: (page: ChannelPage) => Promise<Result<void, SyncTrouble>>;
  /** Only sends: something was written here. */
  readonly send: () => Promise<Result<RoundDone, SyncTrouble>>;
  /** Reads the whole channel again and sends what it lacks. */
  readonly checkWhole: () => Promise<Result<RoundDone, SyncTrouble>>;
  readonly link: () => Promise<Result<ChannelLink, SyncTrouble>>;
  /** Says to the others of the case that this device is there, in a meeting. Kept nowhere. */
  readonly tellHere: (meeting: string) => Promise<void>;
  /** Which device said so; null when it was something else. */
  readonly hearHere: (sealed: Bytes) => Promise<Presence | null>;
  /** As it stands; null when nothing was done yet. */
  readonly progress: () => Progress | null;
  /** Under which root it lies now: with another, the keys are asked for anew. */
  readonly expect: (root: Pick<RootHere, 'epoch' | 'isComing'>) => void;
}

export interface Progress {
  /** Records that the server has not taken yet. */
  readonly waits: number;
  readonly since: Instant | null;
  readonly cursor: number;
}

export interface RoundDone {
  /** Records that came and were new here. */
  readonly taken: number;
  /** Records that the server took. */
  readonly sent: number;
}

/** What is open while the keys hold. */
interface Held {
  readonly keys: CaseKeys;
  readonly link: ChannelLink;
  readonly receiver: RecordReceiver;
  /** Tags of records that are surely in the channel and stand after `sentUpTo`. */
  readonly inChannel: Set<string>;
  state: ChannelState;
  snapshotId: Bytes | null;
  waits: number;
}

const idBytes = 16;

/** A server brought back from a backup may lack what nobody notices: so often all of a channel is read again. */
const checkEveryMs = 7 * 86_400_000;

export const createChannelSync = (deps: SyncDeps, caseId: string): ChannelSync => {
  const { session, journal, relay } = deps;
  let held: Held | null = null;

  const hold = async (): Promise<Result<Held, SyncTrouble>> => {
    if (held !== null) return ok(held);
    const keys = await session.openCase(caseId);
    if (!keys.ok) return err(troubleOf(keys.error));
    const state = await readChannelState(session, caseId, keys.value.channelId);
    if (!state.ok) return err(troubleOf(state.error));
    held = {
      keys: keys.value,
      link: relay.link(keys.value),
      receiver: createRecordReceiver({ journal }, keys.value),
      inChannel: new Set(),
      state: state.value,
      snapshotId: null,
      waits: 0,
    };
    return ok(held);
  };

  const save = async (
    found: Held,
    change: Partial<ChannelState>,
  ): Promise<Result<void, SyncTrouble>> => {
    const state = { ...found.state, ...change };
    const written = await writeChannelState(session, caseId, state);
    if (!written.ok) return err(troubleOf(written.error));
    found.state = state;
    return ok(undefined);
  };

  /** What the server says of the channel as a whole, kept where it stays so. */
  const told = async (found: Held, error: RelayError): Promise<SyncTrouble> => {
    if (error.kind !== 'ended' && error.kind !== 'aged') return toTrouble(error);
    const saved = await save(found, { gone: error.kind });
    return saved.ok ? { kind: error.kind } : saved.error;
  };

  const takePage = async (found: Held, page: ChannelPage): Promise<Result<number, SyncTrouble>> => {
    found.snapshotId = page.snapshotId;
    const arrived =
      page.records.length === 0
        ? ok({ taken: 0, refused: 0 })
        : await found.receiver.receive(page.records);
    if (!arrived.ok) return err(troubleOf(arrived.error));
    for (const bytes of page.records) found.inChannel.add(tagOf(bytes));
    const { cursor, reached, anchor } = found.state;
    if (page.next === cursor && page.end <= reached && arrived.value.refused === 0) {
      return ok(arrived.value.taken);
    }
    const saved = await save(found, {
      cursor: page.next,
      reached: Math.max(reached, page.end),
      anchor: anchorOf(page) ?? anchor,
      refused: found.state.refused + arrived.value.refused,
    });
    return saved.ok ? ok(arrived.value.taken) : saved;
  };

  /** `noChannel` is not an error of reading: there is nothing yet, or no longer. */
  const pull = async (
    found: Held,
  ): Promise<Result<{ readonly taken: number; readonly isThere: boolean }, SyncTrouble>> => {
    let taken = 0;
    let known = found.state.anchor;
    for (;;) {
      const page = await found.link.read(known === null ? found.state.cursor : known.cursor - 1);
      if (!page.ok) {
        if (page.error.kind === 'noChannel') return ok({ taken, isThere: false });
        return err(await told(found, page.error));
      }
      const isSame = known === null || beginsAt(page.value, known);
      if (page.value.end < found.state.reached || !isSame) {
        // The server lacks what it once had: all of it is read again, and what it lacks is sent again.
        known = null;
        const reset = await startOver(found);
        if (!reset.ok) return reset;
        continue;
      }
      const done = await takePage(found, known === null ? page.value : withoutFirst(page.value));
      if (!done.ok) return done;
      known = null;
      taken += done.value;
      if (page.value.more) continue;
      const back = await readBack(found);
      if (!back.ok) return back;
      if (back.value) return ok({ taken, isThere: true });
      const reset = await startOver(found);
      if (!reset.ok) return reset;
    }
  };

  /** Notes which own rows have come back. False: one that the server said to have has not. */
  const readBack = async (found: Held): Promise<Result<boolean, SyncTrouble>> => {
    const { keys, inChannel, state } = found;
    const read = await rowsSince(state.readBack);
    if (!read.ok) return read;
    const isAway = (row: JournalRow): boolean =>
      row.device === keys.device && isOfChannel(keys, row) && !inChannel.has(tagOf(row.bytes));
    const first = read.value.find(isAway);
    const upTo = read.value.filter(({ n }) => first === undefined || n < first.n).at(-1)?.n;
    if (upTo !== undefined) {
      const saved = await save(found, { readBack: upTo });
      if (!saved.ok) return saved;
    }
    const isLost = (row: JournalRow): boolean => row.n <= state.sentUpTo && isAway(row);
    if (!read.value.some(isLost)) return ok(true);
    return ok(!(await withoutReplaced(found, read.value)).some(isLost));
  };

  const startOver = (found: Held): Promise<Result<void, SyncTrouble>> => {
    found.inChannel.clear();
    const { channel, refused } = found.state;
    const checkedAt = deps.clock.now();
    return save(found, { ...emptyChannelState(channel), refused, checkedAt });
  };

  const rowsSince = async (n: number): Promise<Result<readonly JournalRow[], SyncTrouble>> => {
    const read = await journal.readSince(caseId, n);
    return read.ok ? ok(read.value.rows) : err(troubleOf(read.error));
  };

  /** The frame in hand as it was, or the next one, fixed on disk before it is sent. */
  const frameFor = async (
    found: Held,
    rows: readonly JournalRow[],
    next: readonly JournalRow[],
    sentUpTo: number,
  ): Promise<Result<{ readonly id: Bytes; readonly rows: readonly JournalRow[] }, SyncTrouble>> => {
    const { frame } = found.state;
    const again = (frame?.rows ?? []).flatMap((n) => rows.filter((row) => row.n === n));
    const id = frame === null ? null : base64UrlToBytes(frame.id);
    // A snapshot may have taken the place of some of them since.
    if (frame !== null && id?.length === idBytes && again.length === frame.rows.length) {
      return ok({ id, rows: again });
    }
    const fresh = deps.random.bytes(idBytes);
    const fixed = { id: bytesToBase64Url(fresh), rows: next.map(({ n }) => n) };
    const waitsSince = found.state.waitsSince ?? deps.clock.now();
    const saved = await save(found, { frame: fixed, sentUpTo, waitsSince });
    return saved.ok ? ok({ id: fresh, rows: next }) : saved;
  };

  const push = async (found: Held): Promise<Result<number, SyncTrouble>> => {
    let sent = 0;
    let opened = false;
    for (;;) {
      const read = await rowsSince(found.state.sentUpTo);
      if (!read.ok) return read;
      if (read.value.some((row) => isOfPast(found.keys, row))) return err({ kind: 'changed' });
      const rows = await withoutReplaced(found, read.value);
      const { next, sentUpTo, waits } = nextOutgoing(
        found.keys,
        rows,
        found.state.sentUpTo,
        found.inChannel,
      );
      found.waits = waits;
      if (next.length === 0) {
        found.inChannel.clear();
        const last = Math.max(sentUpTo, ...read.value.map(({ n }) => n));
        if (last === found.state.sentUpTo && found.state.waitsSince === null) return ok(sent);
        const saved = await save(found, { sentUpTo: last, frame: null, waitsSince: null });
        return saved.ok ? ok(sent) : saved;
      }
      const { rows: together, snapshot } = await upToSnapshot(found.keys, next);
      const frame = await frameFor(found, read.value, together, sentUpTo);
      if (!frame.ok) return frame;
      const done = await deliver(found, frame.value, snapshot);
      if (!done.ok) {
        if (done.error.kind !== 'noChannel' || opened) return err(await told(found, done.error));
        opened = true;
        const made = await found.link.open();
        if (!made.ok) return err(await told(found, made.error));
        // A new channel has nothing: all is sent, from the beginning.
        const reset = await startOver(found);
        if (!reset.ok) return reset;
        continue;
      }
      for (const { bytes } of frame.value.rows) found.inChannel.add(tagOf(bytes));
      sent += frame.value.rows.length;
      const reached = Math.max(found.state.reached, done.value);
      const saved = await save(found, { frame: null, reached });
      if (!saved.ok) return saved;
    }
  };

  /** A snapshot names the one that the server has; where that is another, it is a record like all others. */
  const deliver = async (
    found: Held,
    { id, rows }: { readonly id: Bytes; readonly rows: readonly JournalRow[] },
    snapshot: OwnSnapshot | null,
  ): Promise<Result<number, RelayError>> => {
    const records = rows.map(({ bytes }) => bytes);
    const [record, ...more] = records;
    if (snapshot !== null && record !== undefined && more.length === 0) {
      const { snapshotId: parent } = found;
      const sent = await found.link.snapshot({ parent, replaces: snapshot.replaces, record });
      if (sent.ok) found.snapshotId = snapshot.id;
      if (sent.ok || sent.error.kind !== 'staleParent') return sent;
    }
    return found.link.append({ frameId: id, records });
  };

  /** Where others' records are to be sent again, not those that a snapshot here stands for. */
  const withoutReplaced = async (
    { keys }: Held,
    rows: readonly JournalRow[],
  ): Promise<readonly JournalRow[]> => {
    if (rows.every(({ device }) => device === keys.device)) return rows;
    const replaced = await replacedIds(keys, rows);
    if (replaced.size === 0) return rows;
    const records = await Promise.all(rows.map((row) => openRow(keys, row)));
    return rows.filter((_, place) => {
      const record = records[place];
      return record?.kind !== 'open' || !replaced.has(record.id);
    });
  };

  /** One thing at a time: each must know what the one before it wrote. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: (found: Held) => Promise<Result<T, SyncTrouble>>) => {
    const once = async (): Promise<Result<T, SyncTrouble>> => {
      const found = await hold();
      if (!found.ok) return found;
      const { gone } = found.value.state;
      const done = gone === null ? await work(found.value) : err({ kind: gone });
      if (!done.ok && done.error.kind === 'changed') held = null;
      return done;
    };
    const turn = last.then(async () => {
      const done = await once();
      // Written anew under other keys, here or in another window: once more with those.
      return !done.ok && done.error.kind === 'changed' ? once() : done;
    });
    last = turn.catch(() => undefined);
    return turn;
  };

  const both = async (found: Held): Promise<Result<RoundDone, SyncTrouble>> => {
    const pulled = await pull(found);
    if (!pulled.ok) return pulled;
    const { taken, isThere } = pulled.value;
    if (!isThere && (found.state.sentUpTo > 0 || found.state.cursor > 0)) {
      const reset = await startOver(found);
      if (!reset.ok) return reset;
    }
    if (!isThere && found.keys.coming === true) return err({ kind: 'notThereYet' });
    const sent = await push(found);
    return sent.ok ? ok({ taken, sent: sent.value }) : sent;
  };

  return {
    round: () =>
      inTurn(async (found) => {
        const { checkedAt, cursor } = found.state;
        const isDue = cursor > 0 && deps.clock.now() - checkedAt > checkEveryMs;
        const reset = isDue ? await startOver(found) : ok(undefined);
        return reset.ok ? both(found) : reset;
      }),
    take: (page) =>
      inTurn(async (found) => {
        // Something between was missed, or the server has less than it had: the next round reads it.
        if (page.from > found.state.cursor || page.end < found.state.reached) {
          return err({ kind: 'changed' });
        }
        const done = await takePage(found, page);
        if (!done.ok) return done;
        const back = await readBack(found);
        return back.ok ? ok(undefined) : back;
      }),
    send: () =>
      inTurn(async (found) => {
        const sent = await push(found);
        return sent.ok ? ok({ taken: 0, sent: sent.value }) : sent;
      }),
    checkWhole: () =>
      inTurn(async (found) => {
        const reset = await startOver(found);
        return reset.ok ? both(found) : reset;
      }),
    link: () => inTurn(async ({ link }) => ok(link)),
    tellHere: async (meeting) => {
      const found = await hold();
      if (!found.ok) return;
      const { keys, link } = found.value;
      const sealed = await sealPresence(keys, { is: 'here', meeting, device: keys.device });
      if (sealed.ok) await link.signal(sealed.value);
    },
    hearHere: async (sealed) => {
      const found = await hold();
      const opened = found.ok ? await openPresence(found.value.keys, sealed) : null;
      return opened?.ok === true ? opened.value : null;
    },
    expect: ({ epoch, isComing }) => {
      const keys = held?.keys;
      if (keys?.epoch !== epoch || (keys.coming === true) !== isComing) held = null;
    },
    progress: () =>
      held === null
        ? null
        : { waits: held.waits, since: held.state.waitsSince, cursor: held.state.cursor },
  };
};

const anchorOf = ({ records, cursors }: ChannelPage): ChannelState['anchor'] => {
  const bytes = records.at(-1);
  const cursor = cursors.at(-1);
  return bytes === undefined || cursor === undefined ? null : { cursor, tag: tagOf(bytes) };
};

const beginsAt = (
  { records: [bytes], cursors: [cursor] }: ChannelPage,
  anchor: NonNullable<ChannelState['anchor']>,
): boolean => bytes !== undefined && cursor === anchor.cursor && tagOf(bytes) === anchor.tag;

const withoutFirst = (page: ChannelPage): ChannelPage => ({
  ...page,
  records: page.records.slice(1),
  cursors: page.cursors.slice(1),
});
