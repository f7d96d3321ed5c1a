import { useSyncExternalStore } from 'preact/compat';
import { useEffect, useState } from 'preact/hooks';
import type { SyncState } from '../cases/sync/syncState.ts';
import type { SyncInfoAnswer } from '../sync/fetchSyncInfo.ts';
import { useSession } from './SessionContext.ts';

/** How syncing goes; the view is drawn again when it changes. */
export const useSyncState = (): SyncState => {
  const { sync } = useSession();
  return useSyncExternalStore(sync.subscribe, sync.get);
};

/** What the server says of itself; null until it has answered. Nothing is sent but the question. */
export const useServer = (): SyncInfoAnswer | null => {
  const [server, setServer] = useState<SyncInfoAnswer | null>(null);
  useEffect(() => {
    let gone = false;
    void import('../sync/fetchSyncInfo.ts')
      .then(({ fetchSyncInfo }) => fetchSyncInfo())
      .catch((): SyncInfoAnswer => ({ kind: 'unknown' }))
      .then((answer) => {
        if (!gone) setServer(answer);
      });
    return () => {
      gone = true;
    };
  }, []);
  return server;
};
