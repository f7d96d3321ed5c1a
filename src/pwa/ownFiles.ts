/**
 * Asks the server that delivered the program for the program's own files, and for the time: nothing is sent, and nobody
 * else is asked. The one file outside of `sync/` that touches the network.
 */

/** @param path of a file of the program, below the origin of the page */
export const fetchOwn = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(new URL(new URL(path, location.origin).pathname, location.origin), init);

/** The server's clock; null without network. The worker never keeps itself, so this is asked of the server. */
export const serverTime = async (): Promise<number | null> => {
  const answer = await fetchOwn('/sw.js', { method: 'HEAD', cache: 'no-store' }).catch(() => null);
  const at = Date.parse(answer?.headers.get('date') ?? '');
  return Number.isNaN(at) ? null : at;
};
