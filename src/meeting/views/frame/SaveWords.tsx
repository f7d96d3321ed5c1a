/** The save state, and when it is not saved, why and what to do. */
import type { JSX } from 'preact';
import { SaveStatus } from '../../../ui/SaveStatus/SaveStatus.tsx';
import { useLeader } from '../Leader.ts';

export function SaveWords(): JSX.Element {
  const { t, workspace } = useLeader();
  const { save } = workspace;
  return (
    <SaveStatus
      state={save.kind}
      what={save.kind === 'notSaved' ? t(`errors:save.${save.reason}`) : undefined}
    />
  );
}
