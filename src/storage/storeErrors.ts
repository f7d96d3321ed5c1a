/** What a browser throws, told apart by what a person can do about it. Never carries a message: those may quote data. */
import type { StoreError } from '../vault/vaultStore.ts';

const kinds: Readonly<Record<string, StoreError>> = {
  QuotaExceededError: { kind: 'quota' },
  DatabaseClosedError: { kind: 'closed' },
  InvalidStateError: { kind: 'closed' },
  VersionError: { kind: 'newerVersion' },
  MissingAPIError: { kind: 'unavailable' },
  SecurityError: { kind: 'unavailable' },
  VanishedError: { kind: 'vanished' },
  NewerVersionError: { kind: 'newerVersion' },
};

/** The first name in the chain of causes that means something; Dexie wraps what the browser said. */
export const toStoreError = (error: unknown): StoreError => {
  const names: string[] = [];
  let cause: unknown = error;
  while (typeof cause === 'object' && cause !== null && names.length < 6) {
    if ('name' in cause && typeof cause.name === 'string') names.push(cause.name);
    cause = 'inner' in cause ? cause.inner : 'cause' in cause ? cause.cause : null;
  }
  // The innermost is what really happened: "aborted, because the quota is full".
  for (const name of names.toReversed()) {
    const known = kinds[name];
    if (known !== undefined) return known;
  }
  return { kind: 'failed', name: names.at(0) ?? 'unknown' };
};

/** An error of our own that has to travel through Dexie as a throw. */
export const namedError = (
  name: 'VanishedError' | 'NewerVersionError' | 'MissingAPIError' | 'DatabaseClosedError',
): Error => Object.assign(new Error(name), { name });
