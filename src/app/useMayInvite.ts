import { useEffect, useState } from 'preact/hooks';
import { useSessionState } from './SessionContext.ts';
import { readInvited } from './session/invited.ts';
import { useServer, useSyncState } from './useSync.ts';
import { hasServer } from './views/sync/hasServer.ts';

/** Whether this person was invited to write in the case of a colleague; null until it is known. */
export const useIsInvited = (caseId: string): boolean | null => {
  const { vault } = useSessionState();
  const [isInvited, setInvited] = useState<boolean | null>(null);
  useEffect(() => {
    if (vault !== null) void readInvited(vault).then((ids) => setInvited(ids.has(caseId)));
  }, [vault, caseId]);
  return isInvited;
};

/** **Bjud in en kollega att skriva**: one's own case, and a server to meet at. */
export const useMayInvite = (caseId: string): boolean => {
  const server = useServer();
  const state = useSyncState();
  return useIsInvited(caseId) === false && hasServer(server, state) === true;
};
