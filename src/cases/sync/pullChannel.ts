/** Reads a channel to its end into the journal. The cursor moves only after what came is on this device's disk. */
import { err, ok, type Result } from '../../shared/result.ts';
import type { JournalRow } from '../../storage/journalPort.ts';
import { type ChannelState, type SyncTrouble, troubleOf } from './channelState.ts';
import type { HeldChannel } from './heldChannel.ts';
import { isOfChannel, tagOf, withoutReplaced } from './outbox.ts';
import type { ChannelPage } from './relay.ts';

export const takePage = async (
  found: HeldChannel,
  page: ChannelPage,
): Promise<Result<number, SyncTrouble>> => {
  found.snapshotId = page.snapshotId;
  const arrived =
    page.records.length === 0
      ? ok({ taken: 0, refused: 0 })
      : await found.receiver.receive(page.records);
  if (!arrived.ok) return err(troubleOf(arrived.error));
  for (const bytes of page.records) found.inChannel.add(tagOf(bytes));
  const { cursor, reached, anchor } = found.state();
  if (page.next === cursor && page.end <= reached && arrived.value.refused === 0) {
    return ok(arrived.value.taken);
  }
  const saved = await found.save({
    cursor: page.next,
    reached: Math.max(reached, page.end),
    anchor: anchorOf(page) ?? anchor,
    refused: found.state().refused + arrived.value.refused,
  });
  return saved.ok ? ok(arrived.value.taken) : saved;
};

/** `noChannel` is not an error of reading: there is nothing yet, or no longer. */
export const pull = async (
  found: HeldChannel,
): Promise<Result<{ readonly taken: number; readonly isThere: boolean }, SyncTrouble>> => {
  let taken = 0;
  let known = found.state().anchor;
  for (;;) {
    const page = await found.link.read(known === null ? found.state().cursor : known.cursor - 1);
    if (!page.ok) {
      if (page.error.kind === 'noChannel') return ok({ taken, isThere: false });
      return err(await found.told(page.error));
    }
    const isSame = known === null || beginsAt(page.value, known);
    if (page.value.end < found.state().reached || !isSame) {
      // The server lacks what it once had: all of it is read again, and what it lacks is sent again.
      known = null;
      const reset = await found.startOver();
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
    const reset = await found.startOver();
    if (!reset.ok) return reset;
  }
};

/** Notes which own rows have come back. False: one that the server said to have has not. */
export const readBack = async (found: HeldChannel): Promise<Result<boolean, SyncTrouble>> => {
  const { keys, inChannel } = found;
  const state = found.state();
  const read = await found.rowsSince(state.readBack);
  if (!read.ok) return read;
  const isAway = (row: JournalRow): boolean =>
    row.device === keys.device && isOfChannel(keys, row) && !inChannel.has(tagOf(row.bytes));
  const first = read.value.find(isAway);
  const upTo = read.value.filter(({ n }) => first === undefined || n < first.n).at(-1)?.n;
  if (upTo !== undefined) {
    const saved = await found.save({ readBack: upTo });
    if (!saved.ok) return saved;
  }
  const isLost = (row: JournalRow): boolean => row.n <= state.sentUpTo && isAway(row);
  if (!read.value.some(isLost)) return ok(true);
  return ok(!(await withoutReplaced(found.keys, read.value)).some(isLost));
};

/** The last record of a page, to know the channel by; null of one without records. */
export const anchorOf = ({ records, cursors }: ChannelPage): ChannelState['anchor'] => {
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
