import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** Windows of their own that show the shared view (field.md 1b). */
export interface ScreenWindows {
  readonly count: number;
  /** Opens one; false where the browser would not. Null where there is only one window. */
  readonly open: (() => boolean) | null;
}

export const ScreenWindowsContext = createContext<ScreenWindows>({ count: 0, open: null });

export const useScreenWindows = (): ScreenWindows => useContext(ScreenWindowsContext);
