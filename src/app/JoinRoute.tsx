/** `/ga-med`: joins **Gå med** to the vault of this window. */
import type { JSX } from 'preact';
import { useCallback } from 'preact/hooks';
import { useSession } from './SessionContext.ts';
import { useServer, useSyncState } from './useSync.ts';
import { hasServer } from './views/sync/hasServer.ts';
import { JoinView } from './views/sync/JoinView.tsx';

const deeds = () => import('./sync/pairDeeds.ts').catch(() => null);

export function JoinRoute(): JSX.Element {
  const session = useSession();
  const state = useSyncState();
  const server = useServer();
  return (
    <JoinView
      hasServer={hasServer(server, state)}
      join={async (typed) => (await deeds())?.joinWith(session, typed) ?? null}
      fetched={useCallback(async () => (await deeds())?.readFetched(session) ?? null, [session])}
    />
  );
}
