/** A socket as little as is needed of it, so that tests can be the other end. */
import type { Bytes } from '../shared/bytes.ts';

export interface SocketListener {
  readonly onMessage: (bytes: Bytes) => void;
  /** Once, however it ends; also when it never opened. Nothing is told after it. */
  readonly onClose: () => void;
}

export interface Socket {
  /** What is sent before it has opened, or after it has closed, is lost. */
  readonly send: (bytes: Bytes) => void;
  readonly close: () => void;
}

export type OpenSocket = (listener: SocketListener) => Socket;

/** The browser's own. What is no bytes ends it: the server speaks something else. */
export const openWebSocket =
  (url: string, Constructor: typeof WebSocket = WebSocket): OpenSocket =>
  ({ onMessage, onClose }) => {
    let isClosed = false;
    const close = (): void => {
      if (isClosed) return;
      isClosed = true;
      socket.close();
      onClose();
    };
    const socket = new Constructor(url);
    socket.binaryType = 'arraybuffer';
    socket.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (isClosed) return;
      if (data instanceof ArrayBuffer) onMessage(new Uint8Array(data));
      else close();
    };
    socket.onclose = close;
    socket.onerror = close;
    return {
      send: (bytes) => {
        if (socket.readyState === Constructor.OPEN) socket.send(bytes);
      },
      close,
    };
  };
