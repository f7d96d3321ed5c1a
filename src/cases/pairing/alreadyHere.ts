/** Whether what comes by a pairing may be kept beside what is here: it takes the place of nothing that somebody has. */
import type { CaseKeys } from '../../vault/caseKeys.ts';
import type { VaultSession } from '../../vault/vaultSession.ts';
import { findRings } from '../sync/findRings.ts';
import type { LogDeps } from '../sync/ringLog.ts';

export interface HereDeps extends Pick<LogDeps, 'journal'> {
  readonly session: VaultSession;
}

/**
 * `new`: not here. `same`: here already, under the same root. `taken`: something else has its place; or the case is here, and this
 * device was not taken out of it: then there is nothing to be invited to, and whoever invites wants its keys.
 */
export const whatIsHere = async (
  deps: HereDeps,
  ring: CaseKeys,
  caseId: string | null,
): Promise<'new' | 'same' | 'taken' | 'unknown'> => {
  const roots = await deps.session.listRoots();
  if (!roots.ok) return 'unknown';
  if (roots.value.some((root) => root.caseId === ring.caseId)) {
    const here = await deps.session.openCase(ring.caseId);
    if (!here.ok) return 'unknown';
    return here.value.channelId === ring.channelId ? 'same' : 'taken';
  }
  if (caseId === null || roots.value.every((root) => root.caseId !== caseId)) return 'new';
  const rings = await findRings(deps);
  if (!rings.ok) return 'unknown';
  const before = rings.value.filter(({ ring: { about } }) => about?.caseId === caseId);
  return before.length > 0 && before.every(({ ring: { moved } }) => moved !== null)
    ? 'new'
    : 'taken';
};
