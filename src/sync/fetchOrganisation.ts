/**
 * Asks the server that handed out the program whether an organisation has set a recovery key there (docs/recovery.md).
 * Nothing is sent but the question itself. Works with any server that hands out files.
 */
import { type Organisation, readOrganisation } from '../protocol/recoveryKey.ts';

export type OrganisationAnswer =
  | { readonly kind: 'key'; readonly organisation: Organisation }
  /** The server says that none is set. */
  | { readonly kind: 'none' }
  /** No internet, no answer in time, or one that nobody can read. */
  | { readonly kind: 'unknown' };

const address = '/organisation.json';
const waitMs = 4_000;

export const fetchOrganisation = async (
  ask: typeof fetch = fetch,
  isOnline: boolean = navigator.onLine,
): Promise<OrganisationAnswer> => {
  if (!isOnline) return { kind: 'unknown' };
  try {
    const answer = await ask(address, {
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.timeout(waitMs),
    });
    if (answer.status === 404) return { kind: 'none' };
    // A server that answers everything with the page itself has no such file.
    const isJson = answer.headers.get('content-type')?.includes('json') === true;
    if (answer.ok && !isJson) return { kind: 'none' };
    const value: unknown = answer.ok ? await answer.json() : null;
    const organisation = readOrganisation(value);
    if (organisation !== null) return { kind: 'key', organisation };
    return { kind: isEmpty(value) ? 'none' : 'unknown' };
  } catch {
    return { kind: 'unknown' };
  }
};

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;
