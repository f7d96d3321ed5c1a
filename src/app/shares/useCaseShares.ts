import { useEffect, useState } from 'preact/hooks';
import type { OpenCase } from '../../cases/openCase.ts';
import type { AppSession } from '../session/sessionTypes.ts';
import type { KeptShares } from './createCaseShares.ts';

/** Keeps what is shared from an open case, once anything has been or is to be; until then no network is asked. */
export const useCaseShares = (
  session: AppSession,
  opened: OpenCase,
  isWanted: boolean,
): KeptShares | null => {
  const [kept, setKept] = useState<KeptShares | null>(null);
  useEffect(() => {
    if (!isWanted) return undefined;
    let gone = false;
    let made: KeptShares | null = null;
    void import('./createCaseShares.ts')
      .then(async ({ createCaseShares }) => {
        if (gone) return;
        made = await createCaseShares(session, opened);
        if (gone) made?.stop();
        else setKept(made);
      })
      .catch(() => undefined);
    return () => {
      gone = true;
      made?.stop();
      setKept(null);
    };
  }, [session, opened, isWanted]);
  return kept;
};
