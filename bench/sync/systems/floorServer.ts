/** A floor's network side: bare `ws`, and all frames of one turn of the event loop in one group. */
import { createServer } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { createSignatures, sha256 } from '../../../server/sync/signatures.ts';
import { benchHost } from '../load/sipDialect.ts';
import {
  answerAppend,
  answerOther,
  type FloorFrame,
  isAppend,
  readFloorFrame,
  readFloorSignature,
} from './floorMessages.ts';

/** Gives each frame's highest cursor when all are durable. */
export type KeepGroup = (frames: readonly FloorFrame[]) => Promise<readonly number[]>;

/** With SIGNATURES=1 it checks them, and nothing else: so one sees what they alone cost. */
const hasSignatures = process.env['SIGNATURES'] === '1';
const { isRight } = createSignatures();

const isSigned = async (message: Buffer): Promise<void> => {
  const { publicKey, body, signature } = readFloorSignature(message);
  const channelId = sha256(publicKey);
  const signed = { method: 'append', channelId, publicKey, body, signature } as const;
  if (!(await isRight({ ...signed, serverName: benchHost }))) throw new Error('Wrongly signed.');
};

export const startFloor = (keep: KeepGroup): void => {
  let waiting: { readonly frame: FloorFrame; readonly socket: WebSocket }[] = [];
  let isRunning = false;

  const run = async (): Promise<void> => {
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      const cursors = await keep(group.map(({ frame }) => frame));
      for (const [index, { frame, socket }] of group.entries())
        socket.send(answerAppend(frame.request, cursors[index] ?? 0));
    }
    isRunning = false;
  };

  const enqueue = (message: Buffer, socket: WebSocket): void => {
    waiting.push({ frame: readFloorFrame(message), socket });
    if (isRunning) return;
    isRunning = true;
    setImmediate(() => void run());
  };

  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  sockets.on('connection', (socket) => {
    socket.on('message', (data) => {
      if (!Buffer.isBuffer(data)) return;
      if (!isAppend(data)) {
        socket.send(answerOther(data));
        return;
      }
      if (hasSignatures) void isSigned(data).then(() => enqueue(data, socket));
      else enqueue(data, socket);
    });
  });

  const http = createServer();
  http.on('upgrade', (request, stream, head) =>
    sockets.handleUpgrade(request, stream, head, (socket) => sockets.emit('connection', socket)),
  );
  const port = Number(process.env['PORT']);
  http.listen(port, '127.0.0.1', () => console.log(`http://localhost:${port}`));
};
