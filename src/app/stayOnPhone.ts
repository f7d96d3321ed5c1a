/** The program on the phone of somebody who keeps a plan there: once they have chosen to, and not before. */
import { askToKeep } from '../pwa/readiness.ts';
import { registerServiceWorker } from '../pwa/serviceWorker.ts';

/** Without internet the page opens from then on; the browser is asked not to clear what is kept. */
export const stayOnPhone = (): void => {
  registerServiceWorker();
  void askToKeep();
};
