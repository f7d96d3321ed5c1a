/** Opens one of the three browsers. */
import { openChromium } from './chromium.ts';
import { openFirefox } from './firefox.ts';
import type { Browser, BrowserOptions, EngineName } from './types.ts';
import { openWebkit } from './webkit.ts';

const all: readonly EngineName[] = ['chromium', 'firefox', 'webkit'];

/** Those that tests run in: all, or those that `SIP_ENGINES` names (where a platform lacks one). */
export const engines: readonly EngineName[] = all.filter((engine) =>
  (process.env.SIP_ENGINES ?? all.join(',')).split(',').includes(engine),
);

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
