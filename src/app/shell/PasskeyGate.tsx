/** **Låst**: unlocking by a passkey. Loaded where a vault has one, so that a press reaches the browser at once. */
import type { JSX } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { browserPasskeys } from '../../vault/browserPasskeys.ts';
import { askForVault } from '../../vault/passkeys.ts';
import { passkeyProblem } from '../passkeyWords.ts';
import { useSession } from '../SessionContext.ts';
import { vaultDepsOf } from '../vaultDeps.ts';
import { PasskeyUnlock } from '../views/lock/PasskeyUnlock.tsx';

export function PasskeyGate({ vaultId }: { readonly vaultId: string }): JSX.Element {
  const session = useSession();
  const [passkeys] = useState(() => browserPasskeys(session.deps));
  const deps = { ...vaultDepsOf(session.deps), passkeys };
  return (
    <PasskeyUnlock
      key={vaultId}
      canUse={useCallback(() => passkeys.canUse(), [passkeys])}
      unlock={async () => {
        const asked = await askForVault(deps, vaultId);
        if (!asked.ok) return passkeyProblem(asked.error.kind);
        const trouble = await session.unlocking(vaultId, asked.value, true);
        return trouble === null ? null : passkeyProblem(trouble.kind);
      }}
    />
  );
}
