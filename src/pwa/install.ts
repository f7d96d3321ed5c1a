/** Putting the program on the home screen: by the browser's own question where it has one, else by words. */

/** How it is done here. `menu`: Safari's share menu or another browser's menu, which no page can open. */
export type InstallWay = 'installed' | 'question' | 'menu';

interface InstallQuestion extends Event {
  readonly prompt: () => Promise<unknown>;
}

export interface Install {
  readonly way: () => InstallWay;
  /** Shows the browser's question; does nothing where it has none. */
  readonly ask: () => Promise<void>;
  readonly subscribe: (listener: () => void) => () => void;
}

const isQuestion = (event: Event): event is InstallQuestion =>
  'prompt' in event && typeof event.prompt === 'function';

/** Made before the first view: the browser tells only once. */
export const createInstall = (target: Pick<Window, 'addEventListener' | 'matchMedia'>): Install => {
  let question: InstallQuestion | null = null;
  let isInstalled = target.matchMedia('(display-mode: standalone)').matches;
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  target.addEventListener('beforeinstallprompt', (event) => {
    if (!isQuestion(event)) return;
    event.preventDefault();
    question = event;
    tell();
  });
  target.addEventListener('appinstalled', () => {
    isInstalled = true;
    question = null;
    tell();
  });
  return {
    way: () => {
      if (isInstalled) return 'installed';
      return question === null ? 'menu' : 'question';
    },
    ask: async () => {
      const asked = question;
      question = null;
      await asked?.prompt();
      tell();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
