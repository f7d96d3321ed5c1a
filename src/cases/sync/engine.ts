/**
 * All that syncing does once, in its order: what is to be deleted first of all, then rings, then cases. `syncWork.ts` does
 * it again and again while the vault is open; tests do it step by step.
 */
import { err, ok, type Result } from '../../shared/result.ts';
import type { RootHere } from '../../vault/rootWork.ts';
import type { SyncTrouble } from './channelState.ts';
import { type ChannelSync, createChannelSync, type Progress } from './channelSync.ts';
import { sayEndings } from './endings.ts';
import { sayFarewells } from './farewell.ts';
import { headsOf, reaches } from './heads.ts';
import { type MoveDeps, moveCase } from './moveCase.ts';
import { goOnRerooting } from './removeMember.ts';
import type { RerootDeps } from './rerootCase.ts';
import { type Ring, type RingGone, type RingMember, type RingRoot, toText } from './ringFacts.ts';
import { readLog } from './ringLog.ts';
import { type CaseMove, type RingDeps, tendRing } from './rings.ts';
import type { CaseSyncState, DeviceSeen, EndingsLeft } from './syncState.ts';
import { letGoOfCase } from './takeAwayCase.ts';

/** `serverName`: the server, as it is dialled. */
export interface EngineDeps extends MoveDeps, RingDeps, RerootDeps {}

export interface Engine {
  /** `whole`: each channel is compared with the server from its beginning. */
  readonly pass: (whole?: boolean) => Promise<Pass>;
  readonly channel: (caseId: string) => ChannelSync;
}

export interface Pass {
  /** By case or ring. */
  readonly channels: ReadonlyMap<string, PassedChannel>;
  /** Of these, the cases, as a person is told of them. */
  readonly cases: ReadonlyMap<string, CaseSyncState>;
  readonly devices: readonly DeviceSeen[];
  readonly writers: ReadonlyMap<string, readonly DeviceSeen[]>;
  readonly removedHere: boolean;
  readonly isDisputed: boolean;
  /** What is not ended on the server yet. */
  readonly endings: EndingsLeft;
}

export interface PassedChannel {
  /** Null: done. */
  readonly trouble: SyncTrouble | null;
  readonly epoch: number;
  readonly isRing: boolean;
  readonly isComing: boolean;
}

/** Rings in rings in rings: no deeper than this in one pass. */
const mostRounds = 4;

/** Cases at a time. */
const sideBySide = 4;

