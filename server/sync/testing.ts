/** For tests: a writer's keys, and a client that speaks over a real WebSocket. Shares no code with the app's own client. */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { WebSocket } from 'ws';
import type { ClientMessage } from '../../src/protocol/wire/clientMessage.ts';
import { frameToSign, joinSignature } from '../../src/protocol/wire/frame.ts';
import {
  decodeServerMessage,
  encodeClientMessage,
  servedVersions,
  type WireVersions,
} from '../../src/protocol/wire/messages.ts';
import type { ServerMessage } from '../../src/protocol/wire/serverMessage.ts';
import {
  type SignedDraft,
  type SignedMethod,
  signedBytes,
  signedPart,
} from '../../src/protocol/wire/signedBytes.ts';
import type { Bytes } from '../../src/shared/bytes.ts';

/** Sealed, as far as anybody outside can see. */
const recordVersion = 1;

export const someBytes = (length: number): Bytes => new Uint8Array(randomBytes(length));

export const hashOf = (bytes: Uint8Array): Bytes =>
  new Uint8Array(createHash('sha256').update(bytes).digest());

type Unsent<M> = M extends unknown ? Omit<M, 'request'> : never;
export type Asked = Unsent<ClientMessage>;

export interface TestWriter {
  readonly publicKey: Bytes;
  readonly channelId: Bytes;
  readonly readToken: Bytes;
  readonly sign: (method: SignedMethod, body: Uint8Array, serverName: string) => Bytes;
  readonly record: (length?: number) => Bytes;
  readonly open: (serverName: string, use?: 'log' | 'share', credential?: Bytes) => Asked;
  readonly frame: (serverName: string, records: readonly Bytes[]) => Bytes;
  readonly snapshot: (
    serverName: string,
    draft: { parent: Bytes | null; replaces: readonly Bytes[]; record: Bytes },
  ) => Asked;
  readonly publish: (serverName: string, number: number, projection: Bytes) => Asked;
  readonly end: (serverName: string) => Asked;
}

const rawKey = (key: KeyObject): Bytes =>
  new Uint8Array(key.export({ type: 'spki', format: 'der' }).subarray(-32));

const need = <T>(value: T | null): T => {
  if (value === null) throw new Error('A test made what cannot be written.');
  return value;
};

export const createTestWriter = (): TestWriter => {
  const keys = generateKeyPairSync('ed25519');
  const publicKey = rawKey(keys.publicKey);
  const channelId = hashOf(publicKey);
  const readToken = someBytes(32);

  const signBody = (method: SignedMethod, body: Uint8Array, serverName: string): Bytes =>
    new Uint8Array(
      sign(null, signedBytes(method, channelId, hashOf(body), serverName), keys.privateKey),
    );
  const signDraft = (draft: Exclude<SignedDraft, { is: 'append' }>, serverName: string): Bytes =>
    signBody(draft.is, need(signedPart(draft)), serverName);

  return {
    publicKey,
    channelId,
    readToken,
    sign: signBody,
    record: (length = 321) => {
      const bytes = someBytes(length);
      bytes[0] = recordVersion;
      bytes.set(channelId, 1);
      return bytes;
    },
    open: (serverName, use = 'log', credential = new Uint8Array()) => {
      const readTokenHash = hashOf(readToken);
      const draft = { is: 'open', publicKey, readTokenHash, use, credential } as const;
      return { ...draft, signature: signDraft(draft, serverName) };
    },
    frame: (serverName, records) => {
      const body = frameToSign({ publicKey, frameId: someBytes(16), records });
      if (!body.ok) throw new Error(body.error.kind);
      return joinSignature(body.value, signBody('append', body.value, serverName));
    },
    snapshot: (serverName, own) => {
      const draft = { is: 'snapshot', publicKey, ...own } as const;
      return { ...draft, signature: signDraft(draft, serverName) };
    },
    publish: (serverName, number, projection) => {
      const draft = { is: 'publish', publicKey, number, projection } as const;
      return { ...draft, signature: signDraft(draft, serverName) };
    },
    end: (serverName) => {
      const draft = { is: 'end', publicKey } as const;
      return { ...draft, signature: signDraft(draft, serverName) };
    },
  };
};

export interface TestClient {
  /** Host and port, as a browser would name it. */
  readonly serverName: string;
  /** Sends it with a number of its own; resolves to the first answer with that number. */
  readonly ask: (message: Asked) => Promise<ServerMessage>;
  /** Sends it and gives its number; answers are for `next`. */
  readonly say: (message: Asked) => number;
  readonly sendRaw: (bytes: Uint8Array | string) => void;
  /** Resolves to the first message that fits, of those not taken yet, now or later. */
  readonly next: (fits: (message: ServerMessage) => boolean) => Promise<ServerMessage>;
  /** All that came and was not taken. */
  readonly heard: () => readonly ServerMessage[];
  readonly closed: Promise<number>;
  readonly socket: WebSocket;
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly fits: (message: ServerMessage) => boolean;
  readonly resolve: (message: ServerMessage) => void;
  readonly reject: (error: Error) => void;
}

export interface ClientSettings {
  readonly version?: number;
  readonly versions?: WireVersions;
  readonly headers?: Readonly<Record<string, string>>;
  /** Then over TLS. */
  readonly ca?: string;
}

export const connectTestClient = async (
  port: number,
  { version = 1, versions = servedVersions, headers = {}, ca }: ClientSettings = {},
): Promise<TestClient> => {
  const serverName = headers['host'] ?? `localhost:${port}`;
  const socket = new WebSocket(`${ca === undefined ? 'ws' : 'wss'}://127.0.0.1:${port}/sync`, {
    ...(ca !== undefined && { ca }),
    headers: { host: serverName, ...headers },
    perMessageDeflate: false,
  });
  let heard: ServerMessage[] = [];
  let waiting: Waiting[] = [];
  let request = 0;

  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  void closed.then((code) => {
    for (const { reject } of waiting) reject(new Error(`closed with ${code}`));
    waiting = [];
  });
  socket.on('message', (data) => {
    if (!(data instanceof Uint8Array)) return;
    const decoded = decodeServerMessage(new Uint8Array(data), versions);
    if (!decoded.ok) throw new Error(`The server sent ${decoded.error.kind}`);
    const { message } = decoded.value;
    const own = waiting.find(({ fits }) => fits(message));
    if (own === undefined) {
      heard.push(message);
      return;
    }
    waiting = waiting.filter((each) => each !== own);
    own.resolve(message);
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  socket.on('error', () => {});

  const next: TestClient['next'] = (fits) => {
    const message = heard.find(fits);
    if (message !== undefined) {
      heard = heard.filter((each) => each !== message);
      return Promise.resolve(message);
    }
    if (socket.readyState >= socket.CLOSING) return Promise.reject(new Error('closed with 1006'));
    return new Promise((resolve, reject) => waiting.push({ fits, resolve, reject }));
  };

  const say = (message: Asked): number => {
    request += 1;
    socket.send(need(encodeClientMessage({ ...message, request }, version, versions)));
    return request;
  };

  return {
    serverName,
    ask: (message) => {
      const own = say(message);
      return next((each) => each.request === own);
    },
    say,
    sendRaw: (bytes) => socket.send(bytes),
    next,
    heard: () => heard,
    closed,
    socket,
    close: async () => {
      socket.close();
      await closed;
    },
  };
};
