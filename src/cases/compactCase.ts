import { foldMeeting } from '../meeting/foldMeeting.ts';
import { isOpen } from '../meeting/meetingState.ts';
import { encodeState } from '../plan/document.ts';
import { maxReplaced } from '../protocol/limits.ts';
import type { RecordBody } from '../protocol/record.ts';
import type { ClockDep, Instant } from '../shared/deps.ts';
import type { PlacedFact } from '../shared/fact.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { JournalError, JournalPort } from '../storage/journalPort.ts';
import type { CaseKeys } from '../vault/caseKeys.ts';
import type { SealError } from '../vault/errors.ts';
import { sealRecord } from '../vault/sealRecord.ts';
import type { CaseDeps } from './caseDeps.ts';
import { openRow } from './caseJournal.ts';
import { compactFrom } from './compactFrom.ts';
import { createReplica, type OpenRecord, type ReadRecord } from './replica.ts';

/**
 * Many `doc` records become one snapshot (design.md 6): of a document freshly loaded from the journal,
 * without undo; facts are never listed; put and delete in one durable transaction. A journal in which
 * something is missing or set aside is left as it is, for what is missing may still come. So is one in which a number
 * stands twice (a copied device): a snapshot says by numbers what it stands for, and would stand for the other of the two
 * on a device that has not received it, or for a fact. Such a case stays long, until a removal writes it anew.
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
  deps: ClockDep & { readonly journal: JournalPort } & Pick<CaseDeps, 'settledUpTo'>,
  keys: CaseKeys,
  atLeast: number = compactFrom,
): Promise<Result<Compacted, NotCompacted | JournalError | SealError>> => {
  const { caseId, device } = keys;
  const read = await deps.journal.readSince(caseId, 0);
  if (!read.ok) return read;
  const { rows, last } = read.value;
  if (rows.length < atLeast) return err({ kind: 'notNeeded' });
  const replica = createReplica();
  const records = await Promise.all(rows.map((row) => openRow(keys, row)));
  replica.take(records);
  const settled = (await deps.settledUpTo?.(caseId)) ?? Number.POSITIVE_INFINITY;
  const isKnown = knownToAll(records, device, deps.clock.now());
  const listed = records
    .filter(isOfDocument)
    // Who writes a case anew elsewhere may not have it yet: a person must then be able to read it, as a record of its own.
    .filter(
      (record) => settled === Number.POSITIVE_INFINITY || (record.n <= settled && isKnown(record)),
    )
    .slice(0, maxReplaced);
  if (listed.length < atLeast) return err({ kind: 'notNeeded' });
  if (!replica.isWhole() || replica.doubles().size > 0) return err({ kind: 'notWhole' });
  if (isOpen(foldMeeting(replica.facts()).current)) return err({ kind: 'inMeeting' });
  const payload = encodeState(replica.document);
  const { [device]: _own, ...seen } = replica.seen();
  const facts = factRuns(replica.facts());

  const written = await deps.journal.append<NotCompacted | SealError>(
    caseId,
    last,
    async ({ rows: since, heads }) => {
      if (since.length > 0) return err({ kind: 'grown' });
      replica.expect(heads);
      if (!replica.isWhole()) return err({ kind: 'notWhole' });
      const head = heads[device];
      // Somebody else writes under this device's id: the next change takes a new one.
      if ((replica.highest()[device] ?? 0) > (head?.seq ?? 0)) return err({ kind: 'notWhole' });
      const body: RecordBody = {
        device,
        seq: (head?.seq ?? 0) + 1,
        prev: head?.id ?? null,
        seen,
        kind: 'snapshot',
        at: deps.clock.now(),
        payload,
        replaces: [...new Set(listed.map(({ id }) => id))],
        facts,
      };
      const sealed = await sealRecord(keys, body);
      if (!sealed.ok) return sealed;
      const { id, bytes } = sealed.value;
      return ok({
        rows: [{ device, seq: body.seq, id, bytes }],
        replaced: listed.map(({ n }) => n),
      });
    },
  );
  return written.ok ? ok({ replaced: listed.length }) : written;
};

const isOfDocument = (record: ReadRecord): record is { readonly kind: 'open' } & OpenRecord =>
  record.kind === 'open' && record.body.kind !== 'fact';

/**
 * Whether all who have written in the case say that they have seen a record, or have had thirty days to: who is away longer
 * must not make the case grow for ever.
 */
const knownToAll = (
  records: readonly ReadRecord[],
  own: string,
  now: Instant,
): ((record: OpenRecord) => boolean) => {
  const said = new Map<string, Map<string, number>>();
  for (const record of records) {
    if (record.kind !== 'open') continue;
    const { device, seen } = record.body;
    const highest = said.get(device) ?? new Map<string, number>();
    said.set(device, highest);
    for (const [other, seq] of Object.entries(seen)) {
      highest.set(other, Math.max(seq, highest.get(other) ?? 0));
    }
  }
  return ({ body: { device, seq, at } }) =>
    now - at > thirtyDaysMs ||
    [...said].every(
      ([other, seen]) => other === own || other === device || (seen.get(device) ?? 0) >= seq,
    );
};

const thirtyDaysMs = 30 * 86_400_000;

/** By device, the numbers of its facts as first and last of each run: all other numbers are in the snapshot. */
const factRuns = (facts: readonly PlacedFact[]): Readonly<Record<string, readonly number[]>> => {
  const runs: Record<string, number[]> = {};
  for (const { device, seq } of [...facts].sort((a, b) => a.seq - b.seq)) {
    const own = runs[device] ?? [];
    runs[device] = own;
    if (own.at(-1) === seq - 1) own[own.length - 1] = seq;
    else if (own.at(-1) !== seq) own.push(seq, seq);
  }
  return runs;
};
