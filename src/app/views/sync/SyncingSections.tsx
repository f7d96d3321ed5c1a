/** **Lägg till en platta eller dator** and **Synkning** in **Inställningar**, joined to this window's session. */
import type { JSX } from 'preact';
import { useSyncExternalStore } from 'preact/compat';
import { useCallback, useContext, useEffect, useState } from 'preact/hooks';
import { listCases } from '../../../cases/listCases.ts';
import { textToBytes } from '../../../shared/bytes.ts';
import { fetchSignIn, type SignIn } from '../../../sync/fetchSignIn.ts';
import { fetchSyncInfo } from '../../../sync/fetchSyncInfo.ts';
import { caseDeps } from '../../caseDeps.ts';
import { useSession } from '../../SessionContext.ts';
import { EndWatchContext } from '../../shares/EndWatchContext.ts';
import { useServer, useSyncState } from '../../useSync.ts';
import { DevicesSection } from './DevicesSection.tsx';
import { hasServer } from './hasServer.ts';
import { SyncSection } from './SyncSection.tsx';

const never = () => () => undefined;
const deeds = () => import('../../sync/pairDeeds.ts').catch(() => null);

export interface SyncingSectionsProps {
  /** Saves what is written on this page, before it is left to sign in. */
  readonly beforeLeaving: () => Promise<void>;
}

export function SyncingSections({ beforeLeaving }: SyncingSectionsProps): JSX.Element {
  const session = useSession();
  const { sync } = session;
  const state = useSyncState();
  const server = useServer();
  const watch = useContext(EndWatchContext);
  useEffect(() => watch?.lookNow(), [watch]);
  const endWaits = useSyncExternalStore(watch?.subscribe ?? never, () => watch?.waits() === true);
  const nameCases = useCallback(async (): Promise<ReadonlyMap<string, string>> => {
    const { vault } = session.get();
    const listed = vault === null ? null : await listCases(caseDeps(session), vault);
    if (listed?.ok !== true) return new Map();
    return new Map(listed.value.map(({ caseId, card }) => [caseId, card?.name ?? '']));
  }, [session]);
  const isOidc = server?.kind === 'server' && server.info.open === 'oidc';
  const [signIn, setSignIn] = useState<SignIn | null>(null);
  // Told once: not again when the page is loaded anew, nor when somebody comes back to it.
  const [cameBack] = useState(() => new URLSearchParams(location.search).get('signedIn'));
  useEffect(() => {
    if (cameBack !== null) history.replaceState(history.state, '', location.pathname);
  }, [cameBack]);
  useEffect(() => {
    if (!isOidc) return;
    void fetchSignIn().then(async (found) => {
      if (found === null) return;
      await sync.setCredential(textToBytes(found.token));
      setSignIn(found);
    });
  }, [isOidc, sync]);
  return (
    <>
      <DevicesSection
        deviceName={sync.deviceName()}
        devices={state.devices}
        hasServer={hasServer(server, state)}
        give={async () => (await deeds())?.giveDevice(session) ?? null}
        rename={sync.setDeviceName}
        remove={async (member) => (await deeds())?.removeDeviceHere(session, member) ?? false}
      />
      <SyncSection
        sync={state}
        server={server}
        retry={sync.retry}
        keepCredential={(text) => sync.setCredential(textToBytes(text))}
        signedInUntil={signIn?.until ?? null}
        cameBack={cameBack}
        beforeLeaving={async () => {
          const [now] = await Promise.all([fetchSyncInfo(), beforeLeaving()]);
          return now.kind === 'server';
        }}
        nameCases={nameCases}
        endWaits={endWaits}
      />
    </>
  );
}
