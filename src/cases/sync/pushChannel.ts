/** Sends of a journal what the server has not taken. Nothing is said to be sent before the server has it on its disk. */
import { type Bytes, base64UrlToBytes, bytesToBase64Url } from '../../shared/bytes.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { JournalRow } from '../../storage/journalPort.ts';
import type { SyncTrouble } from './channelState.ts';
import type { HeldChannel, SyncDeps } from './heldChannel.ts';
import {
  isOfPast,
  nextOutgoing,
  type OwnSnapshot,
  tagOf,
  upToSnapshot,
  withoutReplaced,
} from './outbox.ts';
import type { RelayError } from './relay.ts';

const idBytes = 16;

/** The frame in hand as it was, or the next one, fixed on disk before it is sent. */
const frameFor = async (
  deps: SyncDeps,
  found: HeldChannel,
  rows: readonly JournalRow[],
  next: readonly JournalRow[],
  sentUpTo: number,
): Promise<Result<{ readonly id: Bytes; readonly rows: readonly JournalRow[] }, SyncTrouble>> => {
  const { frame } = found.state();
  const again = (frame?.rows ?? []).flatMap((n) => rows.filter((row) => row.n === n));
  const id = frame === null ? null : base64UrlToBytes(frame.id);
  // A snapshot may have taken the place of some of them since.
  if (frame !== null && id?.length === idBytes && again.length === frame.rows.length) {
    return ok({ id, rows: again });
  }
  const fresh = deps.random.bytes(idBytes);
  const fixed = { id: bytesToBase64Url(fresh), rows: next.map(({ n }) => n) };
  const waitsSince = found.state().waitsSince ?? deps.clock.now();
  const saved = await found.save({ frame: fixed, sentUpTo, waitsSince });
  return saved.ok ? ok({ id: fresh, rows: next }) : saved;
};

export const push = async (
  deps: SyncDeps,
  found: HeldChannel,
): Promise<Result<number, SyncTrouble>> => {
  let sent = 0;
  let opened = false;
  for (;;) {
    const read = await found.rowsSince(found.state().sentUpTo);
    if (!read.ok) return read;
    if (read.value.some((row) => isOfPast(found.keys, row))) return err({ kind: 'changed' });
    const rows = await withoutReplaced(found.keys, read.value);
    const { next, sentUpTo, waits } = nextOutgoing(
      found.keys,
      rows,
      found.state().sentUpTo,
      found.inChannel,
    );
    found.waits = waits;
    if (next.length === 0) {
      found.inChannel.clear();
      const last = Math.max(sentUpTo, ...read.value.map(({ n }) => n));
      if (last === found.state().sentUpTo && found.state().waitsSince === null) return ok(sent);
      const saved = await found.save({ sentUpTo: last, frame: null, waitsSince: null });
      return saved.ok ? ok(sent) : saved;
    }
    const { rows: together, snapshot } = await upToSnapshot(found.keys, next);
    const frame = await frameFor(deps, found, read.value, together, sentUpTo);
    if (!frame.ok) return frame;
    const done = await deliver(found, frame.value, snapshot);
    if (!done.ok) {
      if (done.error.kind !== 'noChannel' || opened) return err(await found.told(done.error));
      opened = true;
      const made = await found.link.open();
      if (!made.ok) return err(await found.told(made.error));
      // A new channel has nothing: all is sent, from the beginning.
      const reset = await found.startOver();
      if (!reset.ok) return reset;
      continue;
    }
    for (const { bytes } of frame.value.rows) found.inChannel.add(tagOf(bytes));
    sent += frame.value.rows.length;
    const reached = Math.max(found.state().reached, done.value);
    const saved = await found.save({ frame: null, reached });
    if (!saved.ok) return saved;
  }
};

/** A snapshot names the one that the server has; where that is another, it is a record like all others. */
const deliver = async (
  found: HeldChannel,
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
