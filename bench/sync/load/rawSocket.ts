/**
 * The smallest WebSocket client that will do: the load must cost little, or it is itself what is measured. What it sends is
 * made ready beforehand, masked and all (`toWire`); of what comes it reads whole binary or text messages.
 */
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';

export interface RawSocket {
  /** `wire`: from `toWire`. */
  readonly send: (wire: Uint8Array) => void;
  /** Whoever listened before hears no more. */
  readonly listen: (onMessage: (message: Buffer) => void) => void;
  readonly close: () => void;
  readonly closed: Promise<void>;
}

export interface RawSocketOptions {
  readonly port: number;
  readonly path: string;
  /** Sent as `Host`. */
  readonly host: string;
}

const opcodes = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

const frame = (opcode: number, payload: Uint8Array): Buffer => {
  const { length } = payload;
  const headBytes = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const bytes = Buffer.allocUnsafe(headBytes + 4 + length);
  bytes[0] = 0x80 | opcode;
  bytes[1] = 0x80 | (length < 126 ? length : length < 65_536 ? 126 : 127);
  if (headBytes === 4) bytes.writeUInt16BE(length, 2);
  if (headBytes === 10) bytes.writeBigUInt64BE(BigInt(length), 2);
  const mask = randomBytes(4);
  bytes.set(mask, headBytes);
  for (let i = 0; i < length; i += 1)
    bytes[headBytes + 4 + i] = (payload[i] ?? 0) ^ (mask[i & 3] ?? 0);
  return bytes;
};

/** A binary message as it goes on the wire. */
export const toWire = (message: Uint8Array): Buffer => frame(opcodes.binary, message);

/** Cuts what comes into frames; null when the rest of one has still to come. */
const nextFrame = (
  bytes: Buffer,
  at: number,
): { readonly opcode: number; readonly payload: Buffer; readonly end: number } | null => {
  if (bytes.length < at + 2) return null;
  const short = (bytes[at + 1] ?? 0) & 0x7f;
  const headBytes = short < 126 ? 2 : short === 126 ? 4 : 10;
  if (bytes.length < at + headBytes) return null;
  const length =
    short < 126
      ? short
      : short === 126
        ? bytes.readUInt16BE(at + 2)
        : Number(bytes.readBigUInt64BE(at + 2));
  const end = at + headBytes + length;
  if (bytes.length < end) return null;
  return {
    opcode: (bytes[at] ?? 0) & 0x0f,
    payload: bytes.subarray(at + headBytes, end),
    end,
  };
};

/** Rejects when the server does not take it. `onMessage` hears also what comes first. */
export const openRawSocket = (
  { port, path, host }: RawSocketOptions,
  onMessage: (message: Buffer) => void,
): Promise<RawSocket> =>
  new Promise((resolve, reject) => {
    const stream = connect({ port, host: '127.0.0.1', noDelay: true });
    let listener = onMessage;
    let rest: Buffer = Buffer.alloc(0);
    let isUp = false;
    const closed = new Promise<void>((done) => stream.once('close', () => done()));

    const takeHead = (): boolean => {
      const end = rest.indexOf('\r\n\r\n');
      if (end < 0) return false;
      const status = rest.subarray(0, rest.indexOf('\r\n')).toString('latin1');
      if (!status.includes(' 101 ')) {
        stream.destroy();
        reject(new Error(`The server answered ${status}`));
        return false;
      }
      rest = rest.subarray(end + 4);
      isUp = true;
      resolve({
        send: (wire) => stream.write(wire),
        listen: (next) => {
          listener = next;
        },
        close: () => stream.destroy(),
        closed,
      });
      return true;
    };

    stream.on('data', (data) => {
      rest = rest.length === 0 ? data : Buffer.concat([rest, data]);
      if (!isUp && !takeHead()) return;
      let at = 0;
      for (let found = nextFrame(rest, at); found !== null; found = nextFrame(rest, at)) {
        at = found.end;
        if (found.opcode === opcodes.ping) stream.write(frame(opcodes.pong, found.payload));
        else if (found.opcode === opcodes.close) stream.destroy();
        else if (found.opcode !== opcodes.pong) listener(found.payload);
      }
      rest = rest.subarray(at);
    });
    stream.on('error', (error) => reject(error));
    void closed.then(() => reject(new Error('The server closed the connection.')));
    stream.once('connect', () => {
      stream.write(
        `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
          `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\nSec-WebSocket-Version: 13\r\n\r\n`,
      );
    });
  });
