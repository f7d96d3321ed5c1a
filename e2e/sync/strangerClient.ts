/**
 * A second client, written from docs/sync-protocol.md alone: it imports nothing of the program, and uses WebCrypto as anybody
 * could. It shows that the document is enough. For tests only.
 */
import {
  type Bytes,
  body,
  digest,
  join,
  number,
  numberAt,
  type Opened,
  openSealed,
  type StrangerKeys,
  seal,
  utf8,
} from './strangerKeys.ts';

/** Chapter 6, signatures. */
const signed = async (
  keys: StrangerKeys,
  method: string,
  said: Bytes,
  serverName: string,
): Promise<Bytes> => {
  if (keys.write === null) throw new Error('Who follows signs nothing.');
  const over = join(
    utf8(`sip/1/${method}`),
    number(0, 1),
    keys.channelId,
    await digest(said),
    utf8(serverName),
  );
  const signature = await crypto.subtle.sign('Ed25519', keys.write, over);
  return join(said, new Uint8Array(signature));
};

const isSignedRight = async (
  keys: StrangerKeys,
  method: string,
  whole: Bytes,
  serverName: string,
) => {
  const said = whole.slice(0, -64);
  const over = join(
    utf8(`sip/1/${method}`),
    number(0, 1),
    keys.channelId,
    await digest(said),
    utf8(serverName),
  );
  const key = await crypto.subtle.importKey('raw', keys.publicKey, 'Ed25519', false, ['verify']);
  return crypto.subtle.verify('Ed25519', key, whole.slice(-64), over);
};

/** Bodies of chapter 6. */
export const bodies = {
  open: async (keys: StrangerKeys, use: 1 | 2, credential: string, serverName: string) => {
    const code = utf8(credential);
    const hash = await digest(keys.readToken);
    const said = join(keys.publicKey, hash, number(use, 1), number(code.length, 2), code);
    return signed(keys, 'open', said, serverName);
  },
  append: (keys: StrangerKeys, frameId: Bytes, records: readonly Bytes[], serverName: string) => {
    const each = records.flatMap((record) => [number(record.length, 4), record]);
    const said = join(keys.publicKey, frameId, number(records.length, 1), ...each);
    return signed(keys, 'append', said, serverName);
  },
  read: (keys: StrangerKeys, cursor: number, mostBytes: number) =>
    join(keys.channelId, keys.readToken, number(cursor, 8), number(mostBytes, 4)),
  follow: (keys: StrangerKeys, cursor: number) =>
    join(keys.channelId, keys.readToken, number(cursor, 8)),
  unfollow: (keys: StrangerKeys) => keys.channelId,
  snapshot: (
    keys: StrangerKeys,
    parent: Bytes | null,
    replaces: readonly Bytes[],
    record: Bytes,
    serverName: string,
  ) => {
    const list = [number(replaces.length, 2), ...replaces];
    const last = [number(record.length, 4), record];
    const said = join(keys.publicKey, parent ?? new Uint8Array(32), ...list, ...last);
    return signed(keys, 'snapshot', said, serverName);
  },
  publish: async (
    keys: StrangerKeys,
    header: { readonly number: number; readonly at: number },
    payload: Bytes,
    nonce: Bytes,
    serverName: string,
  ) => {
    const sealed = await seal(keys, body(header, payload, [4_096, 16_384, 32_768]), nonce);
    const length = number(sealed.length, 4);
    const said = join(keys.publicKey, number(header.number, 8), length, sealed);
    return signed(keys, 'publish', said, serverName);
  },
  signal: (keys: StrangerKeys, sealed: Bytes) => join(keys.channelId, keys.readToken, sealed),
  end: (keys: StrangerKeys, serverName: string) => signed(keys, 'end', keys.publicKey, serverName),
  ping: () => new Uint8Array(),
};

const asked = {
  open: 1,
  append: 2,
  read: 3,
  follow: 4,
  unfollow: 5,
  snapshot: 6,
  publish: 7,
  signal: 8,
  end: 9,
  ping: 10,
};

export const messageOf = (name: keyof typeof asked, request: number, said: Bytes): Bytes =>
  join(number(1, 1), number(asked[name], 1), number(request, 4), said);

const told: Readonly<Record<number, string>> = {
  128: 'welcome',
  129: 'opened',
  130: 'appended',
  131: 'page',
  132: 'push',
  133: 'unfollowed',
  134: 'snapshotted',
  135: 'published',
  136: 'signalled',
  137: 'ended',
  138: 'pong',
  144: 'gone',
  145: 'signal',
  255: 'error',
};

export interface StrangerItem {
  readonly cursor: number;
  readonly kind: number;
  readonly bytes: Bytes;
}

export interface StrangerAnswer {
  readonly is: string;
  readonly request: number;
  readonly body: Bytes;
}

export const answerOf = (bytes: Bytes): StrangerAnswer => ({
  is: told[bytes[1] ?? 0] ?? 'unknown',
  request: numberAt(bytes, 2, 4),
  body: bytes.slice(6),
});

/** Of `page` and `push`. */
export const pageOf = (said: Bytes) => {
  const items: StrangerItem[] = [];
  let at = 91;
  for (let left = numberAt(said, 89, 2); left > 0; left -= 1) {
    const end = at + 13 + numberAt(said, at + 9, 4);
    items.push({
      cursor: numberAt(said, at, 8),
      kind: numberAt(said, at + 8, 1),
      bytes: said.slice(at + 13, end),
    });
    at = end;
  }
  return {
    channelId: said.slice(0, 32),
    from: numberAt(said, 32, 8),
    next: numberAt(said, 40, 8),
    end: numberAt(said, 48, 8),
    more: numberAt(said, 56, 1),
    snapshotId: said.slice(57, 89),
    items,
  };
};

/** Chapter 9: what a follower may show, or null. */
export const shownOf = async (
  keys: StrangerKeys,
  item: StrangerItem,
  serverName: string,
): Promise<Opened | null> => {
  const { bytes } = item;
  const isOfLink = keys.publicKey.every((byte, at) => byte === bytes[at]);
  if (!isOfLink || !(await isSignedRight(keys, 'publish', bytes, serverName))) return null;
  return openSealed(keys, bytes.slice(44, -64));
};

/** The other end: `dial` gives what sends, and calls with what comes. */
export const speak = (dial: (onMessage: (bytes: Bytes) => void) => (bytes: Bytes) => void) => {
  const came: StrangerAnswer[] = [];
  const waiting = new Set<() => void>();
  let last = 0;
  const send = dial((bytes) => {
    came.push(answerOf(bytes));
    for (const look of [...waiting]) look();
  });
  const until = (is: (answer: StrangerAnswer) => boolean): Promise<StrangerAnswer> =>
    new Promise((resolve) => {
      const look = (): void => {
        const place = came.findIndex(is);
        const [found] = place < 0 ? [] : came.splice(place, 1);
        if (found === undefined) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  return {
    ask: (name: keyof typeof asked, said: Bytes): Promise<StrangerAnswer> => {
      last += 1;
      const request = last;
      send(messageOf(name, request, said));
      return until((answer) => answer.request === request);
    },
    /** What the server tells by itself. */
    hear: (name: string): Promise<StrangerAnswer> =>
      until((answer) => answer.request === 0 && answer.is === name),
  };
};
