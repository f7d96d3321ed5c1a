/** `RootWork` whose code is loaded when it is first asked for: who has one device needs none of it. */
import { late } from '../shared/late.ts';
import type { createRootWork } from './createRootWork.ts';
import type { RootWork } from './rootWork.ts';

export const lateRootWork = (...given: Parameters<typeof createRootWork>): RootWork => {
  const call = late(async () => (await import('./createRootWork.ts')).createRootWork(...given));
  return {
    createRing: () => call((loaded) => loaded.createRing()),
    listRoots: () => call((loaded) => loaded.listRoots()),
    sealRoot: (ring, caseId) => call((loaded) => loaded.sealRoot(ring, caseId)),
    openRoot: (ring, sealed) => call((loaded) => loaded.openRoot(ring, sealed)),
    boxRoot: (caseId, publicKey) => call((loaded) => loaded.boxRoot(caseId, publicKey)),
    openBoxedRoot: (box) => call((loaded) => loaded.openBoxedRoot(box)),
    keepRoot: (coming) => call((loaded) => loaded.keepRoot(coming)),
    rootArrived: (caseId) => call((loaded) => loaded.rootArrived(caseId)),
  };
};
