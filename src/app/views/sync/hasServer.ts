import type { SyncState } from '../../../cases/sync/syncState.ts';
import type { SyncInfoAnswer } from '../../../sync/fetchSyncInfo.ts';

/** Null while nobody knows. What is synced already has a server, also while it cannot be asked. */
export const hasServer = (
  server: SyncInfoAnswer | null,
  { phase }: Pick<SyncState, 'phase'>,
): boolean | null => {
  if (phase !== 'off' || server?.kind === 'server') return true;
  return server?.kind === 'none' ? false : null;
};
