/**
 * A case under a new root with all that is in it: after somebody was removed who had the old one. Every record is sealed
 * anew as it was; the old channel is ended like after a removal.
 */
import type { RecordBody } from '../../protocol/record.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { NewRow } from '../../storage/journalPort.ts';
import type { CaseKeys } from '../../vault/caseKeys.ts';
import type { SealError } from '../../vault/errors.ts';
import { sealRecord } from '../../vault/sealRecord.ts';
import { openRow } from '../caseJournal.ts';
import { cardOf } from '../receiveRecords.ts';
import { createReplica, type OpenRecord, type ReadRecord } from '../replica.ts';
import { readyForVersions } from '../versionFold.ts';
import { sealFarewell } from './farewell.ts';
import type { MoveDeps } from './moveCase.ts';
import type { LogTrouble } from './ringLog.ts';

export interface RerootDeps extends Pick<MoveDeps, 'session' | 'removal'> {
  readonly serverName?: string;
}

/** `notWhole`: something in it cannot be read, and would be lost: it stays where it is. */
export const rerootCase = async (
  deps: RerootDeps,
  caseId: string,
): Promise<Result<void, LogTrouble>> => {
  const { session } = deps;
  const old = await session.openCase(caseId);
  if (!old.ok) return old;
  const renewed = await session.renewRoot(caseId);
  if (!renewed.ok) return renewed;
  const { keys, access, standIns } = renewed.value;
  return deps.removal.rewriteCase<LogTrouble>(caseId, 0, async ({ rows, heads }) => {
    const records = await Promise.all(rows.map((row) => openRow(old.value, row)));
    const before = createReplica();
    before.expect(heads);
    before.take(records);
    if (records.some((record) => record.kind === 'closed' && !record.apart)) {
      return err({ kind: 'notWhole' });
    }
    const sealed = await sealAnew(keys, records.filter(isOpen));
    if (!sealed.ok) return sealed;
    const replica = createReplica();
    replica.take(await Promise.all(sealed.value.map((row, n) => openRow(keys, rowAt(row, n)))));
    if (!(await readyForVersions(replica.facts()))) return err({ kind: 'unready' });
    const card = await cardOf(keys, replica);
    if (!card.ok) return card;
    const left = await sealFarewell(deps, session, old.value, before);
    if (!left.ok) return left;
    return ok({
      rows: sealed.value,
      heads: replica.heads(),
      card: card.value,
      access,
      standIns: [...standIns, left.value],
    });
  });
};

const isOpen = (record: ReadRecord): record is { readonly kind: 'open' } & OpenRecord =>
  record.kind === 'open';

const rowAt = (row: NewRow, place: number) => ({ ...row, caseId: '', n: place + 1 });

/** The same bodies; where one names another by its id, by the new one. */
const sealAnew = async (
  keys: CaseKeys,
  records: readonly OpenRecord[],
): Promise<Result<readonly NewRow[], SealError>> => {
  const ids = new Map<string, string>();
  const rows: NewRow[] = [];
  for (const { id, body } of [...records].sort((a, b) => a.body.seq - b.body.seq)) {
    const { device, seq, prev, replaces } = body;
    const again: RecordBody = {
      ...body,
      prev: prev === null ? null : (ids.get(prev) ?? prev),
      ...(replaces && { replaces: replaces.map((replaced) => ids.get(replaced) ?? replaced) }),
    };
    const sealed = await sealRecord(keys, again);
    if (!sealed.ok) return sealed;
    ids.set(id, sealed.value.id);
    rows.push({ device, seq, id: sealed.value.id, bytes: sealed.value.bytes });
  }
  return ok(rows);
};
