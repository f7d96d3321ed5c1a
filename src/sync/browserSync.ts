/** The port in a browser: dials the server that handed out the program, and wakes with the network, a glance and the day. */
import type { ClockDep, RandomDep } from '../shared/deps.ts';
import type { TimersDep } from '../shared/timers.ts';
import { openWebSocket } from './socket.ts';
import { createSyncClient, type SyncClient, type SyncClientDeps } from './syncClient.ts';

const path = '/sync';

export const createBrowserSync = (deps: ClockDep & RandomDep & TimersDep): SyncClient => {
  const { protocol, host } = window.location;
  const scheme = protocol === 'http:' ? 'ws' : 'wss';
  return createSyncClient({
    ...deps,
    serverName: host,
    openSocket: openWebSocket(`${scheme}://${host}${path}`),
    wakes: browserWakes,
  });
};

const browserWakes: SyncClientDeps['wakes'] = {
  isOnline: () => navigator.onLine,
  subscribe: (listener) => {
    const found = (): void => listener('network.found');
    const lost = (): void => listener('network.lost');
    const looked = (): void => {
      if (document.visibilityState === 'visible') listener('looked');
    };
    window.addEventListener('online', found);
    window.addEventListener('offline', lost);
    window.addEventListener('focus', looked);
    window.addEventListener('pageshow', looked);
    document.addEventListener('visibilitychange', looked);
    return () => {
      window.removeEventListener('online', found);
      window.removeEventListener('offline', lost);
      window.removeEventListener('focus', looked);
      window.removeEventListener('pageshow', looked);
      document.removeEventListener('visibilitychange', looked);
    };
  },
};
