/** `StandIns` whose work is loaded when it is first asked for: a meeting needs none of it. */
import { late } from '../shared/late.ts';
import type { createStandIns } from './createStandIns.ts';
import type { StandIns } from './standIns.ts';

export const lateStandIns = (...given: Parameters<typeof createStandIns>): StandIns => {
  const call = late(async () => (await import('./createStandIns.ts')).createStandIns(...given));
  return {
    chooseStandIn: (caseId, to) => call((loaded) => loaded.chooseStandIn(caseId, to)),
    standInOf: (caseId) => call((loaded) => loaded.standInOf(caseId)),
    standingInFor: () => call((loaded) => loaded.standingInFor()),
    beginTakeOver: (offered) => call((loaded) => loaded.beginTakeOver(offered)),
    takenOver: () => call((loaded) => loaded.takenOver()),
    forgetTakenOver: (taken) => call((loaded) => loaded.forgetTakenOver(taken)),
  };
};
