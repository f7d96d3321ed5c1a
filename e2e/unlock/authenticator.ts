/** The face, finger or screen code of a tablet, as Chromium's own virtual authenticator plays it. */
import type { CDPSession } from 'playwright-core';
import type { ChromiumBrowser } from '../driver/chromium.ts';

export interface Authenticator {
  /** How many passkeys lie on the device. */
  readonly count: () => Promise<number>;
  /** From now on the person turns away, or shows the wrong face. */
  readonly turnAway: () => Promise<void>;
  /** Another tablet, or none. */
  readonly unplug: () => Promise<void>;
}

export const plugIn = async (browser: ChromiumBrowser, hasPrf = true): Promise<Authenticator> => {
  const cdp: CDPSession = await browser.cdp();
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    count: async () =>
      (await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length,
    turnAway: async () => {
      await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    },
    unplug: async () => {
      await cdp.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
    },
  };
};
