/** Invitations in the file of the embedded store. */
import type { InviteBook } from '../../access/inviteBook.ts';
import type { Invite } from '../store.ts';
import { openBeside } from './database.ts';
import { openerMark } from './places.ts';
import { bytesOf, numberOf } from './slots.ts';

export const rowToInvite = (row: Record<string, unknown>): Invite => ({
  key: bytesOf(row, 'key'),
  label: String(row['label']),
  channels: numberOf(row, 'channels'),
  bytes: numberOf(row, 'bytes'),
  madeOn: numberOf(row, 'made_on'),
  isRevoked: numberOf(row, 'is_revoked') === 1,
});

export const inviteColumns = 'key, label, channels, bytes, made_on, is_revoked';

/** In the order of making. */
export const allInvites = `SELECT ${inviteColumns} FROM invites ORDER BY n`;

/** A connection of its own: the server may have the data folder, and neither waits long for the other. */
export const createSqliteInvites = async (folder: string): Promise<InviteBook> => {
  const db = openBeside(folder);
  const one = db.prepare(`SELECT ${inviteColumns} FROM invites WHERE key = ?`);
  const all = db.prepare(allInvites);
  const insert = db.prepare(`INSERT INTO invites (${inviteColumns}) VALUES (?, ?, ?, ?, ?, ?)`);
  const mark = db.prepare('UPDATE invites SET is_revoked = 1 WHERE label = ? AND is_revoked = 0');
  const used = db.prepare(
    'SELECT count(*) AS channels, sum(bytes) AS bytes FROM states WHERE opener_mark = ? AND use > 0',
  );
  return {
    add: async ({ key, label, channels, bytes, madeOn, isRevoked }) => {
      insert.run(key, label, channels, bytes, madeOn, isRevoked ? 1 : 0);
    },
    find: async (key) => {
      const row = one.get(key);
      return row === undefined ? null : rowToInvite(row);
    },
    list: async () => all.all().map(rowToInvite),
    revoke: async (label) => Number(mark.run(label).changes),
    usage: async (key) => {
      const row = used.get(openerMark(key));
      return { channels: numberOf(row, 'channels'), bytes: numberOf(row, 'bytes') };
    },
    close: async () => db.close(),
  };
};
