/** What is done with invitations on the command line. Each gives what is to be printed. */
import { randomBytes } from 'node:crypto';
import { dayOf } from '../store/store.ts';
import type { InviteBook } from './inviteBook.ts';
import { createInviteCode, inviteKey } from './inviteCode.ts';

export type InviteCommand =
  | {
      readonly is: 'add';
      readonly label: string;
      readonly channels: number;
      readonly megabytes: number;
    }
  | { readonly is: 'list' }
  | { readonly is: 'revoke'; readonly label: string };

export interface InviteDeps {
  readonly book: InviteBook;
  readonly now: () => number;
}

const megabyte = 1_000_000;

const dayToText = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

const add = async (
  { book, now }: InviteDeps,
  { label, channels, megabytes }: InviteCommand & { readonly is: 'add' },
): Promise<readonly string[]> => {
  const code = createInviteCode((length) => new Uint8Array(randomBytes(length)));
  const key = inviteKey(code);
  if (key === null) throw new Error('The code could not be made.');
  const bytes = megabytes * megabyte;
  await book.add({ key, label, channels, bytes, madeOn: dayOf(now()), isRevoked: false });
  return [
    `Code for ${label}: ${code}`,
    `It opens ${channels} channels with ${megabytes} MB. It is not kept here, and is not shown again.`,
  ];
};

const list = async ({ book }: InviteDeps): Promise<readonly string[]> => {
  const invites = await book.list();
  if (invites.length === 0) return ['There are no invitations.'];
  const lines: string[] = [];
  for (const { key, label, channels, bytes, madeOn, isRevoked } of invites) {
    const used = await book.usage(key);
    const held = `${used.channels} of ${channels} channels, ${Math.ceil(used.bytes / megabyte)} of ${bytes / megabyte} MB`;
    lines.push(`${label}: made ${dayToText(madeOn)}, ${held}${isRevoked ? ', revoked' : ''}`);
  }
  return lines;
};

const revoke = async ({ book }: InviteDeps, label: string): Promise<readonly string[]> => {
  const count = await book.revoke(label);
  return count === 0
    ? [`There is no invitation of the name ${label} that is not revoked.`]
    : [`Revoked: ${label} (${count}). It opens no new channels; those that are there go on.`];
};

export const runInviteCommand = (
  deps: InviteDeps,
  command: InviteCommand,
): Promise<readonly string[]> => {
  switch (command.is) {
    case 'add':
      return add(deps, command);
    case 'list':
      return list(deps);
    case 'revoke':
      return revoke(deps, command.label);
  }
};
