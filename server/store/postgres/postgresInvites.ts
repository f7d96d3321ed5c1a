/** Invitations on PostgreSQL. */
import type { Invite, InviteBook } from '../../access/inviteBook.ts';
import type { Usage } from '../store.ts';
import { createPool, withClient } from './connect.ts';
import { migrate } from './schema.ts';
import { asBuffer } from './statements.ts';

interface Row {
  readonly key: Uint8Array;
  readonly label: string;
  readonly channels: number;
  readonly bytes: number;
  readonly made_on: number;
  readonly is_revoked: boolean;
}

const rowToInvite = ({ made_on, is_revoked, ...rest }: Row): Invite => ({
  ...rest,
  madeOn: made_on,
  isRevoked: is_revoked,
});

const columns = 'key, label, channels, bytes, made_on, is_revoked';

export const createPostgresInvites = async (url: string): Promise<InviteBook> => {
  const pool = createPool(url, 2);
  await withClient(pool, migrate).catch(async (error: unknown) => {
    await pool.end();
    throw error;
  });
  return {
    add: async ({ key, label, channels, bytes, madeOn, isRevoked }) => {
      await pool.query(`INSERT INTO invites (${columns}) VALUES ($1, $2, $3, $4, $5, $6)`, [
        asBuffer(key),
        label,
        channels,
        bytes,
        madeOn,
        isRevoked,
      ]);
    },
    find: async (key) => {
      const { rows } = await pool.query<Row>({
        name: 'invite',
        text: `SELECT ${columns} FROM invites WHERE key = $1`,
        values: [asBuffer(key)],
      });
      return rows[0] === undefined ? null : rowToInvite(rows[0]);
    },
    list: async () => {
      const { rows } = await pool.query<Row>(`SELECT ${columns} FROM invites ORDER BY n`);
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