export const createEngine = (deps: EngineDeps): Engine => {
  const channels = new Map<string, ChannelSync>();
  const channel = (caseId: string): ChannelSync => {
    const known = channels.get(caseId) ?? createChannelSync(deps, caseId);
    channels.set(caseId, known);
    return known;
  };

  /** Whether all of what came first has come. `told`: what somebody who has it said of it. */
  const arrive = async (
    caseId: string,
    told: RingRoot | undefined,
  ): Promise<Result<void, SyncTrouble>> => {
    const log = await readLog(deps, caseId);
    if (!log.ok) return err({ kind: 'storage' });
    const { replica, keys } = log.value;
    const heads = headsOf(replica, keys.device);
    if (told !== undefined && told.epoch === keys.epoch && !reaches(heads, told.heads)) {
      return err({ kind: 'notThereYet' });
    }
    const done = await deps.session.rootArrived(caseId);
    return done.ok ? ok(undefined) : err({ kind: 'storage' });
  };

  const round = async (
    root: RootHere,
    told: RingRoot | undefined,
    whole: boolean,
  ): Promise<SyncTrouble | null> => {
    const { caseId, isComing } = root;
    const sync = channel(caseId);
    sync.expect(root);
    const done = await (whole ? sync.checkWhole() : sync.round());
    const arrived = done.ok && isComing ? await arrive(caseId, told) : done;
    return arrived.ok ? null : arrived.error;
  };

  /** Rings first: they say what else there is. */
  const passRings = async (found: Found, whole: boolean): Promise<void> => {
    for (let again = true, turn = 0; again && turn < mostRounds; turn += 1) {
      again = false;
      const roots = await deps.session.listRoots();
      if (!roots.ok) return;
      for (const root of roots.value.filter(({ isRing }) => isRing)) {
        const { caseId } = root;
        if (found.troubles.get(caseId) !== null) {
          found.troubles.set(caseId, await round(root, undefined, whole));
        }
        // Not all of it has come: what it lacks must not be told anew.
        if (root.isComing && found.troubles.get(caseId) !== null) continue;
        const tended = await tendRing(deps, caseId);
        if (!tended.ok) continue;
        const { ring, adopted, written, moves } = tended.value;
        // Nothing in it counts any more but where it went on.
        if (ring.moved !== null) {
          found.isDisputed ||= ring.moved === 'disputed' && ring.about?.use === 'devices';
          found.removedHere ||= isTakenOut(ring, toText(deps.session.publicKey), roots.value);
          again ||= adopted > 0;
          continue;
        }
        for (const told of ring.roots.values()) found.tell(told);
        for (const caseId of ring.split) found.split.add(caseId);
        for (const gone of ring.gone.values()) found.gone.set(gone.caseId, gone);
        for (const move of moves) found.moves.set(move.caseId, move);
        if (ring.about?.use === 'devices') {
          found.everything = true;
          for (const member of ring.members) found.members.set(member.member, member);
        } else if (ring.about?.caseId != null) {
          const { caseId: of } = ring.about;
          found.wanted.add(of);
          found.writers.set(of, [...(found.writers.get(of) ?? []), ...ring.members]);
        }
        if (written > 0) await channel(caseId).send();
        again ||= adopted > 0;
      }
    }
  };

  const passCases = async (found: Found, roots: readonly RootHere[], whole: boolean) => {
    const waiting = roots.filter(
      ({ caseId, isRing, isComing }) =>
        !isRing && (found.everything || found.wanted.has(caseId) || isComing),
    );
    const next = async (): Promise<void> => {
      for (let root = waiting.shift(); root !== undefined; root = waiting.shift()) {
        if (found.troubles.has(root.caseId)) continue;
        found.troubles.set(root.caseId, await round(root, found.told.get(root.caseId), whole));
      }
    };
    await Promise.all(Array.from({ length: sideBySide }, next));
  };

  const pass = async (whole = false): Promise<Pass> => {
    const found = emptyFound();
    await goOnRerooting(deps);
    await sayFarewells(deps);
    await sayEndings(deps);
    await passRings(found, whole);
    const here = await deps.session.listRoots();
    for (const { caseId } of here.ok ? here.value : []) {
      const gone = found.gone.get(caseId);
      if (gone !== undefined) await letGoOfCase(deps, gone);
    }
    for (const [caseId, move] of found.moves) {
      const done = await moveCase(deps, move);
      if (!done.ok) found.troubles.set(caseId, done.error);
    }
    const roots = await deps.session.listRoots();
    await passCases(found, roots.ok ? roots.value : [], whole);
    // What was found to have ended while the others were passed.
    const endings = await sayEndings(deps);
    const after = await deps.session.listRoots();
    return toPass(found, after.ok ? after.value : [], endings);
  };

  const toPass = (found: Found, roots: readonly RootHere[], endings: EndingsLeft): Pass => {
    const channels = new Map<string, PassedChannel>();
    const cases = new Map<string, CaseSyncState>();
    for (const { caseId, epoch, isRing, isComing } of roots) {
      const trouble = found.troubles.get(caseId);
      if (trouble === undefined) continue;
      channels.set(caseId, { trouble, epoch, isRing, isComing });
      if (isRing) continue;
      const progress = channel(caseId).progress();
      cases.set(caseId, {
        waits: progress?.waits ?? 0,
        since: progress?.since ?? null,
        trouble: trouble?.kind ?? null,
        isComing,
        isSplit: found.split.has(caseId) || isOther(progress, found.told.get(caseId), epoch),
      });
    }
    const own = toText(deps.session.publicKey);
    const seen = (members: Iterable<RingMember>): readonly DeviceSeen[] =>
      [...members].map((member) => ({ ...member, isThis: member.member === own }));
    return {
      channels,
      cases,
      endings,
      devices: seen(found.members.values()),
      writers: new Map([...found.writers].map(([caseId, members]) => [caseId, seen(members)])),
      // Let in again since, by another ring.
      removedHere: found.removedHere && !found.everything,
      isDisputed: found.isDisputed && found.members.size < 2,
    };
  };

  return { pass, channel };
};

/** What one pass has found so far. */
interface Found {
  /** Of several rings, the newest root of each case. */
  readonly tell: (root: RingRoot) => void;
  readonly troubles: Map<string, SyncTrouble | null>;
  readonly told: Map<string, RingRoot>;
  readonly moves: Map<string, CaseMove>;
  readonly gone: Map<string, RingGone>;
  readonly wanted: Set<string>;
  readonly members: Map<string, RingMember>;
  readonly writers: Map<string, readonly RingMember[]>;
  everything: boolean;
  removedHere: boolean;
  isDisputed: boolean;
  readonly split: Set<string>;
}

/** Of the same epoch, and not the same channel: written anew on two devices at once. */
const isOther = (here: Progress | null, told: RingRoot | undefined, epoch: number): boolean =>
  here !== null &&
  told?.epoch === epoch &&
  told.channel !== undefined &&
  told.channel !== here.channelId;

/** It went on without this device. */
const isTakenOut = ({ about, moved }: Ring, own: string, here: readonly RootHere[]): boolean =>
  about?.use === 'devices' &&
  moved !== null &&
  moved !== 'disputed' &&
  moved.boxes[own] === undefined &&
  !here.some(({ caseId }) => caseId === moved.to);

const emptyFound = (): Found => {
  const told = new Map<string, RingRoot>();
  return {
    troubles: new Map(),
    told,
    tell: (root) => {
      if ((told.get(root.caseId)?.epoch ?? 0) <= root.epoch) told.set(root.caseId, root);
    },
    moves: new Map(),
    gone: new Map(),
    wanted: new Set(),
    members: new Map(),
    writers: new Map(),
    everything: false,
    removedHere: false,
    isDisputed: false,
    split: new Set(),
  };
};
