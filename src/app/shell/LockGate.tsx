/** **Låst**: the way in by password or by the reserve code. */
import type { JSX } from 'preact';
import { useT } from '../../i18n/useT.ts';
import { ok } from '../../shared/result.ts';
import { secretOf } from '../../vault/secret.ts';
import { useSession, useSessionState } from '../SessionContext.ts';
import type { UnlockTrouble as SessionTrouble } from '../session/appSession.ts';
import { vaultDepsOf } from '../vaultDeps.ts';
import { LockView, type UnlockTrouble } from '../views/lock/LockView.tsx';

export function LockGate({ onNew }: { readonly onNew: () => void }): JSX.Element {
  const t = useT();
  const session = useSession();
  const state = useSessionState();

  const words = (trouble: SessionTrouble | null): UnlockTrouble | null => {
    if (trouble === null) return null;
    if (['wrongPassword', 'wait', 'badCode'].includes(trouble.kind)) {
      return { kind: 'wrong', waitMs: trouble.waitMs ?? 0 };
    }
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
            return restored.ok ? ok(restored.value.session) : restored;
          }),
        );
      }}
      judge={async (password) => (await import('../judge.ts')).judge(password)}
      onNew={onNew}
    />
  );
}
