/**
 * Whether rows can be of one backup: what a store has written always is, what somebody has made up may not be. Looked at before
 * a row is taken in, so that nothing is taken of a file that is not sound.
 */
import { hash } from 'node:crypto';
import { keyOf } from './keyOf.ts';
import type { BackupRow, Channel } from './store.ts';

/** No log is ever so long; above it a cursor could come to where numbers are not whole any more. */
const mostRecords = 2 ** 48;

const isHashOf = (id: Uint8Array, bytes: Uint8Array): boolean =>
  Buffer.compare(hash('sha256', bytes, 'buffer'), id) === 0;

/** Asked of each row in its order: a channel comes once and before what is in it, and its cursors rise. */
export const createSoundness = (): ((row: BackupRow) => boolean) => {
  const channels = new Set<string>();
  let channel: Channel | null = null;
  let cursor = 0;

  const isWithin = (channelId: Uint8Array, next: number): boolean =>
    channel !== null &&
    keyOf(channel.id) === keyOf(channelId) &&
    next > cursor &&
    next <= channel.end;

  return (row) => {
    switch (row.is) {
      case 'tombstone':
      case 'invite':
        return true;
      case 'channel': {
        channel = row.channel;
        cursor = 0;
        const { id, publicKey, use, end } = channel;
        const isFirst = !channels.has(keyOf(id));
        channels.add(keyOf(id));
        return isFirst && isHashOf(id, publicKey) && (use === 'share' || end <= mostRecords);
      }
      case 'record': {
        const { channelId, id, bytes } = row;
        const isSound =
          channel?.use === 'log' &&
          isWithin(channelId, row.cursor) &&
          (bytes === null || isHashOf(id, bytes));
        cursor = row.cursor;
        return isSound;
      }
      case 'projection': {
        const isSound = channel?.use === 'share' && isWithin(row.channelId, row.number);
        cursor = row.number;
        return isSound;
      }
    }
  };
};
