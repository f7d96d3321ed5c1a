/**
 * What a device does with its rings: takes in the roots that others told, tells those that only it has, and says that it
 * is there. Done again and again; what is done already is left as it is.
 */
import type { Bytes } from '../../shared/bytes.ts';
import type { Instant } from '../../shared/deps.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { CaseKeys } from '../../vault/caseKeys.ts';
import type { ComingRoot, RootHere } from '../../vault/rootWork.ts';
import { readBefore } from './farewell.ts';
import { readGone } from './goneCases.ts';
import { headsOf } from './heads.ts';
import { type Ring, type RingRoot, ringFactTypes, toBytes, toText } from './ringFacts.ts';
import { type LogDeps, type LogTrouble, readLog, readRing, writeRing } from './ringLog.ts';
import { keepRingUse, type RingUse, readRingUse } from './ringUse.ts';

/** Says so at most this often. */
export const seenEveryMs = 12 * 3_600_000;

export interface RingDeps extends LogDeps {
  /** What this device is called. */
  readonly deviceName: () => string;
}

export interface RingDone {
  readonly ring: Ring;
  /** Roots that are here from now on. */
  readonly adopted: number;
  /** Facts that were written and wait to be sent. */
  readonly written: number;
  /** Cases that another device has written anew: to be fetched under the new root. */
  readonly moves: readonly CaseMove[];
}

export interface CaseMove {
  readonly caseId: string;
  readonly coming: ComingRoot;
  readonly told: RingRoot;
}

/** A ring for one's own devices, or for those who write in one case. On disk when this says ok. */
export const makeRing = async (
  deps: RingDeps,
  about: RingUse,
): Promise<Result<CaseKeys, LogTrouble>> => {
  const made = await deps.session.createRing();
  if (!made.ok) return made;
  const { caseId } = made.value;
  const known = await keepRingUse(deps.session, caseId, about);
  if (!known.ok) return known;
  const written = await writeRing(deps, caseId, [memberFact(deps)]);
  return written.ok ? made : written;
};

const memberFact = ({ session, deviceName }: RingDeps) => ({
  type: ringFactTypes.member,
  data: { member: toText(session.publicKey), name: deviceName() },
});

/** Somebody who is about to have the ring's root: known to all in it from then on, and not forgotten when it moves. */
export const welcomeMember = (
  deps: LogDeps,
  ringId: string,
  publicKey: Bytes,
  name: string,
): Promise<Result<void, LogTrouble>> =>
  writeRing(deps, ringId, [
    { type: ringFactTypes.member, data: { member: toText(publicKey), name } },
  ]);

/** Cases that this vault has had here: one that is here no more was taken away by a person, and does not come back. */
const knownName = 'sync known';

const readKnown = async ({
  session,
}: RingDeps): Promise<Result<ReadonlySet<string>, LogTrouble>> => {
  const found = await session.readValue(knownName);
  if (!found.ok) return found;
  const ids: readonly unknown[] = Array.isArray(found.value) ? found.value : [];
  return ok(new Set(ids.filter((id) => typeof id === 'string')));
};

export const tendRing = async (
  deps: RingDeps,
  ringId: string,
): Promise<Result<RingDone, LogTrouble>> => {
  const read = await readRing(deps, ringId);
  if (!read.ok) return read;
  const { ring, keys } = read.value;
  const [listed, known] = await Promise.all([deps.session.listRoots(), readKnown(deps)]);
  if (!listed.ok) return listed;
  if (!known.ok) return known;
  if (ring.moved !== null) return followMoved(deps, ring, listed.value, known.value);
  const taken = await takeRoots(deps, keys, ring, listed.value, known.value);
  if (!taken.ok) return taken;
  const gone = await untoldGone(deps, ring);
  if (!gone.ok) return gone;
  const roots = await untold(deps, keys, ring, listed.value);
  const facts = [...gone.value, ...roots, ...greeting(deps, ring)];
  const written = await writeRing(deps, ringId, facts);
  return written.ok ? ok({ ring, ...taken.value, written: facts.length }) : written;
};

/** It went on elsewhere: whoever stays has a box there. Nothing else in it counts any more. */
const followMoved = async (
  deps: RingDeps,
  ring: Ring,
  listed: readonly RootHere[],
  known: ReadonlySet<string>,
): Promise<Result<RingDone, LogTrouble>> => {
  const done = { ring, adopted: 0, written: 0, moves: [] };
  const { moved, about } = ring;
  if (moved === null || moved === 'disputed' || about === null) return ok(done);
  const box = moved.boxes[toText(deps.session.publicKey)];
  const isHere = known.has(moved.to) || listed.some(({ caseId }) => caseId === moved.to);
  if (box === undefined || isHere) return ok(done);
  const coming = await deps.session.openBoxedRoot(toBytes(box));
  if (!coming.ok && coming.error.kind === 'damaged') return ok(done);
  if (!coming.ok) return coming;
  const { isRing, keys } = coming.value;
  if (!isRing || keys.caseId !== moved.to) return ok(done);
  const use = await keepRingUse(deps.session, moved.to, about);
  if (!use.ok) return use;
  const kept = await deps.session.keepRoot(coming.value);
  return kept.ok ? ok({ ...done, adopted: 1 }) : kept;
};

