/** **Låst**: the way in by password or by the reserve code; the other two come with what they need. */
import type { JSX } from 'preact';
import { useT } from '../../i18n/useT.ts';
import { ok } from '../../shared/result.ts';
import { lazyView } from '../../ui/lazyView.tsx';
import { secretOf } from '../../vault/secret.ts';
import { useSession, useSessionState } from '../SessionContext.ts';
import type { UnlockTrouble as SessionTrouble } from '../session/sessionTypes.ts';
import { vaultDepsOf } from '../vaultDeps.ts';
import { LockView, type UnlockTrouble } from '../views/lock/LockView.tsx';

const PasskeyGate = lazyView(() => import('./PasskeyGate.tsx').then((m) => m.PasskeyGate), {
  as: 'piece',
});
const RecoveryGate = lazyView(() => import('./RecoveryGate.tsx').then((m) => m.RecoveryGate), {
  as: 'piece',
});

/** Every try is counted on the disk before it is made, so a disk in trouble stands in the way of the right password too. */
const storageKinds = ['quota', 'slow', 'closed', 'blocked', 'vanished', 'newerVersion'] as const;

export interface LockGateProps {
  readonly onNew: () => void;
  readonly onFetch: () => void;
}

export function LockGate({ onNew, onFetch }: LockGateProps): JSX.Element {
  const t = useT();
  const session = useSession();
  const state = useSessionState();

  const words = (trouble: SessionTrouble | null): UnlockTrouble | null => {
    if (trouble === null) return null;
    if (['wrongPassword', 'wait', 'badCode'].includes(trouble.kind)) {
      return { kind: 'wrong', waitMs: trouble.waitMs ?? 0 };
    }
    const stored = storageKinds.find((kind) => kind === trouble.kind);
    if (stored !== undefined) return { kind: 'other', words: t(`errors:storage.${stored}`) };
    return {
      kind: 'other',
      words: t(trouble.kind === 'damaged' ? 'vault:lock.broken' : 'errors:vault.other'),
    };
  };

  return (
    <LockView
      key={state.vaults.length}
      vaults={state.vaults}
      lastVaultId={state.lastVaultId}
      unlock={async (vaultId, password) => {
        const { unlockWithPassword } = await import('../../vault/unlock.ts');
        return words(
          await session.unlocking(vaultId, () =>
            unlockWithPassword(vaultDepsOf(session.deps), vaultId, secretOf(password)),
          ),
        );
      }}
      restore={async (vaultId, code, newPassword) => {
        const { unlockWithReserveCode } = await import('../../vault/unlockWithReserve.ts');
        return words(
          await session.unlocking(vaultId, async () => {
            const restored = await unlockWithReserveCode(vaultDepsOf(session.deps), {
              vaultId,
              code: secretOf(code),
              newPassword: secretOf(newPassword),
              newCode: false,
            });
            if (!restored.ok) return restored;
            session.lockElsewhere(vaultId);
            const { noteLockEvent } = await import('../session/lockLog.ts');
            const at = session.deps.clock.now();
            await noteLockEvent(restored.value.session, { at, what: 'reserveUsed' });
            return ok(restored.value.session);
          }),
        );
      }}
      judge={async (password) => (await import('../judge.ts')).judge(password)}
      passkey={(vaultId) => <PasskeyGate vaultId={vaultId} />}
      recovery={(vaultId, onBack) => <RecoveryGate vaultId={vaultId} onBack={onBack} />}
      onNew={onNew}
      onFetch={onFetch}
    />
  );
}
