import { useSyncExternalStore } from 'preact/compat';
import type { SaveState } from '../workspace.ts';
import { useWorkspace } from './WorkspaceContext.ts';

/** The save state of this very moment. For what says it in words and draws nothing else. */
export const useSaveState = (): SaveState['kind'] => {
  const { watchSave, saveNow } = useWorkspace();
  return useSyncExternalStore(watchSave, saveNow);
};
