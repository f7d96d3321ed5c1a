import { createContext } from 'preact';
import { useSyncExternalStore } from 'preact/compat';
import { useContext } from 'preact/hooks';
import { offState } from '../cases/sync/syncState.ts';
import type { AppSync, AppSyncState } from './sync/syncTypes.ts';

/** Null in practice and where nothing is synced. */
export const SyncContext = createContext<AppSync | null>(null);

const off: AppSyncState = {
  sync: offState,
  deviceName: '',
  server: null,
  invited: new Set(),
};
const never = (): (() => void) => () => undefined;
const getOff = (): AppSyncState => off;

export const useSync = (): AppSync | null => useContext(SyncContext);

/** The state of syncing; the view is drawn again when it changes. */
export const useSyncState = (): AppSyncState => {
  const sync = useSync();
  return useSyncExternalStore(sync?.subscribe ?? never, sync?.get ?? getOff);
};
