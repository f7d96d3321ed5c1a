/**
 * When a vault may be opened and must be closed (design.md 4): `absent → locked → unlocking → unlocked → locking`. Pure: no
 * timers, no calls. Effects live outside and answer with events; whether it is time to lock is asked of autoLock.ts.
 */
import { type ActorRefFrom, assign, createActor, setup } from 'xstate';
import type { Instant } from '../shared/deps.ts';

export type LockReason = 'asked' | 'hidden' | 'idle' | 'code' | 'end';

export type UnlockProblem = 'wrongPassword' | 'wait' | 'badCode' | 'store' | 'other';

export interface VaultContext {
  /** Whose vault is open or being opened. */
  readonly vaultId: string | null;
  readonly problem: UnlockProblem | null;
  /** The next try is taken at this instant. */
  readonly tryAgainAt: Instant | null;
  readonly reason: LockReason | null;
  /** Locking was broken off because what is open could not be written; the keys are kept. */
  readonly unsaved: boolean;
}

export type VaultEvent =
  | { readonly type: 'vaults.found' }
  | { readonly type: 'vault.created'; readonly vaultId: string }
  | {
      readonly type: 'unlock.asked';
      readonly vaultId: string;
      readonly at: Instant;
      /** By a passkey, or an answer of the organisation's key: nothing is guessed, so nothing waits. */
      readonly freely?: boolean;
    }
  | { readonly type: 'unlock.done' }
  | {
      readonly type: 'unlock.failed';
      readonly problem: UnlockProblem;
      readonly at: Instant;
      readonly waitMs: number;
    }
  | { readonly type: 'lock.asked'; readonly reason: LockReason }
  /** All that was open is on disk. */
  | { readonly type: 'lock.written' }
  | { readonly type: 'lock.notWritten' }
  /** The vault is gone; `left`: others remain on this device. */
  | { readonly type: 'vault.destroyed'; readonly left: boolean };

/** In milliseconds: no step of `attempts.ts` is longer. */
const longestWait = 300_000;

const closed: VaultContext = {
  vaultId: null,
  problem: null,
  tryAgainAt: null,
  reason: null,
  unsaved: false,
};

export const vaultMachine = setup({
  types: { context: {} as VaultContext, events: {} as VaultEvent },
  guards: {
    mayTry: ({ context, event }) =>
      event.type === 'unlock.asked' &&
      (event.freely === true ||
        context.tryAgainAt === null ||
        context.vaultId !== event.vaultId ||
        event.at >= context.tryAgainAt ||
        // The clock was turned back: what stands on disk says how long it is.
        context.tryAgainAt - event.at > longestWait),
    othersLeft: ({ event }) => event.type === 'vault.destroyed' && event.left,
  },
  actions: {
    forget: assign(() => closed),
    choose: assign(({ event }) => ({
      ...closed,
      ...('vaultId' in event ? { vaultId: event.vaultId } : {}),
    })),
    tellProblem: assign(({ event }) =>
      event.type === 'unlock.failed'
        ? {
            problem: event.problem,
            tryAgainAt: event.waitMs > 0 ? event.at + event.waitMs : null,
          }
        : {},
    ),
    tellReason: assign(({ event }) =>
      event.type === 'lock.asked' ? { reason: event.reason, unsaved: false } : {},
    ),
    tellUnsaved: assign(() => ({ unsaved: true })),
  },
}).createMachine({
  id: 'vault',
  initial: 'absent',
  context: closed,
  states: {
    absent: {
      on: {
        'vaults.found': { target: 'locked' },
        'vault.created': { target: 'unlocked', actions: 'choose' },
      },
    },
    locked: {
      on: {
        'unlock.asked': { target: 'unlocking', guard: 'mayTry', actions: 'choose' },
        'vault.created': { target: 'unlocked', actions: 'choose' },
        'vault.destroyed': [
          { target: 'locked', guard: 'othersLeft', actions: 'forget' },
          { target: 'absent', actions: 'forget' },
        ],
      },
    },
    unlocking: {
      tags: 'busy',
      on: {
        'unlock.done': { target: 'unlocked' },
        'unlock.failed': { target: 'locked', actions: 'tellProblem' },
      },
    },
    unlocked: {
      tags: 'open',
      on: {
        'lock.asked': { target: 'locking', actions: 'tellReason' },
        'vault.destroyed': [
          { target: 'locked', guard: 'othersLeft', actions: 'forget' },
          { target: 'absent', actions: 'forget' },
        ],
      },
    },
    locking: {
      tags: ['busy', 'open', 'covered'],
      on: {
        'lock.written': {
          target: 'locked',
          actions: assign(({ context }) => ({ ...closed, reason: context.reason })),
        },
        'lock.notWritten': { target: 'unlocked', actions: 'tellUnsaved' },
      },
    },
  },
});

export type VaultActor = ActorRefFrom<typeof vaultMachine>;

export const startVaultMachine = (): VaultActor => createActor(vaultMachine).start();
