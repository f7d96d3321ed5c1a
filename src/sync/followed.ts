/**
 * One followed channel, through any number of connections: its pages are taken one at a time and in order, and the cursor
 * moves only when what came is durably here. So a fetch that broke off halfway goes on, and is never taken as whole.
 */
import { errorDeeds } from '../protocol/wire/errors.ts';
import type { PageMessage, PushMessage } from '../protocol/wire/serverMessage.ts';
import { type Bytes, base64UrlToBytes } from '../shared/bytes.ts';
import type { TimersDep } from '../shared/timers.ts';
import type { Connection } from './connection.ts';
import type { ChannelPage, ChannelToRead, FollowListener, SyncFailure } from './syncPort.ts';

/** What could not be kept is asked for again after this. */
const againMs = 5_000;

export interface Followed {
  /** 32 bytes. */
  readonly channelId: Bytes;
  readonly isCaughtUp: () => boolean;
  readonly connected: (connection: Connection) => void;
  readonly lost: () => void;
  readonly push: (page: PushMessage) => void;
  readonly gone: (why: 'ended' | 'aged') => void;
  readonly signal: (signal: Bytes) => void;
  readonly stop: () => void;
}

export interface FollowedDeps extends TimersDep {
  /** `isCaughtUp` has changed, or it is over. */
  readonly onChange: () => void;
  /** The server sends what no server should: the connection is of no use. */
  readonly onNonsense: () => void;
}

export const createFollowed = (
  { timers, onChange, onNonsense }: FollowedDeps,
  { channelId, readToken, cursor: first }: ChannelToRead,
  listener: FollowListener,
): Followed => {
  const channel = base64UrlToBytes(channelId) ?? new Uint8Array();
  let cursor = first;
  let connection: Connection | null = null;
  /** Counts the times that it was asked for: what came to an earlier one is nobody's any more. */
  let round = 0;
  let queue: (PageMessage | PushMessage)[] = [];
  let isTaking = false;
  let isCaughtUp = false;
  let isOver = false;
  let stopTimer = (): void => undefined;

  const setCaughtUp = (value: boolean): void => {
    if (isCaughtUp === value) return;
    isCaughtUp = value;
    onChange();
  };

  const forget = (): void => {
    round += 1;
    queue = [];
    stopTimer();
  };

  const finish = (): void => {
    forget();
    isOver = true;
    connection = null;
    onChange();
  };

  const ask = (): void => {
    if (connection === null || isOver) return;
    forget();
    setCaughtUp(false);
    const own = round;
    const message = { is: 'follow', channelId: channel, readToken, cursor } as const;
    connection.askPages(
      message,
      (page) => {
        if (own === round) take(page);
      },
      (failure) => {
        if (own === round && failure !== null) failed(failure);
      },
    );
  };

  const askLater = (ms: number): void => {
    forget();
    setCaughtUp(false);
    stopTimer = timers.after(ms, ask);
  };

  const failed = (failure: SyncFailure): void => {
    if (failure.kind === 'notReached') askLater(againMs);
    else if ('retryAfterMs' in failure.error) askLater(Math.max(100, failure.error.retryAfterMs));
    else if (failure.error.code === 'ended' || failure.error.code === 'aged') {
      finish();
      listener.onGone(failure.error.code);
    } else {
      // A newer program may be waited for; all else is for who follows to mend.
      if (errorDeeds[failure.error.code] !== 'update') finish();
      listener.onRefused(failure.error);
    }
  };

  const take = (page: PageMessage | PushMessage): void => {
    queue.push(page);
    if (!isTaking) void takeAll();
  };

  const takeAll = async (): Promise<void> => {
    isTaking = true;
    for (let page = queue.shift(); page !== undefined; page = queue.shift()) {
      const own = round;
      if (!isSound(page)) {
        forget();
        onNonsense();
      } else if (page.end < cursor) {
        // The server has less than it had (it was put back from a copy): what is here already is passed over.
        cursor = 0;
        ask();
      } else if (page.from !== cursor) {
        // Something between was lost on the way.
        ask();
      } else if (await isKept(page)) {
        if (own === round) moved(page);
        else if (!isOver && page.next > cursor) cursor = page.next;
      } else if (own === round) askLater(againMs);
    }
    isTaking = false;
  };

  const moved = (page: PageMessage | PushMessage): void => {
    cursor = page.next;
    if (page.more || queue.length > 0) return;
    const wasCaughtUp = isCaughtUp;
    setCaughtUp(true);
    if (!wasCaughtUp) listener.onCaughtUp?.(page.end);
  };

  const isKept = async ({
    is: _,
    request: __,
    channelId: ___,
    ...page
  }: PageMessage | PushMessage) => {
    try {
      return await listener.onPage(page);
    } catch {
      return false;
    }
  };

  return {
    channelId: channel,
    isCaughtUp: () => isCaughtUp || isOver,
    connected: (next) => {
      connection = next;
      ask();
    },
    lost: () => {
      forget();
      connection = null;
      setCaughtUp(false);
      if (!isOver) listener.onLost?.();
    },
    push: (page) => {
      if (!isOver) take(page);
    },
    gone: (why) => {
      if (isOver) return;
      finish();
      listener.onGone(why);
    },
    signal: (bytes) => {
      if (!isOver) listener.onSignal?.(bytes);
    },
    stop: () => {
      if (isOver) return;
      const was = connection;
      finish();
      void was?.ask({ is: 'unfollow', channelId: channel }, 'unfollowed');
    },
  };
};

/** Cursors rise, and lead where the page says. */
const isSound = ({ from, next, end, items }: ChannelPage): boolean => {
  let last = from;
  for (const { cursor } of items) {
    if (cursor <= last) return false;
    last = cursor;
  }
  return last <= next && (next <= end || (items.length === 0 && next === from));
};
