/** @y/websocket-server; with LEVELDB kept in y-leveldb, in the way its own older versions did it. */
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setPersistence, setupWSConnection } from '@y/websocket-server/utils';
import { WebSocketServer } from 'ws';
import { LeveldbPersistence } from 'y-leveldb';
import * as Y from 'yjs';

const { PORT, SIP_DATA = '.', LEVELDB } = process.env;

if (LEVELDB === '1') {
  const kept = new LeveldbPersistence(join(SIP_DATA, 'level'));
  setPersistence({
    provider: kept,
    bindState: async (name, doc) => {
      const old = await kept.getYDoc(name);
      await kept.storeUpdate(name, Y.encodeStateAsUpdate(doc));
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(old));
      doc.on('update', (update) => kept.storeUpdate(name, update));
    },
    writeState: async () => {},
  });
}

const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
sockets.on('connection', setupWSConnection);
const http = createServer();
http.on('upgrade', (request, stream, head) =>
  sockets.handleUpgrade(request, stream, head, (socket) =>
    sockets.emit('connection', socket, request),
  ),
);
http.listen(Number(PORT), '127.0.0.1', () => console.log(`http://localhost:${PORT}`));
