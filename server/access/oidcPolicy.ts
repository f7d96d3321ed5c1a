/** Who opens a channel must have signed in with the organisation's own provider. */
import { err, ok } from '../../src/shared/result.ts';
import type { OpenerLimits, OpenPolicy } from '../sync/openPolicy.ts';
import { readSession } from './session.ts';

const maxCredential = 200;

export const createOidcPolicy = (
  secret: Uint8Array,
  limits: OpenerLimits,
  now: () => number,
): OpenPolicy => ({
  kind: 'oidc',
  opener: async ({ credential }) => {
    const text =
      credential.length > maxCredential ? '' : Buffer.from(credential).toString('latin1');
    const session = readSession(secret, text, now());
    return session === null ? err('mayNotOpen') : ok(session.opener);
  },
  limitsOf: async () => limits,
});
