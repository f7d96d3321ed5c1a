/** `/installningar`: wires the settings to the vault of this window. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useT } from '../i18n/useT.ts';
import { browserKeptFontsDeps, forgetFonts } from '../pwa/keptFonts.ts';
import { changePassword, renewReserveCode } from '../vault/changePassword.ts';
import { destroyVault } from '../vault/destroyVault.ts';
import { reserveCodeGroups } from '../vault/reserveCode.ts';
import { secretOf } from '../vault/secret.ts';
import type { AppearanceStore } from './appearance.ts';
import { judge } from './judge.ts';
import { useSession, useSessionState } from './SessionContext.ts';
import { type LockEvent, noteLockEvent } from './session/lockLog.ts';
import { forgetRestoredCopy } from './session/restoredCopy.ts';
import { vaultDepsOf } from './vaultDeps.ts';
import { SettingsView } from './views/settings/SettingsView.tsx';

export function SettingsRoute({
  appearance,
}: {
  readonly appearance: AppearanceStore;
}): JSX.Element | null {
  const t = useT();
  const session = useSession();
  const state = useSessionState();
  const [caseCount] = useState(() => state.vault?.listCases() ?? null);
  const { vault } = state;
  if (vault === null) return null;
  const deps = vaultDepsOf(session.deps);
  const { vaultId } = vault;
  const note = (what: LockEvent): Promise<boolean> =>
    noteLockEvent(vault, { at: session.deps.clock.now(), what });

  return (
    <SettingsView
      appearance={appearance}
      details={{ person: state.person, organisation: state.organisation }}
      onSaveDetails={async ({ person, organisation }) => {
        const saved = await session.saveDetails(person, organisation);
        return saved.ok ? null : t('errors:vault.other');
      }}
      idleMinutes={state.idleMinutes}
      onIdleMinutes={(minutes) => void session.setIdleMinutes(minutes)}
      judge={judge}
      onChangePassword={async (password, newPassword) => {
        const changed = await changePassword(deps, {
          vaultId,
          password: secretOf(password),
          newPassword: secretOf(newPassword),
        });
        if (changed.ok) {
          session.lockElsewhere(vaultId);
          await note('passwordChanged');
          return null;
        }
        return changed.error.kind === 'wrongPassword' || changed.error.kind === 'wait'
          ? t('vault:lock.wrong')
          : t('errors:vault.other');
      }}
      onNewReserveCode={async (password) => {
        const renewed = await renewReserveCode(deps, { vaultId, password: secretOf(password) });
        if (renewed.ok) {
          await note('newReserve');
          return { groups: reserveCodeGroups(renewed.value) };
        }
        return {
          trouble:
            renewed.error.kind === 'wrongPassword' || renewed.error.kind === 'wait'
              ? t('vault:lock.wrong')
              : t('errors:vault.other'),
        };
      }}
      shortName={vault.shortName}
      countCases={async () => {
        const cases = await caseCount;
        return cases?.ok === true ? cases.value.length : 0;
      }}
      onAddPerson={() => void session.lock('asked')}
      onWipe={async () => {
        const forget = await import('./lockWork.ts')
          .then((work) => work.forgetterOf(session, vaultId))
          .catch(() => null);
        const wiped = await destroyVault(deps, vaultId);
        if (!wiped.ok && wiped.error.kind === 'keys') return 'nothingGone';
        await forget?.();
        forgetRestoredCopy(vaultId);
        await forgetFonts(browserKeptFontsDeps());
        if (!wiped.ok) return 'keysGone';
        await session.vaultDestroyed();
        return null;
      }}
      onLeaveWiped={() => void session.vaultDestroyed()}
    />
  );
}
