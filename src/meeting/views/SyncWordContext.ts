import { createContext } from 'preact';

/** How the open case is synced, beside its save state: **Inget internet**, **Inte synkat än**, **Synkat**. */
export type SyncWord = 'noInternet' | 'notSynced' | 'synced';

/** Null where nothing is synced. `app` provides it. */
export const SyncWordContext = createContext<SyncWord | null>(null);
