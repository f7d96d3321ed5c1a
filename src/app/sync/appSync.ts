/**
 * Syncing of this window: begins when a vault is unlocked and ends when it is locked. What it needs is loaded then, so that
 * the first screen does without; and no server is asked anything before there is something to sync.
 */
import { offState } from '../../cases/sync/syncState.ts';
import type { VaultSession } from '../../vault/vaultSession.ts';
import type { AppSession } from '../session/sessionTypes.ts';
import type { SyncParts } from './syncParts.ts';
import type { AppSync, AppSyncState } from './syncTypes.ts';

const nothing: AppSyncState = {
  sync: offState,
  deviceName: '',
  server: null,
  invited: new Set(),
};

export const createAppSync = (
  session: AppSession,
  load: () => Promise<typeof import('./syncParts.ts')> = () => import('./syncParts.ts'),
): AppSync => {
  const listeners = new Set<() => void>();
  let state = nothing;
  let vault: VaultSession | null = null;
  let begun: Promise<SyncParts | null> = Promise.resolve(null);
  let stop: (() => void) | null = null;

  const set = (change: Partial<AppSyncState>): void => {
    state = { ...state, ...change };
    for (const listener of [...listeners]) listener();
  };

  const begin = async (opened: VaultSession): Promise<SyncParts | null> => {
    const parts = await load().catch(() => null);
    const made = parts === null ? null : await parts.beginSync(session, opened, set);
    if (made === null || vault !== opened) {
      made?.stop();
      return null;
    }
    stop = made.stop;
    return made;
  };

  const follow = (): void => {
    const now = session.get().vault;
    if (now === vault) return;
    vault = now;
    stop?.();
    stop = null;
    set(nothing);
    begun = now === null ? Promise.resolve(null) : begin(now);
  };
  session.subscribe(follow);
  follow();

  /** Parts that did not come before are asked for again. */
  const theParts = async (): Promise<SyncParts | null> => {
    const found = await begun;
    if (found !== null || vault === null) return found;
    begun = begin(vault);
    return begun;
  };

  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    retry: () => void theParts().then((parts) => parts?.retry()),
    askServer: async () => {
      const { fetchSyncInfo } = await import('../../sync/fetchSyncInfo.ts');
      set({ server: await fetchSyncInfo() });
    },
    renameDevice: async (name) => (await theParts())?.renameDevice(name) ?? false,
    keepCredential: async (text) => (await theParts())?.keepCredential(text) ?? false,
    giveDevice: async () => (await theParts())?.giveDevice() ?? null,
    giveCase: async (opened) => (await theParts())?.giveCase(opened) ?? null,
    join: async (typed) => (await theParts())?.join(typed) ?? null,
    fetched: async () => (await theParts())?.fetched() ?? null,
    removeDevice: async (member) => (await theParts())?.removeDevice(member) ?? false,
  };
};
