/** Without WebCrypto (an insecure address, a very old browser) nothing here can work, and it says so. */
import { err, ok, type Result } from '../shared/result.ts';
import type { MissingCrypto } from './errors.ts';

export const needCrypto = (): Result<null, MissingCrypto> =>
  typeof crypto === 'object' && typeof crypto.subtle === 'object'
    ? ok(null)
    : err({ kind: 'missingCrypto', what: 'subtle' });
