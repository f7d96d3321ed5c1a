/** The ways into the vault beside the password, and what has happened with them. Joined to this window's session. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { createOrganisationWork, createPasskeyWork } from '../../lockWork.ts';
import { useSession } from '../../SessionContext.ts';
import { lockLogOf } from '../../session/lockLog.ts';
import { LockLogSection } from './LockLogSection.tsx';
import { OrganisationSection } from './OrganisationSection.tsx';
import { PasskeySection } from './PasskeySection.tsx';

export function UnlockWays(): JSX.Element {
  const session = useSession();
  const [passkeys] = useState(() => createPasskeyWork(session));
  const [organisation] = useState(() => createOrganisationWork(session));
  return (
    <>
      <PasskeySection work={passkeys} shared={session.get().vaults.length > 1} />
      <OrganisationSection work={organisation} />
      <LockLogSection
        read={async () => {
          const { vault } = session.get();
          return vault === null ? [] : lockLogOf(vault);
        }}
      />
    </>
  );
}
