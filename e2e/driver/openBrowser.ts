/** Opens one of the three browsers. */
import { openChromium } from './chromium.ts';
import { openFirefox } from './firefox.ts';
import type { Browser, BrowserOptions, EngineName } from './types.ts';
import { openWebkit } from './webkit.ts';

export const engines: readonly EngineName[] = ['chromium', 'firefox', 'webkit'];

/** Throws when the browser is not on this machine. */
export const openBrowser = (engine: EngineName, options: BrowserOptions = {}): Promise<Browser> => {
  switch (engine) {
    case 'chromium':
      return openChromium(options);
    case 'firefox':
      return openFirefox(options);
    case 'webkit':
      return openWebkit(options);
  }
};
