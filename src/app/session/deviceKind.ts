/** What a device is called until its owner names it: the word that stands on the box. */
import type { TextKey } from '../../i18n/keys.ts';

export const deviceKind = (userAgent: string, touchPoints: number): TextKey => {
  if (/iPhone/u.test(userAgent)) return 'sync:kind.phone';
  // An iPad says that it is a Mac, but no Mac is touched.
  if (/iPad/u.test(userAgent) || (/Macintosh/u.test(userAgent) && touchPoints > 1)) {
    return 'sync:kind.ipad';
  }
  if (/Android/u.test(userAgent)) {
    return /Mobile/u.test(userAgent) ? 'sync:kind.phone' : 'sync:kind.tablet';
  }
  return 'sync:kind.computer';
};
