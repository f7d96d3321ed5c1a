/** What a person is told when unlocking by a face, a finger or the screen's code did not go: what is safe, and the way on. */
import type { TextKey } from '../i18n/keys.ts';

export type PasskeyProblem = 'cancelled' | 'unsupported' | 'noPrf' | 'gone' | 'other';

const problems: Readonly<Record<string, PasskeyProblem>> = {
  cancelled: 'cancelled',
  unsupported: 'unsupported',
  noPrf: 'noPrf',
  noPasskey: 'gone',
  passkeyDamaged: 'gone',
};

export const passkeyProblem = (kind: string): PasskeyProblem => problems[kind] ?? 'other';

export const passkeyWords = {
  unlock: {
    cancelled: 'vault:passkey.cancelled',
    unsupported: 'vault:passkey.unsupported',
    noPrf: 'vault:passkey.noPrf',
    gone: 'vault:passkey.gone',
    other: 'vault:passkey.failed',
  },
  add: {
    cancelled: 'vault:passkey.addCancelled',
    unsupported: 'vault:passkey.addUnsupported',
    noPrf: 'vault:passkey.addNoPrf',
    gone: 'vault:passkey.addFailed',
    other: 'vault:passkey.addFailed',
  },
} as const satisfies Readonly<Record<'unlock' | 'add', Readonly<Record<PasskeyProblem, TextKey>>>>;
