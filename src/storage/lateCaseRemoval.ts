/** `CaseRemoval` whose code is loaded when something is first removed. */
import { err } from '../shared/result.ts';
import type { CaseRemoval, dexieCaseRemoval } from './caseRemoval.ts';

/** The file could not be had; nothing has changed. */
const notLoaded = { kind: 'failed', name: 'load' } as const;

export const lateCaseRemoval = (...given: Parameters<typeof dexieCaseRemoval>): CaseRemoval => {
  const load = async (): Promise<CaseRemoval | null> => {
    const found = await import('./caseRemoval.ts').catch(() => null);
    return found?.dexieCaseRemoval(...given) ?? null;
  };
  return {
    removeCase: async (vaultId, caseId) =>
      (await load())?.removeCase(vaultId, caseId) ?? err(notLoaded),
    rewriteCase: async (caseId, since, prepare) =>
      (await load())?.rewriteCase(caseId, since, prepare) ?? err(notLoaded),
  };
};
