/** Windows tell each other only that a journal grew, and read it themselves. */
export interface GrownChannel {
  tell(caseId: string): void;
  /** Calls with what other windows tell. Gives back how to stop. */
  listen(listener: (caseId: string) => void): () => void;
  close(): void;
}

export const broadcastGrown = (name: string): GrownChannel => {
  const channel = new BroadcastChannel(`${name}-journal`);
  const listeners = new Set<(caseId: string) => void>();
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (typeof data !== 'object' || data === null || !('caseId' in data)) return;
    const { caseId } = data;
    if (typeof caseId === 'string') for (const listener of listeners) listener(caseId);
  };
  return {
    tell: (caseId) => channel.postMessage({ caseId }),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => channel.close(),
  };
};
