/** Who opens a channel needs an invitation; each may open so many, with so many bytes in them. */
import { err, ok } from '../../src/shared/result.ts';
import type { OpenerLimits, OpenPolicy } from '../sync/openPolicy.ts';
import type { InviteBook } from './inviteBook.ts';
import { credentialToKey } from './inviteCode.ts';

/** @param others for channels that were opened before invitations were asked for */
export const createInvitePolicy = (
  book: Pick<InviteBook, 'find'>,
  others: OpenerLimits,
): OpenPolicy => ({
  kind: 'invite',
  opener: async ({ credential }) => {
    const key = credentialToKey(credential);
    const invite = key === null ? null : await book.find(key);
    return invite === null || invite.isRevoked ? err('mayNotOpen') : ok(invite.key);
  },
  limitsOf: async (opener) => {
    const { channels, bytes } = (await book.find(opener)) ?? others;
    return { channels, bytes };
  },
});
