/**
 * Bytes of messages that have begun to come and are not whole yet. They lie in memory before any limit has seen a message, and
 * a message can be sent in pieces without an end: so they are counted as they come, for each connection and address.
 */

/** What may have come of the next message, in one piece with the end of the one before. */
const pieceBytes = 65_536;

export interface HalfMessage {
  /** So many bytes came. False where there is too much: the connection is to be dropped. */
  readonly came: (bytes: number) => boolean;
  /** A message was whole. */
  readonly whole: (bytes: number) => void;
  /** A ping or a pong, which may stand between the pieces of a message. */
  readonly between: (bytes: number) => void;
  /** Asked now and then: whether much of one message has lain here since it was asked before. */
  readonly isStuck: () => boolean;
  readonly gone: () => void;
}

export interface HalfMessages {
  readonly of: (address: string) => HalfMessage;
  readonly size: () => number;
}

/** Of a frame that a client sends, as RFC 6455 writes it. */
const headBytes = (length: number): number => (length < 126 ? 6 : length < 65_536 ? 8 : 14);

/** @param most bytes of all connections from one address */
export const createHalfMessages = (most: number): HalfMessages => {
  const ofAddress = new Map<string, number>();

  return {
    of: (address) => {
      let half = 0;
      let lastPiece = 0;
      let wasMuch = false;
      let isGone = false;

      const set = (next: number): void => {
        if (isGone) return;
        const sum = (ofAddress.get(address) ?? 0) + next - half;
        half = next;
        if (sum > 0) ofAddress.set(address, sum);
        else ofAddress.delete(address);
      };

      return {
        came: (bytes) => {
          lastPiece = bytes;
          set(half + bytes);
          // Who sends little is not shut out by who sends much.
          return half <= pieceBytes || (ofAddress.get(address) ?? 0) <= most;
        },
        whole: (bytes) => {
          wasMuch = false;
          set(Math.min(Math.max(0, half - bytes - headBytes(bytes)), lastPiece));
        },
        between: (bytes) => set(Math.max(0, half - bytes - headBytes(bytes))),
        isStuck: () => {
          const isMuch = half > pieceBytes;
          const isStuck = isMuch && wasMuch;
          wasMuch = isMuch;
          return isStuck;
        },
        gone: () => {
          set(0);
          isGone = true;
        },
      };
    },
    size: () => ofAddress.size,
  };
};
