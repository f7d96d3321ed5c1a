/**
 * The session of this window: whether a vault is there, locked or open, and the one case that is open. The vault
 * machine decides when something may be done; the effects are here and answer it with events.
 */
import { err, ok, type Result } from '../../shared/result.ts';
import type { LockReason, VaultActor } from '../../vault/vaultMachine.ts';
import type { VaultSession } from '../../vault/vaultSession.ts';
import type { StoreError } from '../../vault/vaultStore.ts';
import type { AppDeps } from '../deps.ts';
import { createAppSync } from './appSync.ts';
import { defaultIdleMinutes, emptyOrganisation, emptyPerson, readVaultDetails } from './details.ts';
import { type LockChannel, onlyThisWindow } from './lockChannel.ts';
import { createOpenSlot } from './openSlot.ts';
import type { AppSession, SessionState } from './sessionTypes.ts';

export const createAppSession = (
  deps: AppDeps,
  windows: LockChannel = onlyThisWindow,
): AppSession => {
  let machine: VaultActor | null = null;
  const listeners = new Set<() => void>();
  const slot = createOpenSlot({
    timers: deps.timers,
    mayOpen: () => state.vault !== null,
    reopen: async (old) => {
      const { vault } = state;
      const [found, world] = await Promise.all([
        import('../../cases/reopenCase.ts').catch(() => null),
        import('../caseDeps.ts').catch(() => null),
      ]);
      if (vault === null || found === null || world === null) return null;
      const again = await found.reopenCase(world.caseDeps({ deps, get, author }), vault, old);
      if (again.ok) return again.value;
      return again.error.kind === 'missing' ? 'gone' : null;
    },
  });
  let locking: Promise<void> | null = null;
  const sync = createAppSync(deps);
  let state: SessionState = {
    phase: 'starting',
    trouble: null,
    storageTrouble: null,
    vaults: [],
    lastVaultId: null,
    vault: null,
    person: emptyPerson,
    organisation: emptyOrganisation,
    idleMinutes: defaultIdleMinutes,
    unsavedAtLock: false,
  };

  const get = (): SessionState => state;

  const author: AppSession['author'] = () => ({
    name: state.person.name === '' ? (state.vault?.shortName ?? '') : state.person.name,
    function: state.person.function,
    unit: state.person.unit,
  });

  const set = (change: Partial<SessionState>): void => {
    state = { ...state, ...change };
    for (const listener of [...listeners]) listener();
  };

  /** Made when there is first something to decide, so that the first screen is drawn without it. Null: it is missing. */
  const theMachine = async (): Promise<VaultActor | null> => {
    if (machine !== null) return machine;
    const found = await import('../../vault/vaultMachine.ts').catch(() => null);
    if (found === null || machine !== null) return machine;
    machine = found.startVaultMachine();
    if (state.vaults.length > 0) machine.send({ type: 'vaults.found' });
    return machine;
  };
  deps.storage.onTrouble((storageTrouble) => set({ storageTrouble }));

  const refreshVaults = async (): Promise<Result<void, StoreError>> => {
    const rows = await deps.storage.vaults.listVaults();
    if (!rows.ok) return rows;
    set({
      vaults: rows.value.map(({ vaultId, shortName, passkey, recovery, openedAt }) => ({
        vaultId,
        shortName,
        hasPasskey: passkey !== undefined,
        hasRecovery: recovery !== undefined,
        openedAt: openedAt ?? null,
      })),
    });
    return ok(undefined);
  };

  const readDetails = async (vault: VaultSession): Promise<void> => {
    const details = await readVaultDetails(vault);
    set({
      ...details,
      vault,
      phase: 'unlocked',
      lastVaultId: vault.vaultId,
      unsavedAtLock: false,
    });
    sync.unlocked(vault);
  };

  /** A storage that was only slow is opened without anybody asking; the words stand until then. */
  const tryAgainSoon = (): void => {
    deps.timers.after(5_000, async () => {
      if (state.trouble?.kind !== 'slow') return;
      if ((await deps.storage.open()).ok) await start();
      else tryAgainSoon();
    });
  };

  const start = async (): Promise<void> => {
    set({ phase: 'starting', trouble: null });
    const open = await deps.storage.open();
    const read = open.ok ? await refreshVaults() : open;
    if (!read.ok) {
      set({ phase: 'trouble', trouble: read.error });
      if (read.error.kind === 'slow') tryAgainSoon();
      return;
    }
    if (state.vaults.length === 0) set({ phase: 'absent' });
    else {
      machine?.send({ type: 'vaults.found' });
      set({ phase: 'locked' });
    }
  };

  const lock = async (reason: LockReason): Promise<void> => {
    if (machine === null || !machine.getSnapshot().matches('unlocked')) return;
    machine.send({ type: 'lock.asked', reason });
    const closed = await slot.keepOpen(null);
    if (!closed) {
      machine.send({ type: 'lock.notWritten' });
      set({ unsavedAtLock: true });
      return;
    }
    sync.locking();
    state.vault?.lock();
    machine.send({ type: 'lock.written' });
    set({
      vault: null,
      phase: 'locked',
      person: emptyPerson,
      organisation: emptyOrganisation,
      unsavedAtLock: false,
    });
    // The ways into a vault may have changed, here or in another window.
    void refreshVaults();
  };

  const lockOnce = (reason: LockReason): Promise<void> => {
    locking ??= lock(reason).finally(() => {
      locking = null;
    });
    return locking;
  };
  /** The vault is gone from the device: nothing of it can be written any more. */
  const leaveVault = async (): Promise<void> => {
    slot.abandon();
    sync.locking();
    state.vault?.lock();
    await refreshVaults();
    const left = state.vaults.length > 0;
    machine?.send({ type: 'vault.destroyed', left });
    set({
      vault: null,
      lastVaultId: null,
      phase: left ? 'locked' : 'absent',
      person: emptyPerson,
      organisation: emptyOrganisation,
    });
  };

  windows.listen(async (vaultId) => {
    if (state.vault?.vaultId !== vaultId) return;
    const found = await deps.storage.vaults.getVault(vaultId);
    if (found.ok && found.value === null) await leaveVault();
    else await lockOnce('asked');
  });

  return {
    deps,
    get,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start,
    beginAnew: async () => {
      await deps.storage.beginAnew();
      await start();
    },
    openStorageAgain: async () => {
      const open = await deps.storage.open();
      if (open.ok) {
        set({ storageTrouble: null });
        await slot.opened()?.workspace().flush();
      } else if (open.error.kind === 'vanished') set({ phase: 'trouble', trouble: open.error });
      else set({ storageTrouble: open.error });
    },
    vaultCreated: async (vault) => {
      const actor = await theMachine();
      actor?.send({ type: 'vault.created', vaultId: vault.vaultId });
      await refreshVaults();
      if (actor !== null) {
        await readDetails(vault);
        return;
      }
      // The vault is there: it is opened by its password, which says what is wrong if it still is.
      vault.lock();
      set({ phase: 'locked' });
    },
    unlocking: async (vaultId, attempt, freely = false) => {
      const actor = await theMachine();
      if (actor === null) return { kind: 'missing' };
      actor.send({ type: 'unlock.asked', vaultId, at: deps.clock.now(), freely });
      if (!actor.getSnapshot().matches('unlocking')) {
        const until = actor.getSnapshot().context.tryAgainAt ?? 0;
        return { kind: 'wait', waitMs: Math.max(0, until - deps.clock.now()) };
      }
      const unlocked = await attempt();
      if (!unlocked.ok) {
        const waitMs = unlocked.error.waitMs ?? 0;
        actor.send({
          type: 'unlock.failed',
          problem: unlocked.error.kind === 'wrongPassword' ? 'wrongPassword' : 'other',
          at: deps.clock.now(),
          waitMs,
        });
        return unlocked.error;
      }
      actor.send({ type: 'unlock.done' });
      await readDetails(unlocked.value);
      return null;
    },
    saveDetails: async (person, organisation) => {
      const { vault } = state;
      if (vault === null) return err({ kind: 'locked' });
      const first = await vault.writeValue('person', person);
      if (!first.ok) return first;
      const second = await vault.writeValue('organisation', organisation);
      if (!second.ok) return second;
      set({ person, organisation });
      return ok(undefined);
    },
    setIdleMinutes: async (idleMinutes) => {
      const written = await state.vault?.writeValue('settings', { idleMinutes });
      if (written?.ok === true) set({ idleMinutes });
    },
    author,
    lock: (reason) => {
      // By itself only this window locks: one may be working in another.
      const isAsked = reason === 'asked' || reason === 'code';
      if (isAsked && state.vault !== null) windows.tell(state.vault.vaultId);
      return lockOnce(reason);
    },
    vaultsChanged: async () => {
      if (state.phase === 'absent') await start();
      else await refreshVaults();
    },
    vaultDestroyed: async () => {
      const gone = state.vault?.vaultId;
      await leaveVault();
      if (gone !== undefined) windows.tell(gone);
    },
    lockElsewhere: windows.tell,
    openedCase: slot.opened,
    openedForGood: slot.openedForGood,
    keepOpen: slot.keepOpen,
    onRenewed: slot.onRenewed,
    sync,
  };
};