/** Nobody takes so many persons out of a case while a device is away. More would be to make it count for ever. */
const mostEpochs = 100;

const takeRoots = async (
  deps: RingDeps,
  keys: CaseKeys,
  ring: Ring,
  listed: readonly RootHere[],
  known: ReadonlySet<string>,
): Promise<Result<Pick<RingDone, 'adopted' | 'moves'>, LogTrouble>> => {
  const here = new Map(listed.map((root) => [root.caseId, root]));
  const moves: CaseMove[] = [];
  const adopted: string[] = [];
  for (const told of ring.roots.values()) {
    const { caseId, epoch, sealed } = told;
    const mine = here.get(caseId);
    if (mine === undefined ? known.has(caseId) : mine.epoch >= epoch) continue;
    if (mine !== undefined && epoch - mine.epoch > mostEpochs) continue;
    const coming = await deps.session.openRoot(keys, toBytes(sealed));
    // Damaged, or made by a newer program: what else is told is taken in.
    if (!coming.ok && coming.error.kind === 'damaged') continue;
    if (!coming.ok) return coming;
    if (coming.value.keys.caseId !== caseId || coming.value.keys.epoch !== epoch) continue;
    const isMeant = coming.value.isRing === (told.ring !== undefined);
    if (!isMeant || (mine !== undefined && mine.isRing !== coming.value.isRing)) continue;
    if (mine === undefined) {
      const use = told.ring && (await keepRingUse(deps.session, caseId, told.ring));
      if (use?.ok === false) return use;
      const kept = await deps.session.keepRoot(coming.value);
      if (!kept.ok) return kept;
      adopted.push(caseId);
    } else moves.push({ caseId, coming: coming.value, told });
  }
  const all = new Set([...known, ...here.keys(), ...adopted]);
  if (all.size > known.size) {
    const noted = await deps.session.writeValue(knownName, [...all]);
    if (!noted.ok) return noted;
  }
  return ok({ adopted: adopted.length, moves });
};

/** Cases that were taken away, as far as the ring does not say so: one's other devices are told, in a new ring too. */
const untoldGone = async ({ session }: RingDeps, ring: Ring) => {
  if (ring.about?.use !== 'devices') return ok([]);
  const gone = await readGone(session);
  if (!gone.ok) return gone;
  return ok(
    [...gone.value]
      .filter(([caseId]) => !ring.gone.has(caseId))
      .map(([caseId, { epoch, heads, from }]) => ({
        type: ringFactTypes.gone,
        data: { caseId, epoch, heads, from },
      })),
  );
};

/** Roots that this device has and the ring does not: of all cases among one's own devices, of one among writers. */
const untold = async (
  deps: RingDeps,
  ringKeys: CaseKeys,
  ring: Ring,
  listed: readonly RootHere[],
) => {
  const { about } = ring;
  if (about === null) return [];
  const facts: { readonly type: typeof ringFactTypes.root; readonly data: RingRoot }[] = [];
  for (const { caseId, epoch, isRing, isComing } of listed) {
    const belongs =
      about.use === 'devices' ? caseId !== ringKeys.caseId : caseId === about.caseId && !isRing;
    const told = Math.max(ring.roots.get(caseId)?.epoch ?? 0, ring.gone.get(caseId)?.epoch ?? 0);
    if (!belongs || isComing || told >= epoch) continue;
    const log = await readLog(deps, caseId);
    const sealed = await deps.session.sealRoot(ringKeys, caseId);
    // Nothing to be read there now: told the next time.
    if (!log.ok || !sealed.ok || log.value.keys.epoch !== epoch) continue;
    const { replica, keys } = log.value;
    const heads = headsOf(replica, keys.device);
    // A case in which nothing was written yet is no case.
    if (Object.keys(heads).length === 0) continue;
    const before = await readBefore(deps.session, caseId, epoch);
    const use = isRing ? await readRingUse(deps.session, caseId) : ok(null);
    if (!use.ok || (isRing && use.value === null)) continue;
    facts.push({
      type: ringFactTypes.root,
      data: {
        caseId,
        epoch,
        channel: keys.channelId,
        sealed: toText(sealed.value),
        heads,
        before,
        ...(use.value !== null && { ring: use.value }),
      },
    });
  }
  return facts;
};

const greeting = (deps: RingDeps, ring: Ring) => {
  const fact = memberFact(deps);
  const mine = ring.members.find(({ member }) => member === fact.data.member);
  const isFresh = (seenAt: Instant): boolean => deps.clock.now() - seenAt < seenEveryMs;
  return mine?.name === fact.data.name && isFresh(mine.seenAt) ? [] : [fact];
};
