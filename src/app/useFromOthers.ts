import { useEffect, useRef, useState } from 'preact/hooks';
import { type ListedCase, listCases } from '../cases/listCases.ts';
import { caseDeps } from './caseDeps.ts';
import { useSession } from './SessionContext.ts';
import { readInvited } from './session/invited.ts';
import type { FromOthers } from './views/home/HomeView.tsx';

/** Soon enough to be seen; seldom enough while a whole device is being fetched. */
const lookAfterMs = 500;

/** What is on its way from other devices and colleagues; what has come is told, without anybody asking. */
export const useFromOthers = (onCases: (cases: readonly ListedCase[]) => void): FromOthers => {
  const session = useSession();
  const [found, setFound] = useState<FromOthers>({ coming: 0, invited: new Set() });
  const tell = useRef(onCases);
  tell.current = onCases;
  useEffect(() => {
    let gone = false;
    let stopTimer: (() => void) | null = null;
    const look = async (): Promise<void> => {
      stopTimer = null;
      const { vault } = session.get();
      if (vault === null) return;
      const [cases, roots, invited] = await Promise.all([
        listCases(caseDeps(session), vault),
        vault.listRoots(),
        readInvited(vault),
      ]);
      if (gone) return;
      if (roots.ok) {
        const coming = roots.value.filter(({ isRing, isComing }) => isComing && !isRing).length;
        setFound({ coming, invited });
      }
      if (cases.ok) tell.current(cases.value);
    };
    const soon = (): void => {
      stopTimer ??= session.deps.timers.after(lookAfterMs, () => void look());
    };
    soon();
    const stops = [session.sync.subscribe(soon), session.deps.storage.journal.onGrown(soon)];
    return () => {
      gone = true;
      stopTimer?.();
      for (const stop of stops) stop();
    };
  }, [session]);
  return found;
};
