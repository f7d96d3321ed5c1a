/** One connection to the server of the fuzzing: raw bytes there, and what comes of them. A closed one is dialled anew. */
import { WebSocket } from 'ws';
import { decodeServerMessage } from '../../../src/protocol/wire/messages.ts';
import type { ServerMessage } from '../../../src/protocol/wire/serverMessage.ts';

export type Came = ServerMessage | { readonly is: 'closed'; readonly code: number };

export interface Line {
  /** What comes of it: the answer with that number (0: to what has none), or that the connection was closed. */
  readonly send: (bytes: Uint8Array | string, request: number) => Promise<Came>;
  /** Waits until the server has closed. */
  readonly closed: () => Promise<Came>;
  readonly hangUp: () => Promise<void>;
}

const longestMs = 10_000;

export const createLine = (port: number): Line => {
  let socket: WebSocket | null = null;
  let heard: Came[] = [];
  let look = (): void => undefined;

  const hear = (came: Came): void => {
    // What is told of what is followed answers nothing.
    if (came.is === 'push' || came.is === 'signal' || came.is === 'gone') return;
    heard.push(came);
    look();
  };

  const until = (fits: (came: Came) => boolean): Promise<Came> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('Nothing came of it.')), longestMs);
      look = () => {
        const found = heard.find((came) => fits(came) || came.is === 'closed');
        if (found === undefined) return;
        clearTimeout(timer);
        heard = [];
        resolve(found);
      };
      look();
    });

  const dial = async (): Promise<WebSocket> => {
    heard = [];
    const own = new WebSocket(`ws://127.0.0.1:${port}/sync`, {
      headers: { host: `localhost:${port}` },
      perMessageDeflate: false,
    });
    own.on('message', (data) => {
      const read = decodeServerMessage(new Uint8Array(data instanceof Buffer ? data : []));
      if (!read.ok) throw new Error(`The server said what is ${read.error.kind}.`);
      hear(read.value.message);
    });
    own.on('error', () => undefined);
    own.once('close', (code) => {
      if (socket === own) socket = null;
      hear({ is: 'closed', code });
    });
    const came = await until(({ is }) => is === 'welcome');
    if (came.is !== 'welcome') throw new Error('The server let nobody in.');
    return own;
  };

  return {
    send: async (bytes, request) => {
      socket ??= await dial();
      heard = [];
      socket.send(bytes);
      return until((came) => came.is !== 'closed' && came.request === request);
    },
    closed: async () =>
      socket === null ? { is: 'closed', code: 0 } : until(({ is }) => is === 'closed'),
    hangUp: async () => {
      const own = socket;
      if (own === null) return;
      const ended = new Promise((resolve) => own.once('close', resolve));
      own.terminate();
      await ended;
    },
  };
};
