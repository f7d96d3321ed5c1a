import { useSyncExternalStore } from 'preact/compat';
import { useEffect, useState } from 'preact/hooks';
import { type OpenCase, openCase } from '../cases/openCase.ts';
import type { Workspace } from '../meeting/workspace.ts';
import { caseDeps } from './caseDeps.ts';
import type { AppSession } from './session/sessionTypes.ts';

export type OpeningCase =
  | { readonly kind: 'opening' }
  | {
      readonly kind: 'open';
      readonly opened: OpenCase;
      /** The same case, opened anew after something was removed from it. */
      readonly reopened: (opened: OpenCase) => void;
      /** It was written anew elsewhere, and something that was being written here lies before a person now. */
      readonly isLaidApart: boolean;
    }
  | { readonly kind: 'failed'; readonly why: string };

/** Opens a case for this window and keeps it open; the one before is written and closed. */
export const useOpenCase = (session: AppSession, caseId: string): OpeningCase => {
  const [state, setState] = useState<OpeningCase>({ kind: 'opening' });
  useEffect(() => {
    let gone = false;
    const show = (opened: OpenCase, isLaidApart = false): void =>
      setState({ kind: 'open', opened, reopened: show, isLaidApart });
    const stopHearing = session.onRenewed(({ old, opened, isLaidApart }) => {
      if (gone || old.caseId !== caseId) return;
      if (opened === null) setState({ kind: 'failed', why: 'missing' });
      else show(opened, isLaidApart);
    });
    const open = async (): Promise<void> => {
      const there = await session.openedForGood();
      if (gone) return;
      if (there?.caseId === caseId) {
        show(there);
        return;
      }
      const { vault } = session.get();
      if (vault === null) return;
      if (!(await session.keepOpen(null))) {
        setState({ kind: 'failed', why: 'notSaved' });
        return;
      }
      const result = await openCase(caseDeps(session), vault, caseId);
      if (gone) {
        if (result.ok) await result.value.close();
        return;
      }
      if (!result.ok) {
        setState({ kind: 'failed', why: result.error.kind });
        return;
      }
      if (await session.keepOpen(result.value)) show(result.value);
      else setState({ kind: 'failed', why: 'notSaved' });
    };
    void open();
    return () => {
      gone = true;
      stopHearing();
    };
  }, [session, caseId]);
  return state;
};

/** What views see of an open case; drawn again after every change. */
export const useWorkspaceOf = (opened: OpenCase): Workspace =>
  useSyncExternalStore(opened.subscribe, opened.workspace);
