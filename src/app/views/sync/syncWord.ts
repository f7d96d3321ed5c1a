import type { SyncState } from '../../../cases/sync/syncState.ts';
import type { SyncWord } from '../../../meeting/views/SyncWordContext.ts';

/** The word beside **Sparat här**; null where the case is on this device alone, or another window knows. */
export const syncWord = ({ phase, cases }: SyncState, caseId: string): SyncWord | null => {
  const found = cases.get(caseId);
  if (found === undefined || phase === 'off' || phase === 'elsewhere') return null;
  if (phase === 'offline') return 'noInternet';
  const isDone = phase === 'live' && found.waits === 0 && found.trouble === null;
  return isDone ? 'synced' : 'notSynced';
};
