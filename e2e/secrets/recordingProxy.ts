/**
 * Stands between browsers and a server, hands everything on as it is, and writes it down: the bytes of each connection, each
 * way, and what its WebSocket messages hold (a browser scrambles them on the wire).
 */
import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';

export interface RecordingProxy {
  readonly port: number;
  /** Bytes of WebSocket messages that were written down, both ways. */
  readonly messageBytes: () => number;
  readonly stop: () => Promise<void>;
}

const maskBytes = 4;

interface Frame {
  readonly payload: Buffer;
  readonly rest: Buffer;
}

/** Null where it is not whole yet. RFC 6455, 5.2. */
const takeFrame = (bytes: Buffer): Frame | null => {
  if (bytes.length < 2) return null;
  const second = bytes.readUInt8(1);
  const short = second & 0x7f;
  const lengthBytes = short === 126 ? 2 : short === 127 ? 8 : 0;
  const isMasked = (second & 0x80) !== 0;
  const head = 2 + lengthBytes + (isMasked ? maskBytes : 0);
  if (bytes.length < head) return null;
  const length =
    lengthBytes === 2
      ? bytes.readUInt16BE(2)
      : lengthBytes === 8
        ? Number(bytes.readBigUInt64BE(2))
        : short;
  if (bytes.length < head + length) return null;
  const payload = Buffer.from(bytes.subarray(head, head + length));
  if (isMasked) {
    const mask = bytes.subarray(head - maskBytes, head);
    for (let at = 0; at < length; at += 1) {
      payload[at] = (payload[at] ?? 0) ^ (mask[at % maskBytes] ?? 0);
    }
  }
  return { payload, rest: bytes.subarray(head + length) };
};

const headEnd = '\r\n\r\n';

/** What one side says, from the head of the handshake on. */
const createReader = (out: WriteStream, count: (bytes: number) => void) => {
  let waiting: Buffer = Buffer.alloc(0);
  let isAfterHead = false;
  return (chunk: Buffer): void => {
    waiting = Buffer.concat([waiting, chunk]);
    if (!isAfterHead) {
      const at = waiting.indexOf(headEnd);
      if (at < 0) return;
      isAfterHead = true;
      waiting = waiting.subarray(at + headEnd.length);
    }
    for (let frame = takeFrame(waiting); frame !== null; frame = takeFrame(waiting)) {
      out.write(frame.payload);
      count(frame.payload.length);
      waiting = frame.rest;
    }
  };
};

/** @param folder where it writes */
export const startRecordingProxy = async (
  folder: string,
  target: () => number,
): Promise<RecordingProxy> => {
  await mkdir(folder, { recursive: true });
  const sockets = new Set<Socket>();
  const files: WriteStream[] = [];
  let connections = 0;
  let messageBytes = 0;
  const file = (name: string): WriteStream => {
    const stream = createWriteStream(join(folder, name));
    files.push(stream);
    return stream;
  };

  const server = createServer((client) => {
    const number = connections;
    connections += 1;
    const upstream = connect(target(), '127.0.0.1');
    for (const [from, to, way] of [
      [client, upstream, 'up'],
      [upstream, client, 'down'],
    ] as const) {
      const raw = file(`${number}-${way}`);
      let read: ((chunk: Buffer) => void) | null = null;
      let isFirst = true;
      sockets.add(from);
      from.on('data', (chunk: Buffer) => {
        raw.write(chunk);
        if (isFirst) {
          isFirst = false;
          const line = chunk.toString('latin1').split('\r\n')[0] ?? '';
          if (/^GET \/sync |^HTTP\/1\.1 101 /.test(line))
            read = createReader(file(`${number}-${way}-messages`), (bytes) => {
              messageBytes += bytes;
            });
        }
        read?.(chunk);
        to.write(chunk);
      });
      from.once('end', () => to.end());
      from.once('error', () => to.destroy());
      from.once('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    messageBytes: () => messageBytes,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      await Promise.all(files.map((each) => new Promise((resolve) => each.end(resolve))));
    },
  };
};
