/** A floor's network side: bare `ws`, and all frames of one turn of the event loop in one group. */
import { createServer } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import {
  answerAppend,
  answerOther,
  type FloorFrame,
  isAppend,
  readFloorFrame,
} from './floorMessages.ts';

/** Gives each frame's highest cursor when all are durable. */
export type KeepGroup = (frames: readonly FloorFrame[]) => Promise<readonly number[]>;

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

  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  sockets.on('connection', (socket) => {
    socket.on('message', (data) => {
      if (!Buffer.isBuffer(data)) return;
      if (!isAppend(data)) {
        socket.send(answerOther(data));
        return;
      }
      waiting.push({ frame: readFloorFrame(data), socket });
      if (isRunning) return;
      isRunning = true;
      setImmediate(() => void run());
    });
  });

  const http = createServer();
  http.on('upgrade', (request, stream, head) =>
    sockets.handleUpgrade(request, stream, head, (socket) => sockets.emit('connection', socket)),
  );
  const port = Number(process.env['PORT']);
  http.listen(port, '127.0.0.1', () => console.log(`http://localhost:${port}`));
};
