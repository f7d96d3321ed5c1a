/**
 * Which window of this device leads a case (design.md 4): the one that holds the Web Lock `lead:<case>`.
 * Another window may write, and takes over only by a deliberate act (**Led härifrån**).
 */
export interface LeadLock {
  readonly status: () => LeadStatus;
  /** Leads if nobody does. Resolves to whether this window leads. */
  readonly tryLead: () => Promise<boolean>;
  /** **Led härifrån**: the window that led until now follows. */
  readonly take: () => Promise<void>;
  readonly release: () => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** `elsewhere`: another window leads. `free`: nobody has asked yet. */
export type LeadStatus = 'free' | 'here' | 'elsewhere';

export type LockManagerPart = Pick<LockManager, 'request'>;

/** Without Web Locks (old browsers, memory) there is nobody to ask, and this window leads. */
export const createLeadLock = (locks: LockManagerPart | null, caseId: string): LeadLock => {
  const listeners = new Set<() => void>();
  let status: LeadStatus = 'free';
  let letGo: (() => void) | null = null;
  /** Settles when the lock that was held last is free again: a moment after it was let go. */
  let free: Promise<unknown> | undefined;

  const become = (next: LeadStatus): void => {
    if (status === next) return;
    status = next;
    for (const listener of [...listeners]) listener();
  };

  const request = (options: LockOptions): Promise<boolean> =>
    new Promise((answer) => {
      if (locks === null) {
        become('here');
        answer(true);
        return;
      }
      let held: Promise<unknown> | undefined;
      held = locks
        .request(`lead:${caseId}`, options, (lock) => {
          if (lock === null) {
            // Asked twice at once: the other asking of this window has it.
            if (letGo === null) become('elsewhere');
            answer(letGo !== null);
            return undefined;
          }
          become('here');
          answer(true);
          free = held;
          return new Promise<void>((done) => {
            letGo = done;
          });
        })
        .catch(() => {
          // Another window took the lead by a deliberate act.
          letGo = null;
          become('elsewhere');
          answer(false);
        });
    });

  return {
    status: () => status,
    tryLead: async () => {
      if (status === 'here') return true;
      // One who leaves and comes back at once must not find oneself in the way.
      if (letGo === null) await free;
      return request({ mode: 'exclusive', ifAvailable: true });
    },
    take: async () => {
      if (status !== 'here') await request({ mode: 'exclusive', steal: true });
    },
    release: () => {
      letGo?.();
      letGo = null;
      become('free');
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
