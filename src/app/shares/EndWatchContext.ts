import { createContext } from 'preact';
import type { EndWatch } from './endWatch.ts';

/** Null where nothing is synced, and until its code is here. */
export const EndWatchContext = createContext<EndWatch | null>(null);
