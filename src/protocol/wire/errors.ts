/** What a server answers when it does not do what was asked, told apart by what the asker must do (docs/sync-protocol.md 7). */
import type { Bytes } from '../../shared/bytes.ts';
import { type Field, hashOrNull, u32, u64 } from './fields.ts';
import { versionList } from './versionList.ts';

/** In the order of their numbers on the wire, from 1. New ones come last. */
export const errorCodes = [
  'unknownVersion',
  'malformed',
  'tooLarge',
  'badSignature',
  'wrongChannel',
  'wrongServer',
  'noChannel',
  'badToken',
  'ended',
  'aged',
  'conflict',
  'staleParent',
  'oldNumber',
  'mayNotOpen',
  'tooFast',
  'full',
  'busy',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

type WaitCode = 'tooFast' | 'full' | 'busy';
type DetailCode = 'unknownVersion' | 'staleParent' | 'oldNumber';

export type WireError =
  | { readonly code: Exclude<ErrorCode, WaitCode | DetailCode> }
  | { readonly code: WaitCode; readonly retryAfterMs: number }
  | { readonly code: 'unknownVersion'; readonly served: readonly number[] }
  /** `parent`: record id of the present snapshot, null when there is none. */
  | { readonly code: 'staleParent'; readonly parent: Bytes | null }
  /** `number`: that of what is published now. */
  | { readonly code: 'oldNumber'; readonly number: number };

/**
 * What must be done by who is answered with it.
 * `update`: take a newer program. `drop`: tell, and never send the same again. `open`: open the channel and send all again.
 * `stop`: keep what is here, tell, and send no more there. `readFirst`: read the channel, then decide anew.
 * `askPerson`: an invitation or a sign-in is needed. `wait`: the same again after `retryAfterMs`.
 */
export type ErrorDeed = 'update' | 'drop' | 'open' | 'stop' | 'readFirst' | 'askPerson' | 'wait';

export const errorDeeds: Readonly<Record<ErrorCode, ErrorDeed>> = {
  unknownVersion: 'update',
  malformed: 'drop',
  tooLarge: 'drop',
  badSignature: 'drop',
  wrongChannel: 'drop',
  wrongServer: 'drop',
  noChannel: 'open',
  badToken: 'drop',
  ended: 'stop',
  aged: 'stop',
  conflict: 'readFirst',
  staleParent: 'readFirst',
  oldNumber: 'readFirst',
  mayNotOpen: 'askPerson',
  tooFast: 'wait',
  full: 'wait',
  busy: 'wait',
};

/** code u8 ‖ retryAfterMs u32 ‖ what the code has to say. Milliseconds are 0 where there is nothing to wait for. */
export const wireError: Field<WireError> = {
  write: (to, error) => {
    to.number(errorCodes.indexOf(error.code) + 1, 1);
    u32.write(to, 'retryAfterMs' in error ? error.retryAfterMs : 0);
    if (error.code === 'unknownVersion') versionList.write(to, error.served);
    else if (error.code === 'staleParent') hashOrNull.write(to, error.parent);
    else if (error.code === 'oldNumber') u64.write(to, error.number);
  },
  read: (from) => {
    const code = errorCodes[from.number(1) - 1];
    const retryAfterMs = from.number(4);
    if (code === 'tooFast' || code === 'full' || code === 'busy') return { code, retryAfterMs };
    if (retryAfterMs !== 0) from.refuse();
    switch (code) {
      case undefined:
        from.refuse();
        return { code: 'malformed' };
      case 'unknownVersion':
        return { code, served: versionList.read(from) };
      case 'staleParent':
        return { code, parent: hashOrNull.read(from) };
      case 'oldNumber':
        return { code, number: u64.read(from) };
      default:
        return { code };
    }
  },
};
