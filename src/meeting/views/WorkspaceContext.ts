import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Workspace } from '../workspace.ts';

/** The open case, handed down to its views. `app` provides it; a view under it can rely on it. */
export const WorkspaceContext = createContext<Workspace | null>(null);

/** The open case. Outside one it throws: that is a bug in the routes. */
export const useWorkspace = (): Workspace => {
  const workspace = useContext(WorkspaceContext);
  if (workspace === null) throw new Error('useWorkspace outside an open case');
  return workspace;
};
