import { ok, type Result } from '../../shared/result.ts';
import type { Ring } from './ringFacts.ts';
import { type LogDeps, type LogTrouble, readRing } from './ringLog.ts';

export interface FoundRing {
  readonly ringId: string;
  readonly ring: Ring;
}

/** Every ring that this vault has, as it is here now. One that cannot be read is left out. */
export const findRings = async (
  deps: Pick<LogDeps, 'journal' | 'session'>,
): Promise<Result<readonly FoundRing[], LogTrouble>> => {
  const roots = await deps.session.listRoots();
  if (!roots.ok) return roots;
  const found: FoundRing[] = [];
  for (const { caseId, isRing } of roots.value) {
    const read = isRing ? await readRing(deps, caseId) : null;
    if (read?.ok === true) found.push({ ringId: caseId, ring: read.value.ring });
  }
  return ok(found);
};
