/**
 * **Lås** in one window locks the others that have the same vault open: whoever goes from the tablet has left no
 * second door open. So does **Radera allt här**. They tell each other the vault's id, a random one, and nothing else;
 * each locks itself.
 */
export interface LockChannel {
  readonly tell: (vaultId: string) => void;
  /** Calls with what other windows tell. */
  readonly listen: (listener: (vaultId: string) => void) => void;
}

/** Where there is no other window. */
export const onlyThisWindow: LockChannel = { tell: () => undefined, listen: () => undefined };

export const broadcastLock = (): LockChannel => {
  const channel = new BroadcastChannel('sip-locked');
  return {
    tell: (vaultId) => channel.postMessage({ locked: vaultId }),
    listen: (listener) => {
      channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (typeof data !== 'object' || data === null || !('locked' in data)) return;
        if (typeof data.locked === 'string') listener(data.locked);
      });
    },
  };
};
