import { createContext } from 'preact';
import type { SeenScreen } from './seenScreen.ts';

/** Who sees this window's screen. Null where nobody remembers it, as when a view is tried alone. */
export const SeenScreenContext = createContext<SeenScreen | null>(null);
