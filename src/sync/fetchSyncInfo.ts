/**
 * Asks the server that handed out the program whether it also syncs (`/sync.json`). Nothing is sent but the question. A
 * server that only hands out files has no such file, and the program works on this device alone.
 */
import { isObject } from '../protocol/paddedBody.ts';

export interface SyncInfo {
  /** What people call the server. */
  readonly name: string;
  readonly versions: readonly number[];
  /** Who may open a channel: anybody, who has an invitation, or who has signed in. */
  readonly open: 'open' | 'invite' | 'oidc';
}

export type SyncInfoAnswer =
  | { readonly kind: 'server'; readonly info: SyncInfo }
  | { readonly kind: 'none' }
  /** No internet, no answer in time, or one that nobody can read. */
  | { readonly kind: 'unknown' };

const waitMs = 4_000;

export const fetchSyncInfo = async (ask: typeof fetch = fetch): Promise<SyncInfoAnswer> => {
  // Asked anyway, a browser without internet writes it down as an error.
  if (globalThis.navigator?.onLine === false) return { kind: 'unknown' };
  try {
    const answer = await ask('/sync.json', {
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.timeout(waitMs),
    });
    // A server that answers everything with the page itself has no such file.
    const isJson = answer.headers.get('content-type')?.includes('json') === true;
    if (answer.status === 404 || (answer.ok && !isJson)) return { kind: 'none' };
    const said: unknown = answer.ok ? await answer.json() : null;
    // Ours, without syncing.
    if (isObject(said) && Object.keys(said).length === 0) return { kind: 'none' };
    const info = readSyncInfo(said);
    return info === null ? { kind: 'unknown' } : { kind: 'server', info };
  } catch {
    return { kind: 'unknown' };
  }
};

const readSyncInfo = (value: unknown): SyncInfo | null => {
  if (!isObject(value)) return null;
  const { name, versions, open } = value;
  if (typeof name !== 'string' || !Array.isArray(versions)) return null;
  const numbers = versions.filter((each): each is number => Number.isInteger(each));
  if (open !== 'open' && open !== 'invite' && open !== 'oidc') return null;
  return numbers.length === versions.length ? { name, versions: numbers, open } : null;
};
