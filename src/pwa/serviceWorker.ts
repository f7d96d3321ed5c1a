/**
 * Registers the service worker, and carries out what `updateMachine` decides.
 *
 * A new version waits until a person takes it: the page never loads anew by itself. Every window holds a shared
 * lock, so that each can count the others without a word being sent between them.
 */
import { Workbox } from 'workbox-window';
import { type ActorRefFrom, createActor } from 'xstate';
import { type UpdateEvent, updateMachine } from './updateMachine.ts';

const windowLock = 'sip-window';

/** How often the other windows are counted, in milliseconds. */
const countEvery = 15_000;

/** How long a new version may take to come into force, in milliseconds. */
const patience = 10_000;

export interface ServiceWorkerControl {
  /** Views follow it by `useSelector` and its tags: `offered`, `taking`. */
  readonly actor: ActorRefFrom<typeof updateMachine>;
  /** Takes the new version; does nothing when none is offered. Write what is open first. */
  readonly takeUpdate: () => void;
  /** Tells that a meeting began or ended in this window. */
  readonly setInMeeting: (inMeeting: boolean) => void;
}

const countOtherWindows = async (): Promise<number> => {
  const { held } = await navigator.locks.query();
  const holders = (held ?? []).filter((lock) => lock.name === windowLock);
  return Math.max(0, holders.length - 1);
};

/** Held as long as the window lives; the promise never settles. */
const holdWindowLock = (): void => {
  void navigator.locks.request(windowLock, { mode: 'shared' }, () => new Promise(() => undefined));
};

/** Where there are no service workers (or no secure origin) everything works but starting without network. */
export const registerServiceWorker = (url = '/sw.js'): ServiceWorkerControl => {
  const actor = createActor(updateMachine).start();
  const send = (event: UpdateEvent): void => actor.send(event);
  const hasWorker = 'serviceWorker' in navigator;
  const hasLocks = 'locks' in navigator;
  const workbox = hasWorker ? new Workbox(url) : null;

  const count = async (): Promise<void> => {
    if (hasLocks) send({ type: 'windows.counted', others: await countOtherWindows() });
  };

  if (hasLocks) holdWindowLock();
  if (workbox !== null) {
    workbox.addEventListener('waiting', () => {
      void count().then(() => send({ type: 'update.found' }));
    });
    void workbox.register().catch(() => undefined);
    // What a browser has cleared is fetched again while there is network: without it nobody would notice in time.
    const mend = (): void => {
      void import('./keptFiles.ts')
        .then(({ browserKeptFilesDeps, mendKept }) => mendKept(browserKeptFilesDeps()))
        .catch(() => undefined);
    };
    void navigator.serviceWorker.ready.then(mend);
    const whenSeen = (): void => {
      if (document.visibilityState !== 'visible') return;
      void count();
      // Offline this fails, and the version that we have goes on.
      void workbox.update().catch(() => undefined);
    };
    document.addEventListener('visibilitychange', whenSeen);
    setInterval(() => void count(), countEvery);
  }

  return {
    actor,
    takeUpdate: () => {
      if (workbox === null) return;
      void count().then(() => {
        send({ type: 'update.chosen' });
        if (!actor.getSnapshot().hasTag('taking')) return;
        const late = setTimeout(() => send({ type: 'update.failed' }), patience);
        workbox.addEventListener('controlling', () => {
          clearTimeout(late);
          location.reload();
        });
        workbox.messageSkipWaiting();
      });
    },
    setInMeeting: (inMeeting) => send({ type: inMeeting ? 'meeting.began' : 'meeting.ended' }),
  };
};
