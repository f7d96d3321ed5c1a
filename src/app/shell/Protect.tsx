/** **Skydda uppgifterna**: makes the vault, shows its reserve code and asks who writes. */
import type { JSX } from 'preact';
import { useCallback, useRef } from 'preact/hooks';
import { useLocation } from 'wouter';
import { useT } from '../../i18n/useT.ts';
import type { Organisation } from '../../protocol/recoveryKey.ts';
import { askToKeep } from '../../pwa/readiness.ts';
import { fetchOrganisation } from '../../sync/fetchOrganisation.ts';
import { createVault } from '../../vault/createVault.ts';
import { keyFingerprint } from '../../vault/recoveryTexts.ts';
import { reserveCodeGroups } from '../../vault/reserveCode.ts';
import { secretOf } from '../../vault/secret.ts';
import type { VaultSession } from '../../vault/vaultSession.ts';
import { judge, suggest } from '../judge.ts';
import { useSession } from '../SessionContext.ts';
import { noteLockEvent } from '../session/lockLog.ts';
import { vaultDepsOf } from '../vaultDeps.ts';
import { ProtectView } from '../views/welcome/ProtectView.tsx';

export interface ProtectProps {
  readonly onBack: () => void;
  /** For a second device: who writes comes from the first, and the code of that one is read next. */
  readonly second?: boolean;
}

export function Protect({ onBack, second = false }: ProtectProps): JSX.Element {
  const t = useT();
  const session = useSession();
  const [, go] = useLocation();
  const made = useRef<VaultSession | null>(null);
  const recovery = useRef<Organisation | null>(null);

  return (
    <ProtectView
      organisation={useCallback(async () => {
        const answer = await fetchOrganisation();
        if (answer.kind !== 'key') return null;
        recovery.current = answer.organisation;
        const { name, publicKey } = answer.organisation;
        return { name, fingerprint: await keyFingerprint(publicKey) };
      }, [])}
      takenNames={session.get().vaults.map(({ shortName }) => shortName)}
      judge={judge}
      suggest={() => suggest(session.deps)}
      createVault={async ({ shortName, password }) => {
        const created = await createVault(vaultDepsOf(session.deps), {
          shortName,
          password: secretOf(password),
          ...(recovery.current !== null && { recoveryKey: recovery.current.publicKey }),
        });
        if (!created.ok) {
          return {
            trouble: t(
              created.error.kind === 'missingCrypto'
                ? 'errors:vault.missingCrypto'
                : 'errors:vault.other',
            ),
          };
        }
        made.current = created.value.session;
        if (recovery.current !== null) {
          const at = session.deps.clock.now();
          await noteLockEvent(made.current, { at, what: 'organisationKey' });
        }
        void askToKeep();
        return { groups: reserveCodeGroups(created.value.reserveCode) };
      }}
      saveDetails={async ({ person, organisation }) => {
        const vault = made.current;
        if (vault === null) return t('errors:vault.other');
        const first = await vault.writeValue('person', person);
        const second = await vault.writeValue('organisation', organisation);
        return first.ok && second.ok ? null : t('errors:vault.other');
      }}
      onBack={onBack}
      asksDetails={!second}
      onDone={() => {
        if (second) go('/ga-med', { replace: true });
        if (made.current !== null) void session.vaultCreated(made.current);
      }}
    />
  );
}
