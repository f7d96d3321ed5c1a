/** Invitations on PostgreSQL. */
import type { InviteBook } from '../../access/inviteBook.ts';
import type { Invite, Usage } from '../store.ts';
import { createPool, withClient } from './connect.ts';
import { migrate } from './schema.ts';
import { asBuffer } from './statements.ts';

export interface InviteRow {
  readonly key: Uint8Array;
  readonly label: string;
  readonly channels: number;
  readonly bytes: number;
  readonly made_on: number;
  readonly is_revoked: boolean;
}

export const rowToInvite = ({ made_on, is_revoked, ...rest }: InviteRow): Invite => ({
  ...rest,
  madeOn: made_on,
  isRevoked: is_revoked,
});

export const inviteColumns = 'key, label, channels, bytes, made_on, is_revoked';

/** In the order of making. */
export const allInvites = `SELECT ${inviteColumns} FROM invites ORDER BY n`;

export const addInvite = `INSERT INTO invites (${inviteColumns}) VALUES ($1, $2, $3, $4, $5, $6)`;

export const inviteToRow = ({
  key,
  label,
  channels,
  bytes,
  madeOn,
  isRevoked,
}: Invite): readonly unknown[] => [asBuffer(key), label, channels, bytes, madeOn, isRevoked];

export const createPostgresInvites = async (url: string): Promise<InviteBook> => {
  const pool = createPool(url, 2);
  await withClient(pool, migrate).catch(async (error: unknown) => {
    await pool.end();
    throw error;
  });
  return {
    add: async (invite) => {
      await pool.query(addInvite, [...inviteToRow(invite)]);
    },
    find: async (key) => {
      const { rows } = await pool.query<InviteRow>({
        name: 'invite',
        text: `SELECT ${inviteColumns} FROM invites WHERE key = $1`,
        values: [asBuffer(key)],
      });
      return rows[0] === undefined ? null : rowToInvite(rows[0]);
    },
    list: async () => {
      const { rows } = await pool.query<InviteRow>(allInvites);
      return rows.map(rowToInvite);
    },
    revoke: async (label) => {
      const { rowCount } = await pool.query(
        'UPDATE invites SET is_revoked = true WHERE label = $1 AND NOT is_revoked',
        [label],
      );
      return rowCount ?? 0;
    },
    usage: async (key) => {
      const { rows } = await pool.query<Usage>(
        'SELECT count(*) AS channels, coalesce(sum(bytes), 0) AS bytes FROM channels WHERE opener = $1 AND use IS NOT NULL',
        [asBuffer(key)],
      );
      return rows[0] ?? { channels: 0, bytes: 0 };
    },
    close: () => pool.end(),
  };
};
