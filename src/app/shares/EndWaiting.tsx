/** On the first page: ends what had to wait for internet when its case was left or locked. No name stands here. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { openCase } from '../../cases/openCase.ts';
import { dateOfInstant } from '../../i18n/localDate.ts';
import { useT } from '../../i18n/useT.ts';
import { caseDeps } from '../caseDeps.ts';
import { useSession } from '../SessionContext.ts';
import type { AppSession } from '../session/sessionTypes.ts';
import { AboveNotice } from '../shell/AboveNotice.tsx';
import { atOnce, nextEnd, noteWaitingEnd, readWaitingEnds } from './waitingEnds.ts';

export function EndWaiting(): JSX.Element | null {
  const t = useT();
  const session = useSession();
  const [waits, setWaits] = useState(false);
  useEffect(() => {
    const stops: (() => void)[] = [];
    let gone = false;
    const begin = async (): Promise<void> => {
      const { vault } = session.get();
      if (vault === null) return;
      const today = dateOfInstant(session.deps.clock.now());
      const due = (await readWaitingEnds(vault)).filter(({ until }) => until < today);
      for (const { caseId } of due) {
        const stop = gone ? null : await endIn(session, caseId, setWaits);
        if (stop !== null) stops.push(stop);
      }
      if (gone) for (const stop of stops) stop();
    };
    void begin();
    return () => {
      gone = true;
      for (const stop of stops) stop();
    };
  }, [session]);
  return waits ? <AboveNotice>{t('share:waiting.home')}</AboveNotice> : null;
}

/** Works at it until it is stopped; null where the case cannot be opened. */
const endIn = async (
  session: AppSession,
  caseId: string,
  onWaits: (waits: boolean) => void,
): Promise<(() => void) | null> => {
  const { vault } = session.get();
  if (vault === null) return null;
  const opened = await openCase(caseDeps(session), vault, caseId, { log: false });
  if (!opened.ok) {
    if (opened.error.kind === 'missing') await noteWaitingEnd(vault, caseId, null);
    return null;
  }
  const { createCaseShares } = await import('./createCaseShares.ts');
  const shares = createCaseShares(session, opened.value);
  const look = (): void => {
    onWaits(nextEnd(opened.value.workspace().state) === atOnce);
  };
  const unlisten = opened.value.subscribe(look);
  look();
  return () => {
    unlisten();
    shares.stop();
    void opened.value.close();
  };
};
