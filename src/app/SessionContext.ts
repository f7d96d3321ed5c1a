import { createContext } from 'preact';
import { useSyncExternalStore } from 'preact/compat';
import { useContext } from 'preact/hooks';
import type { AppSession, SessionState } from './session/sessionTypes.ts';

export const SessionContext = createContext<AppSession | null>(null);

/** The session of this window. Outside `App` it throws: that is a bug. */
export const useSession = (): AppSession => {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession outside the program');
  return session;
};

/** The session's state; the view is drawn again when it changes. */
export const useSessionState = (): SessionState => {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.get);
};
