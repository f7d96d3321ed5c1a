/** `/sip/:id/historik` */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useWorkspace } from '../meeting/views/WorkspaceContext.ts';
import { useSession, useSessionState } from './SessionContext.ts';
import { readVaultLog, type VaultLogLine } from './session/vaultLog.ts';
import { HistoryView } from './views/history/HistoryView.tsx';

export function HistoryRoute(): JSX.Element {
  const { deps, author } = useSession();
  const { organisation, vault } = useSessionState();
  const { practice } = useWorkspace();
  const [vaultLog, setVaultLog] = useState<readonly VaultLogLine[]>([]);
  useEffect(() => {
    // What happens in practice has happened to nobody.
    if (vault !== null && !practice) void readVaultLog(vault).then(setVaultLog);
  }, [vault, practice]);
  return (
    <HistoryView
      clock={deps.clock}
      by={author().name}
      organisation={practice ? '' : organisation.name}
      vaultLog={vaultLog}
    />
  );
}
