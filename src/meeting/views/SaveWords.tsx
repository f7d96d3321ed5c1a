/**
 * The save state of the open case, and when it is not saved, why and what to do. Drawn by itself, so that **Sparar…**
 * stands from the touch on and the rest is drawn once.
 */
import type { JSX } from 'preact';
import { useContext } from 'preact/hooks';
import { useT } from '../../i18n/useT.ts';
import { SaveStatus } from '../../ui/SaveStatus/SaveStatus.tsx';
import { SyncWordContext } from './SyncWordContext.ts';
import { useSaveState } from './useSaveState.ts';
import { useWorkspace } from './WorkspaceContext.ts';

export function SaveWords(): JSX.Element {
  const t = useT();
  const { save } = useWorkspace();
  const state = useSaveState();
  const why = save.kind === 'notSaved' ? t(`errors:save.${save.reason}`) : undefined;
  const synced = useContext(SyncWordContext);
  const beside = synced === null ? undefined : t(`sync:words.${synced}`);
  return <SaveStatus state={state} what={why} beside={beside} />;
}
