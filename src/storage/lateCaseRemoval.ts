/** `CaseRemoval` whose code is loaded when something is first removed. */
import { late } from '../shared/late.ts';
import type { CaseRemoval, dexieCaseRemoval } from './caseRemoval.ts';

export const lateCaseRemoval = (...given: Parameters<typeof dexieCaseRemoval>): CaseRemoval => {
  const call = late(async () => (await import('./caseRemoval.ts')).dexieCaseRemoval(...given));
  return {
    removeCase: (vaultId, caseId, beside) =>
      call((loaded) => loaded.removeCase(vaultId, caseId, beside)),
    rewriteCase: (caseId, since, prepare) =>
      call((loaded) => loaded.rewriteCase(caseId, since, prepare)),
  };
};
