/** **Låst**: the way in by an organisation's recovery key, joined to this window's session. */
import type { JSX } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { ok } from '../../shared/result.ts';
import { askRecovery, recoverVault } from '../../vault/recovery.ts';
import { reserveCodeGroups } from '../../vault/reserveCode.ts';
import { secretOf } from '../../vault/secret.ts';
import type { VaultSession } from '../../vault/vaultSession.ts';
import { judge } from '../judge.ts';
import { forgetterOf } from '../lockWork.ts';
import { useSession } from '../SessionContext.ts';
import { whenLeftAlone } from '../session/leftAlone.ts';
import { noteLockEvent } from '../session/lockLog.ts';
import { vaultDepsOf } from '../vaultDeps.ts';
import { type RecoveryProblem, RecoverySteps } from '../views/lock/RecoverySteps.tsx';

export interface RecoveryGateProps {
  readonly vaultId: string;
  readonly onBack: () => void;
}

export function RecoveryGate({ vaultId, onBack }: RecoveryGateProps): JSX.Element {
  const session = useSession();
  /** Open, and waiting for the person to have kept the new code. */
  const opened = useRef<VaultSession | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => () => opened.current?.lock(), []);
  // The new password opens it, and gives another reserve code.
  const back = useRef(onBack);
  back.current = onBack;
  useEffect(
    () => (isOpen ? whenLeftAlone(session, () => back.current()) : undefined),
    [isOpen, session],
  );
  return (
    <RecoverySteps
      shortName={session.get().vaults.find((vault) => vault.vaultId === vaultId)?.shortName ?? ''}
      ask={useCallback(
        async (anew) => {
          const asked = await askRecovery(vaultDepsOf(session.deps), { vaultId, anew });
          return asked.ok ? asked.value : problemOf(asked.error.kind);
        },
        [session, vaultId],
      )}
      recover={async (answer, newPassword) => {
        const forget = await forgetterOf(session, vaultId);
        const recovered = await recoverVault(vaultDepsOf(session.deps), {
          vaultId,
          answer,
          newPassword: secretOf(newPassword),
        });
        if (!recovered.ok) {
          const { error } = recovered;
          return error.kind === 'badAnswer' ? error.why : problemOf(error.kind);
        }
        opened.current = recovered.value.session;
        setIsOpen(true);
        session.lockElsewhere(vaultId);
        await forget();
        await noteLockEvent(opened.current, { at: session.deps.clock.now(), what: 'recovered' });
        return reserveCodeGroups(recovered.value.reserveCode);
      }}
      judge={judge}
      onEnter={() => {
        const vault = opened.current;
        opened.current = null;
        if (vault !== null) void session.unlocking(vaultId, async () => ok(vault), true);
      }}
      onBack={onBack}
    />
  );
}

const problems: Readonly<Record<string, RecoveryProblem>> = {
  notForHere: 'notForHere',
  damaged: 'key',
  noRecovery: 'key',
};

const problemOf = (kind: string): RecoveryProblem => problems[kind] ?? 'store';
