/** `AccessWork` whose code is loaded when it is first asked for: a meeting needs none of it. */
import { late } from '../shared/late.ts';
import type { AccessWork, createAccessWork } from './createAccessWork.ts';

export const lateAccessWork = (...given: Parameters<typeof createAccessWork>): AccessWork => {
  const call = late(async () => (await import('./createAccessWork.ts')).createAccessWork(...given));
  return {
    giveCase: (caseId, to) => call((loaded) => loaded.giveCase(caseId, to)),
    acceptGiven: () => call((loaded) => loaded.acceptGiven()),
    mendAccess: (rows) => call((loaded) => loaded.mendAccess(rows)),
    renewAllDevices: () => call((loaded) => loaded.renewAllDevices()),
    renewRoot: (caseId) => call((loaded) => loaded.renewRoot(caseId)),
  };
};
