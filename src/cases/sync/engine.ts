/**
 * All that syncing does once, in its order: what is to be deleted first of all, then rings, then cases. `syncWork.ts` does
 * it again and again while the vault is open; tests do it step by step.
 */
import { err, ok, type Result } from '../../shared/result.ts';
import type { SyncTrouble } from './channelState.ts';
import { type ChannelSync, createChannelSync, type SyncDeps } from './channelSync.ts';
import { type RingRoot, reaches } from './ringFacts.ts';
import { headsOf, readLog } from './ringLog.ts';
import { type CaseMove, type RingDeps, tendRing } from './rings.ts';

export interface EngineDeps extends SyncDeps, RingDeps {}

export interface Engine {
  readonly pass: () => Promise<Pass>;
  readonly channel: (caseId: string) => ChannelSync;
}

export interface Pass {
  /** By case or ring: done, or why not. */
  readonly channels: ReadonlyMap<string, SyncTrouble | null>;
  /** Something came or went: another pass may find more to do. */
  readonly moved: boolean;
}

/** Rings in rings in rings: no deeper than this in one pass. */
const mostRounds = 4;

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
    channel(caseId).forget();
    return done.ok ? ok(undefined) : err({ kind: 'storage' });
  };

  const pass = async (): Promise<Pass> => {
    const outcome = new Map<string, SyncTrouble | null>();
    const told = new Map<string, RingRoot>();
    const wanted = new Set<string>();
    const moves = new Map<string, CaseMove>();
    let everything = false;
    let moved = false;

    const round = async (caseId: string, isComing: boolean): Promise<boolean> => {
      const done = await channel(caseId).round();
      const arrived = done.ok && isComing ? await arrive(caseId, told.get(caseId)) : done;
      outcome.set(caseId, arrived.ok ? null : arrived.error);
      if (done.ok) moved ||= done.value.taken > 0;
      return arrived.ok;
    };

    for (let again = true, turn = 0; again && turn < mostRounds; turn += 1) {
      again = false;
      const roots = await deps.session.listRoots();
      if (!roots.ok) break;
      for (const { caseId, isRing, isComing } of roots.value) {
        if (!isRing || (turn > 0 && outcome.get(caseId) === null)) continue;
        await round(caseId, isComing);
      }
      for (const { caseId, isRing } of roots.value) {
        if (!isRing) continue;
        const tended = await tendRing(deps, caseId);
        if (!tended.ok) continue;
        const { ring, adopted, written } = tended.value;
        for (const root of ring.roots.values()) told.set(root.caseId, root);
        for (const move of tended.value.moves) moves.set(move.caseId, move);
        if (ring.about?.use === 'devices') everything = true;
        else if (ring.about?.caseId != null) wanted.add(ring.about.caseId);
        if (written > 0) await channel(caseId).send();
        again ||= adopted > 0;
      }
    }

    const roots = await deps.session.listRoots();
    for (const { caseId, isRing, isComing } of roots.ok ? roots.value : []) {
      if (isRing || !(everything || wanted.has(caseId) || isComing)) continue;
      await round(caseId, isComing);
    }
    return { channels: outcome, moved };
  };

  return { pass, channel };
};
