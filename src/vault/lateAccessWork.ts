/** `AccessWork` whose code is loaded when it is first asked for: a meeting needs none of it. */
import { err, type Result } from '../shared/result.ts';
import type { AccessWork, createAccessWork } from './createAccessWork.ts';

/** The file could not be had; nothing has changed. */
const notLoaded = { kind: 'failed', name: 'load' } as const;

export const lateAccessWork = (...given: Parameters<typeof createAccessWork>): AccessWork => {
  const call = async <T, E>(
    work: (seldom: AccessWork) => Promise<Result<T, E>>,
  ): Promise<Result<T, E | typeof notLoaded>> => {
    const loaded = await import('./createAccessWork.ts').catch(() => null);
    return loaded === null ? err(notLoaded) : work(loaded.createAccessWork(...given));
  };
  return {
    giveCase: (caseId, to) => call((seldom) => seldom.giveCase(caseId, to)),
    acceptGiven: () => call((seldom) => seldom.acceptGiven()),
    mendAccess: (rows) => call((seldom) => seldom.mendAccess(rows)),
    renewAllDevices: () => call((seldom) => seldom.renewAllDevices()),
    renewRoot: (caseId) => call((seldom) => seldom.renewRoot(caseId)),
  };
};
