/** **Välkommen** and **Skydda uppgifterna**, also for one more person on the same device. */
import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useT } from '../../i18n/useT.ts';
import { createVault } from '../../vault/createVault.ts';
import { reserveCodeGroups } from '../../vault/reserveCode.ts';
import { secretOf } from '../../vault/secret.ts';
import type { VaultSession } from '../../vault/vaultSession.ts';
import { judge, suggest } from '../judge.ts';
import { useSession } from '../SessionContext.ts';
import { vaultDepsOf } from '../vaultDeps.ts';
import { ProtectView } from '../views/welcome/ProtectView.tsx';
import { WelcomeView } from '../views/welcome/WelcomeView.tsx';

export interface FirstStartProps {
  /** Back to **Låst**, where others already have their plans here. */
  readonly onBack?: (() => void) | undefined;
}

export function FirstStart({ onBack }: FirstStartProps): JSX.Element {
  const t = useT();
  const session = useSession();
  const [protecting, setProtecting] = useState(onBack !== undefined);
  const made = useRef<VaultSession | null>(null);

  if (!protecting) return <WelcomeView onProtect={() => setProtecting(true)} />;
  return (
    <ProtectView
      takenNames={session.get().vaults.map(({ shortName }) => shortName)}
      judge={judge}
      suggest={() => suggest(session.deps)}
      createVault={async ({ shortName, password }) => {
        const created = await createVault(vaultDepsOf(session.deps), {
          shortName,
          password: secretOf(password),
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
        void session.deps.storage.askToKeep();
        return { groups: reserveCodeGroups(created.value.reserveCode) };
      }}
      saveDetails={async ({ person, organisation }) => {
        const vault = made.current;
        if (vault === null) return t('errors:vault.other');
        const first = await vault.writeValue('person', person);
        const second = await vault.writeValue('organisation', organisation);
        return first.ok && second.ok ? null : t('errors:vault.other');
      }}
      onBack={() => (onBack === undefined ? setProtecting(false) : onBack())}
      onDone={() => {
        if (made.current !== null) void session.vaultCreated(made.current);
      }}
    />
  );
}
