/**
 * Another device has written a case anew under a new root (removal). Here the new channel is first read to its end; then
 * the new journal takes the place of the old one, with the new key and without the old, in one durable write. What this
 * device had written and the other had not seen is kept beside, for a person.
 */
import { err, ok, type Result } from '../../shared/result.ts';
import type { CaseRemoval } from '../../storage/caseRemoval.ts';
import type { NewRow } from '../../storage/journalPort.ts';
import type { CaseKeys } from '../../vault/caseKeys.ts';
import { marksGone } from '../../vault/vaultStore.ts';
import { openRow } from '../caseJournal.ts';
import { nobody } from '../keptApart.ts';
import { cardOf } from '../receiveRecords.ts';
import { createReplica, type OpenRecord, type ReadRecord, type Replica } from '../replica.ts';
import { foldShares, type Share } from '../shares/foldShares.ts';
import { readyForVersions } from '../versionFold.ts';
import {
  type ChannelState,
  channelStateName,
  emptyChannelState,
  type SyncTrouble,
  toTrouble,
  troubleOf,
} from './channelState.ts';
import { sealShareEndings } from './endings.ts';
import { headsOf, reaches } from './heads.ts';
import type { SyncDeps } from './heldChannel.ts';
import { lateName, readLate, toLate } from './lateRecords.ts';
import { anchorOf } from './pullChannel.ts';
import type { CaseMove } from './rings.ts';

export interface MoveDeps extends SyncDeps {
  readonly removal: Pick<CaseRemoval, 'rewriteCase' | 'removeCase'>;
  readonly serverName?: string;
}

export const moveCase = async (
  deps: MoveDeps,
  { caseId, coming, told }: CaseMove,
): Promise<Result<void, SyncTrouble>> => {
  const { session } = deps;
  const old = await session.openCase(caseId);
  if (!old.ok) return err(troubleOf(old.error));
  if (old.value.epoch >= coming.keys.epoch) return ok(undefined);
  const fetched = await fetchWhole(deps, coming.keys);
  if (!fetched.ok) return fetched;
  const { records, rows, cursor, anchor } = fetched.value;
  const replica = createReplica();
  replica.take(records);
  if (!reaches(headsOf(replica, coming.keys.device), told.heads)) {
    return err({ kind: 'notThereYet' });
  }
  if (!(await readyForVersions(replica.facts()))) return err({ kind: 'storage' });
  const card = await cardOf(coming.keys, replica);
  if (!card.ok) return err(troubleOf(card.error));
  const before = await readLate(session, caseId);
  if (!before.ok) return err(troubleOf(before.error));

  const written = await deps.removal.rewriteCase<{ readonly kind: string }>(
    caseId,
    0,
    async (state) => {
      const past = await Promise.all(state.rows.map((row) => openRow(old.value, row)));
      const seen = told.before[String(old.value.epoch)]?.[old.value.device] ?? 0;
      const late = past.filter(isOpen).filter(isOwnAfter(old.value, seen));
      const sealedLate = await session.sealValue(lateName(caseId), [
        ...before.value,
        ...toLate(late),
      ]);
      if (!sealedLate.ok) return sealedLate;
      const endings = await sealShareEndings(deps, sharesToLeave(past.filter(isOpen), replica));
      if (!endings.ok) return endings;
      const progress = await session.sealValue(channelStateName(caseId), {
        ...emptyChannelState(coming.keys.channelId),
        cursor,
        reached: cursor,
        anchor,
        checkedAt: deps.clock.now(),
        sentUpTo: state.last + rows.length,
      });
      if (!progress.ok) return progress;
      return ok({
        rows,
        heads: replica.heads(),
        card: card.value,
        access: [marksGone(coming.access), ...coming.gifts],
        standIns: [sealedLate.value, progress.value, ...endings.value],
      });
    },
  );
  return written.ok ? ok(undefined) : err(troubleOf(written.error));
};

/**
 * What was shared here and is not under the new root: ended there or here, or given here meanwhile, when whoever was taken
 * out could still read of it.
 */
const sharesToLeave = (past: readonly OpenRecord[], coming: Replica): readonly Share[] => {
  const old = createReplica();
  old.take(past.map((record) => ({ kind: 'open', ...record })));
  const goesOn = new Set(
    foldShares(coming.facts()).flatMap(({ shareId, ended }) => (ended === null ? [shareId] : [])),
  );
  return foldShares(old.facts()).filter(
    ({ shareId, ended, isGone }) => !isGone && (ended !== null || !goesOn.has(shareId)),
  );
};

const isOpen = (record: ReadRecord): record is { readonly kind: 'open' } & OpenRecord =>
  record.kind === 'open';

const isOwnAfter =
  ({ device }: CaseKeys, seq: number) =>
  ({ body }: OpenRecord): boolean =>
    body.device === device && body.seq > seq;

/** All of a channel, as rows of a journal in which nothing is yet. */
const fetchWhole = async (
  { relay }: SyncDeps,
  keys: CaseKeys,
): Promise<
  Result<
    {
      readonly records: readonly ReadRecord[];
      readonly rows: readonly NewRow[];
      readonly cursor: number;
      readonly anchor: ChannelState['anchor'];
    },
    SyncTrouble
  >
> => {
  const link = relay.link(keys);
  const records: ReadRecord[] = [];
  const rows: NewRow[] = [];
  const ids = new Set<string>();
  let cursor = 0;
  let anchor: ChannelState['anchor'] = null;
  for (;;) {
    const page = await link.read(cursor);
    if (!page.ok) return err(toTrouble(page.error));
    for (const bytes of page.value.records) {
      const n = rows.length + 1;
      const row = { caseId: keys.caseId, n, device: nobody, seq: 1, bytes };
      const record = await openRow(keys, row);
      if (record.kind === 'closed' && record.reason === 'locked') return err({ kind: 'locked' });
      const id = record.kind === 'open' ? record.id : `${n}`;
      if (ids.has(id)) continue;
      ids.add(id);
      records.push(record);
      const { device, seq } = record.kind === 'open' ? record.body : row;
      rows.push({ device, seq, id, bytes });
    }
    cursor = page.value.next;
    anchor = anchorOf(page.value) ?? anchor;
    if (!page.value.more) return ok({ records, rows, cursor, anchor });
  }
};
