/**
 * Asks the server that handed out the program whether somebody is signed in there (`/auth/token`): the proof is sent along
 * when a channel is opened. Only this origin is asked, with the cookie that signing in left; what people write is not in it.
 */
import { isObject } from '../protocol/paddedBody.ts';
import type { Instant } from '../shared/deps.ts';

export interface SignIn {
  /** Sent along with `open`. */
  readonly token: string;
  readonly until: Instant;
}

const waitMs = 4_000;

/** Null: nobody is, or it cannot be asked now. */
export const fetchSignIn = async (ask: typeof fetch = fetch): Promise<SignIn | null> => {
  try {
    const answer = await ask('/auth/token', {
      cache: 'no-store',
      credentials: 'same-origin',
      redirect: 'error',
      signal: AbortSignal.timeout(waitMs),
    });
    const isJson = answer.headers.get('content-type')?.includes('json') === true;
    const value: unknown = answer.ok && isJson ? await answer.json() : null;
    if (!isObject(value)) return null;
    const { token, until } = value;
    return typeof token === 'string' && typeof until === 'number' ? { token, until } : null;
  } catch {
    return null;
  }
};
