/** What processes on the same database tell each other: one NOTIFY a commit, with the ids of the channels it changed. */
import { randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { base64UrlToBytes, bytesToBase64Url } from '../../../src/shared/bytes.ts';
import type { GoneWhy, Told } from '../store.ts';
import { createListener } from './connect.ts';
import type { Statement } from './statements.ts';

const noticeChannel = 'sip';

/** PostgreSQL takes 8,000 bytes at most. */
const mostEntries = 170;

const letters: Readonly<Record<GoneWhy, string>> = { ended: 'e', aged: 'a' };

interface Gone {
  readonly channelId: Uint8Array;
  readonly why: GoneWhy;
}

/** Begins each notice, so that a process passes over its own. */
export const createSender = (): string => randomBytes(6).toString('base64url');

export const noticesOf = (
  sender: string,
  grown: readonly Uint8Array[],
  gone: readonly Gone[],
): readonly string[] => {
  const entries = [
    ...grown.map((id) => `g${bytesToBase64Url(id)}`),
    ...gone.map(({ channelId, why }) => `${letters[why]}${bytesToBase64Url(channelId)}`),
  ];
  const notices: string[] = [];
  for (let at = 0; at < entries.length; at += mostEntries)
    notices.push([sender, ...entries.slice(at, at + mostEntries)].join(' '));
  return notices;
};

/** Sent within a transaction it is told when that is committed. */
export const notify = (notice: string): Statement => ({
  name: 'notify',
  text: 'SELECT pg_notify($1, $2)',
  values: [noticeChannel, notice],
});

export const signalNotice = (sender: string, channelId: Uint8Array, bytes: Uint8Array): string =>
  `${sender} s${bytesToBase64Url(channelId)} ${bytesToBase64Url(bytes)}`;

const readEntry = (entry: string, next: string | undefined): Told | null => {
  const channelId = base64UrlToBytes(entry.slice(1));
  if (channelId === null) return null;
  switch (entry[0]) {
    case 'g':
      return { is: 'grew', channelId };
    case 'e':
      return { is: 'gone', channelId, why: 'ended' };
    case 'a':
      return { is: 'gone', channelId, why: 'aged' };
    case 's': {
      const bytes = base64UrlToBytes(next ?? '');
      return bytes === null ? null : { is: 'signal', channelId, bytes };
    }
    default:
      return null;
  }
};

/** Nothing where it is one's own. */
export const readNotice = (sender: string, text: string): readonly Told[] => {
  const [from, ...entries] = text.split(' ');
  if (from === sender) return [];
  return entries.flatMap((entry, index) => readEntry(entry, entries[index + 1]) ?? []);
};

export interface Listening {
  readonly stop: () => Promise<void>;
  readonly isLive: () => boolean;
}

/** How often a connection is asked whether it lives, and how long it may take to answer or to come back. */
const askEveryMs = 15_000;
const answerWithinMs = 10_000;
const comeBackMs = 500;

/**
 * Hears what others tell. A lost connection is made again, and then `missed` is told. The first connection must succeed.
 */
export const listen = async (
  url: string,
  sender: string,
  tell: (told: Told) => void,
): Promise<Listening> => {
  let client: Client | null = null;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;

  const connect = async (): Promise<void> => {
    const next = createListener(url);
    const onLost = (): void => {
      if (client !== next) return;
      client = null;
      void next.end().catch(() => undefined);
      if (!isStopped) timer = setTimeout(comeBack, comeBackMs);
    };
    next.on('error', onLost);
    next.on('end', onLost);
    next.on('notification', ({ payload }) => {
      for (const told of readNotice(sender, payload ?? '')) tell(told);
    });
    try {
      await next.connect();
      await next.query(`LISTEN ${noticeChannel}`);
    } catch (error) {
      void next.end().catch(() => undefined);
      throw error;
    }
    client = next;
    if (isStopped) return;
    const ask = (): void => {
      if (client !== next) return;
      const late = setTimeout(onLost, answerWithinMs);
      next.query('SELECT 1').then(
        () => {
          clearTimeout(late);
          if (client === next) timer = setTimeout(ask, askEveryMs);
        },
        () => {
          clearTimeout(late);
          onLost();
        },
      );
    };
    timer = setTimeout(ask, askEveryMs);
  };

  const comeBack = async (): Promise<void> => {
    try {
      await connect();
      tell({ is: 'missed' });
    } catch {
      if (!isStopped) timer = setTimeout(comeBack, comeBackMs);
    }
  };

  await connect();
  return {
    isLive: () => client !== null,
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
};
