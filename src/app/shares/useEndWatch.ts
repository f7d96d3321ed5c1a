import { useEffect, useState } from 'preact/hooks';
import { useSession } from '../SessionContext.ts';
import type { EndWatch } from './endWatch.ts';

/** As long as the vault is unlocked, whatever view stands there. */
export const useEndWatch = (): EndWatch | null => {
  const session = useSession();
  const [watch, setWatch] = useState<EndWatch | null>(null);
  useEffect(() => {
    const { vault } = session.get();
    let gone = false;
    let made: EndWatch | null = null;
    void import('./startEndWatch.ts')
      .then(({ startEndWatch }) => {
        if (gone || vault === null) return;
        made = startEndWatch(session, vault);
        setWatch(made);
      })
      .catch(() => undefined);
    return () => {
      gone = true;
      made?.stop();
    };
  }, [session]);
  return watch;
};
