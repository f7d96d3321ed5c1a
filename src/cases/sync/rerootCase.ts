/**
 * A case under a new root with all that is in it: after somebody was removed who had the old one. Every record is sealed
 * anew as it was; the old channel is ended like after a removal. The keys of what is shared lay in the case too, so all that
 * is shared from it ends with the same durable write.
 */
import type { Author } from '../../plan/model.ts';
import type { RecordBody } from '../../protocol/record.ts';
import type { ClockDep, RandomDep } from '../../shared/deps.ts';
import type { Fact } from '../../shared/fact.ts';
import { createId } from '../../shared/ids.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { NewRow } from '../../storage/journalPort.ts';
import type { CaseKeys } from '../../vault/caseKeys.ts';
import type { SealError } from '../../vault/errors.ts';
import { sealRecord } from '../../vault/sealRecord.ts';
import { openRow } from '../caseJournal.ts';
import { factToPayload } from '../factPayload.ts';
import { cardOf } from '../receiveRecords.ts';
import { createReplica, type OpenRecord, type ReadRecord } from '../replica.ts';
import { foldShares } from '../shares/foldShares.ts';
import { shareEnded } from '../shares/shareFacts.ts';
import { atOnce, noteWaitingEnd } from '../shares/waitingEnds.ts';
import { readyForVersions } from '../versionFold.ts';
import { sealShareEndings } from './endings.ts';
import { sealFarewell } from './farewell.ts';
import { type Heads, headsOf } from './heads.ts';
import type { MoveDeps } from './moveCase.ts';
import { type LogTrouble, nobodyInParticular } from './ringLog.ts';

export interface RerootDeps extends Pick<MoveDeps, 'session' | 'removal'>, ClockDep, RandomDep {
  readonly serverName?: string;
  /** Who takes somebody out; nobody in particular when it goes on by itself after a break. */
  readonly author?: () => Author;
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
    const again = await sealAnew(keys, records.filter(isOpen));
    if (!again.ok) return again;
    const shares = foldShares(before.facts()).filter(({ isGone }) => !isGone);
    const open = shares.filter(({ ended }) => ended === null);
    const ends = open.map(({ shareId }) =>
      shareEnded(contextOf(deps), { shareId, why: 'newKeys', reason: '' }),
    );
    const ended = await sealFacts(deps, keys, ends, headsOf(before, old.value.device));
    if (!ended.ok) return ended;
    const endings = await sealShareEndings(deps, shares);
    if (!endings.ok) return endings;
    // Only says where to look: it is looked at until the server has let go of all.
    if (shares.length > 0) await noteWaitingEnd(session, caseId, atOnce);
    const anew = [...again.value, ...ended.value];
    const replica = createReplica();
    replica.take(await Promise.all(anew.map((row, n) => openRow(keys, rowAt(row, n)))));
    if (!(await readyForVersions(replica.facts()))) return err({ kind: 'unready' });
    const card = await cardOf(keys, replica);
    if (!card.ok) return card;
    const left = await sealFarewell(deps, session, old.value, before);
    if (!left.ok) return left;
    return ok({
      rows: anew,
      heads: replica.heads(),
      card: card.value,
      access,
      standIns: [...standIns, ...endings.value, left.value],
    });
  });
};

const isOpen = (record: ReadRecord): record is { readonly kind: 'open' } & OpenRecord =>
  record.kind === 'open';

const contextOf = (deps: RerootDeps) => ({
  by: deps.author?.() ?? nobodyInParticular,
  at: deps.clock.now(),
  newId: () => createId(deps),
});

/** As the first records of the device that this is under the new root. */
const sealFacts = async (
  { clock }: RerootDeps,
  keys: CaseKeys,
  facts: readonly Fact[],
  seen: Heads,
): Promise<Result<readonly NewRow[], SealError>> => {
  const rows: NewRow[] = [];
  for (const [place, fact] of facts.entries()) {
    const { device } = keys;
    const prev = rows.at(-1)?.id ?? null;
    const at = clock.now();
    const payload = factToPayload(fact);
    const body: RecordBody = { device, seq: place + 1, prev, seen, kind: 'fact', at, payload };
    const sealed = await sealRecord(keys, body);
    if (!sealed.ok) return sealed;
    rows.push({ device, seq: body.seq, ...sealed.value });
  }
  return ok(rows);
};

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
