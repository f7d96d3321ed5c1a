import { createContext } from 'preact';
import { type AppearanceStore, emptyAppearance } from './appearance.ts';

/** How the program looks on this device, for views deep inside that change it. */
export const AppearanceContext = createContext<AppearanceStore>({
  get: () => emptyAppearance,
  set: () => undefined,
  subscribe: () => () => undefined,
});
