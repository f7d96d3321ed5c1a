import { foldMeeting } from '../meeting/foldMeeting.ts';
import { isOpen } from '../meeting/meetingState.ts';
import { encodeState } from '../plan/document.ts';
import { maxReplaced } from '../protocol/limits.ts';
import type { RecordBody } from '../protocol/record.ts';
import type { ClockDep } from '../shared/deps.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { JournalError, JournalPort } from '../storage/journalPort.ts';
import type { CaseKeys } from '../vault/caseKeys.ts';
import type { SealError } from '../vault/errors.ts';
import { sealRecord } from '../vault/sealRecord.ts';
import { openRow } from './caseJournal.ts';
import { compactFrom } from './compactFrom.ts';
import { createReplica } from './replica.ts';

/**
 * Many `doc` records become one snapshot (design.md 6): of a document freshly loaded from the journal,
 * without undo; facts are never listed; put and delete in one durable transaction. A journal in which
 * something is missing or set aside is left as it is, for what is missing may still come.
 */
export interface Compacted {
  readonly replaced: number;
}

export type NotCompacted =
  | { readonly kind: 'notNeeded' }
  /** A meeting is under way: it waits. */
  | { readonly kind: 'inMeeting' }
  /** Something is set aside, missing or double. */
  | { readonly kind: 'notWhole' }
  /** Another window wrote meanwhile; next time. */
  | { readonly kind: 'grown' };

/** Reads the journal itself; a window that has the case open should catch up afterwards. */
export const compactCase = async (
  deps: ClockDep & { readonly journal: JournalPort },
  keys: CaseKeys,
  atLeast: number = compactFrom,
): Promise<Result<Compacted, NotCompacted | JournalError | SealError>> => {
  const { caseId, device } = keys;
  const read = await deps.journal.readSince(caseId, 0);
  if (!read.ok) return read;
  const { rows, last } = read.value;
  if (rows.length < atLeast) return err({ kind: 'notNeeded' });
  const replica = createReplica();
  replica.take(await Promise.all(rows.map((row) => openRow(keys, row))));
  const listed = [...replica.docRecords()].slice(0, maxReplaced);
  if (listed.length < atLeast) return err({ kind: 'notNeeded' });
  if (replica.setAside().length + replica.gaps().length + replica.doubles().size > 0) {
    return err({ kind: 'notWhole' });
  }
  if (isOpen(foldMeeting(replica.facts()).current)) return err({ kind: 'inMeeting' });
  const payload = encodeState(replica.document);
  const { [device]: _own, ...seen } = replica.highest();

  const written = await deps.journal.append<NotCompacted | SealError>(
    caseId,
    last,
    async ({ rows: since, heads }) => {
      if (since.length > 0) return err({ kind: 'grown' });
      replica.expect(heads);
      if (replica.gaps().length > 0) return err({ kind: 'notWhole' });
      const head = heads[device];
      const body: RecordBody = {
        device,
        seq: (head?.seq ?? 0) + 1,
        prev: head?.id ?? null,
        seen,
        kind: 'snapshot',
        at: deps.clock.now(),
        payload,
        replaces: listed.map(([id]) => id),
      };
      const sealed = await sealRecord(keys, body);
      if (!sealed.ok) return sealed;
      const { id, bytes } = sealed.value;
      return ok({
        rows: [{ device, seq: body.seq, id, bytes }],
        replaced: listed.map(([, n]) => n),
      });
    },
  );
  return written.ok ? ok({ replaced: listed.length }) : written;
};
