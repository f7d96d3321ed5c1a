/** `StandIns` whose work is loaded when it is first asked for: a meeting needs none of it. */
import { err, type Result } from '../shared/result.ts';
import type { createStandIns } from './createStandIns.ts';
import type { StandIns } from './standIns.ts';

const load = () => import('./createStandIns.ts').catch(() => null);

/** The file could not be had; nothing has changed. */
const notLoaded = { kind: 'failed', name: 'load' } as const;

export const lateStandIns = (...given: Parameters<typeof createStandIns>): StandIns => {
  const call = async <T, E>(
    work: (standIns: StandIns) => Promise<Result<T, E>>,
  ): Promise<Result<T, E | typeof notLoaded>> => {
    const loaded = await load();
    return loaded === null ? err(notLoaded) : work(loaded.createStandIns(...given));
  };
  return {
    chooseStandIn: (caseId, to) => call((late) => late.chooseStandIn(caseId, to)),
    standInOf: (caseId) => call((late) => late.standInOf(caseId)),
    standingInFor: () => call((late) => late.standingInFor()),
    beginTakeOver: (offered) => call((late) => late.beginTakeOver(offered)),
    takenOver: () => call((late) => late.takenOver()),
    forgetTakenOver: (taken) => call((late) => late.forgetTakenOver(taken)),
  };
};
