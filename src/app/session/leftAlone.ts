/**
 * By **Låst** no vault is open, and still something of somebody's can stand on the screen: names in a backup, a new reserve
 * code. Left alone for as long as an open vault would be, it goes.
 */

import { startAutoLocker } from './autoLocker.ts';
import { defaultIdleMinutes } from './details.ts';
import type { AppSession } from './sessionTypes.ts';

/** Gives the way to stop looking. */
export const whenLeftAlone = ({ deps }: Pick<AppSession, 'deps'>, leave: () => void) =>
  startAutoLocker(
    {
      deps,
      openedCase: () => null,
      get: () => ({ phase: 'unlocked', idleMinutes: defaultIdleMinutes }),
      lock: async () => leave(),
    },
    document.documentElement,
  );
