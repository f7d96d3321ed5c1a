/**
 * **Ta bort planen härifrån**, where it is synced: its channel and what is shared from it are ended on the server, and one's
 * other devices let go of theirs. All that is to be said goes down with the removal in one durable write, and waits for
 * internet where there is none.
 */
import { selectPlan } from '../../plan/selectors.ts';
import { base64UrlToBytes } from '../../shared/bytes.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { CaseRemoval } from '../../storage/caseRemoval.ts';
import type { SealedRow } from '../../vault/vaultStore.ts';
import { foldShares } from '../shares/foldShares.ts';
import { noteWaitingEnd } from '../shares/waitingEnds.ts';
import { sealEnding, sealPackedEnding, sealShareEndings } from './endings.ts';
import { readFarewell } from './farewell.ts';
import { type FoundRing, findRings } from './findRings.ts';
import { type GoneCase, goneName, namesOfCase } from './goneCases.ts';
import { headsOf, reaches } from './heads.ts';
import { toLate } from './lateRecords.ts';
import type { RingGone } from './ringFacts.ts';
import { type LogTrouble, readLog } from './ringLog.ts';
import type { RingDeps } from './rings.ts';

export interface TakeAwayDeps extends RingDeps {
  readonly removal: Pick<CaseRemoval, 'removeCase'>;
  readonly serverName?: string;
}

/** @param others whether a colleague on this device has it too: then only this vault's way to it goes */
export const takeAwayCase = async (
  deps: TakeAwayDeps,
  caseId: string,
  others: boolean,
): Promise<Result<void, LogTrouble>> => {
  const { session } = deps;
  const [log, rings] = await Promise.all([readLog(deps, caseId), findRings(deps)]);
  if (!rings.ok) return rings;
  const devices = rings.value.filter(
    ({ ring: { about, moved } }) => about?.use === 'devices' && moved === null,
  );
  const writers = rings.value.filter(({ ring }) => ring.about?.caseId === caseId);
  const put: SealedRow[] = [];
  if (log.ok && devices.length > 0) {
    const { keys, replica } = log.value;
    const gone: GoneCase = {
      epoch: keys.epoch,
      heads: headsOf(replica, keys.device),
      from: deps.deviceName(),
      at: deps.clock.now(),
      name: null,
    };
    const sealed = await session.sealValue(goneName(caseId), gone);
    if (!sealed.ok) return sealed;
    put.push(sealed.value);
  }
  if (!others && writers.every(isOwn)) {
    const ends = await sealEnds(deps, caseId, log, devices.length + writers.length > 0);
    if (!ends.ok) return ends;
    put.push(...ends.value);
  }
  const removed = await deps.removal.removeCase(session.vaultId, caseId, {
    put,
    forget: namesOfCase(caseId),
  });
  if (!removed.ok) return removed;
  await noteWaitingEnd(session, caseId, null);
  return ok(undefined);
};

/** Not a colleague's, who invited. Asked of what is kept here: in the ring itself everybody could say so. */
const isOwn = ({ ring: { about } }: FoundRing): boolean => about?.use === 'writers' && about.isOwn;

const sealEnds = async (
  deps: TakeAwayDeps,
  caseId: string,
  log: Awaited<ReturnType<typeof readLog>>,
  isSynced: boolean,
): Promise<Result<readonly SealedRow[], LogTrouble>> => {
  if (!log.ok) return ok([]);
  const { keys, replica } = log.value;
  const shares = foldShares(replica.facts()).filter(({ isGone }) => !isGone);
  const ofShares = await sealShareEndings(deps, shares);
  if (!ofShares.ok || !isSynced) return ofShares;
  const ofCase = await sealEnding(deps, keys, 'case');
  if (!ofCase.ok) return ofCase;
  const rows = [...ofShares.value, ...ofCase.value];
  for (let past = 1; past < keys.epoch; past += 1) {
    const end = (await readFarewell(deps.session, caseId, past))?.end;
    const signed = end == null ? null : base64UrlToBytes(end);
    if (signed === null) continue;
    const sealed = await sealPackedEnding(deps, `${caseId} ${past}`, signed, 'case');
    if (!sealed.ok) return sealed;
    rows.push(sealed.value);
  }
  return ok(rows);
};

/**
 * Another of one's own devices has taken it away: it goes from here too, and that is told once. `kept`: here is something that
 * was not known there: it stays, and a person decides.
 */
export const letGoOfCase = async (
  deps: TakeAwayDeps,
  { caseId, epoch, heads, from, at }: RingGone,
): Promise<Result<'gone' | 'kept', LogTrouble>> => {
  const log = await readLog(deps, caseId);
  if (!log.ok) return log.error.kind === 'missing' ? ok('gone') : log;
  const { keys, replica } = log.value;
  if (keys.epoch > epoch) return ok('kept');
  if (!reaches(heads, headsOf(replica, keys.device))) {
    const beyond = log.value.records.filter(({ body }) => body.seq > (heads[body.device] ?? 0));
    if (toLate(beyond).length > 0) return ok('kept');
  }
  // Nobody has seen it here yet: nothing is told.
  const name = keys.coming === true ? null : (selectPlan(replica.document).name.value ?? '');
  const gone: GoneCase = { epoch, heads, from, at, name };
  const sealed = await deps.session.sealValue(goneName(caseId), gone);
  if (!sealed.ok) return err(sealed.error);
  const removed = await deps.removal.removeCase(deps.session.vaultId, caseId, {
    put: [sealed.value],
    forget: namesOfCase(caseId),
  });
  return removed.ok ? ok('gone') : removed;
};
