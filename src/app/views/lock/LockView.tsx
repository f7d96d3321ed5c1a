/** **Låst**: whose plans, and the way in. In clear stand only the short names that their owners chose. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Choice } from '../../../ui/Choice/Choice.tsx';
import { Field } from '../../../ui/Field/Field.tsx';
import { lazyView } from '../../../ui/lazyView.tsx';
import { PageFrame } from '../../../ui/PageFrame/PageFrame.tsx';
import { TopBar } from '../../../ui/TopBar/TopBar.tsx';
import type { LockedVault } from '../../session/sessionTypes.ts';
import { tellApart } from '../../tellApart.ts';
import '../views.css';

const RestoreForm = lazyView(() => import('./RestoreForm.tsx').then((m) => m.RestoreForm), {
  as: 'piece',
});

export type UnlockTrouble =
  | { readonly kind: 'wrong'; readonly waitMs: number }
  | { readonly kind: 'other'; readonly words: string };

export interface LockViewProps {
  readonly vaults: readonly LockedVault[];
  /** The vault that was open last in this window. */
  readonly lastVaultId: string | null;
  /** Null when it opened. */
  readonly unlock: (vaultId: string, password: string) => Promise<UnlockTrouble | null>;
  readonly restore: (
    vaultId: string,
    code: string,
    newPassword: string,
  ) => Promise<UnlockTrouble | null>;
  readonly judge: (password: string) => Promise<'good' | 'tooShort' | 'tooCommon'>;
  /** Beside the password, where the vault has a passkey. */
  readonly passkey?: (vaultId: string) => JSX.Element;
  /** Where the vault is sealed to an organisation's key. */
  readonly recovery?: (vaultId: string, onBack: () => void) => JSX.Element;
  readonly onNew: () => void;
  /** **Hämta från en säkerhetskopia**: one's own plans, on a tablet where only others have theirs. */
  readonly onFetch: () => void;
}

export function LockView(props: LockViewProps): JSX.Element {
  const t = useT();
  // After a start from nothing: who was here last, or a password is tried at a colleague's name.
  const [latest] = props.vaults.toSorted((a, b) => (b.openedAt ?? 0) - (a.openedAt ?? 0));
  const first = props.lastVaultId ?? latest?.vaultId ?? null;
  const [vaultId, setVaultId] = useState(first);
  const [password, setPassword] = useState('');
  const [trouble, setTrouble] = useState<UnlockTrouble | null>(null);
  const [busy, setBusy] = useState(false);
  const [way, setWay] = useState<'password' | 'code' | 'recovery'>('password');
  const wait = useCountdown(trouble?.kind === 'wrong' ? trouble.waitMs : 0, trouble);
  const chosen = props.vaults.find((vault) => vault.vaultId === vaultId);

  const submit = async (): Promise<void> => {
    if (vaultId === null || busy || wait > 0) return;
    setBusy(true);
    const result = await props.unlock(vaultId, password);
    if (result === null) return;
    setBusy(false);
    setTrouble(result);
    setPassword('');
  };

  const words =
    trouble === null
      ? null
      : trouble.kind === 'other'
        ? trouble.words
        : wait > 0
          ? t('vault:lock.wrongWait', { count: wait })
          : t('vault:lock.wrong');

  return (
    <PageFrame
      title={t('vault:lock.title')}
      top={<TopBar title={t('common:app')} />}
      leftOnPhone="before"
      left={
        <>
          <Choice
            legend={t('vault:lock.who')}
            value={vaultId}
            onChange={(next) => {
              setVaultId(next);
              setTrouble(null);
              setPassword('');
              setWay('password');
            }}
            options={props.vaults.map((vault) => ({
              value: vault.vaultId,
              ...tellApart(vault, props.vaults, t),
            }))}
          />
          <Button kind="quiet" onClick={props.onNew}>
            {t('vault:lock.newHere')}
          </Button>
        </>
      }
      foot={
        <div class="button-row">
          <Button kind="quiet" href="/ova">
            {t('vault:lock.practice')}
          </Button>
          <Button kind="quiet" href="/hjalp">
            {t('vault:lock.help')}
          </Button>
          <Button kind="quiet" onClick={props.onFetch}>
            {t('backup:fetch')}
          </Button>
        </div>
      }
    >
      <h2>{chosen === undefined ? '' : tellApart(chosen, props.vaults, t).label}</h2>
      <p>{t('vault:lock.safe')}</p>
      {way === 'code' && vaultId !== null && (
        <RestoreForm
          restore={(code, newPassword) => props.restore(vaultId, code, newPassword)}
          judge={props.judge}
          onBack={() => setWay('password')}
        />
      )}
      {way === 'recovery' &&
        vaultId !== null &&
        props.recovery?.(vaultId, () => setWay('password'))}
      {way === 'password' && (
        <form
          class="form"
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <Field
            kind="password"
            label={t('vault:lock.password')}
            value={password}
            onInput={setPassword}
            error={words}
          />
          <Button kind="filled" size="large" type="submit" busy={busy}>
            {busy ? t('vault:lock.unlocking') : t('vault:lock.unlock')}
          </Button>
          {trouble?.kind === 'wrong' && (
            <Button kind="quiet" href="/hjalp/glomt-losenordet">
              {t('help:password.title')}
            </Button>
          )}
          {chosen?.hasPasskey === true && props.passkey?.(chosen.vaultId)}
          <Button kind="quiet" onClick={() => setWay('code')}>
            {t('vault:lock.withReserve')}
          </Button>
          {chosen?.hasRecovery === true && props.recovery !== undefined && (
            <Button kind="quiet" onClick={() => setWay('recovery')}>
              {t('vault:lock.withOrganisation')}
            </Button>
          )}
        </form>
      )}
    </PageFrame>
  );
}

/** Whole seconds until the next try, counted down while one looks. */
function useCountdown(waitMs: number, since: unknown): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (since === null || waitMs <= 0) {
      setLeft(0);
      return undefined;
    }
    const end = performance.now() + waitMs;
    const tick = (): void => setLeft(Math.max(0, Math.ceil((end - performance.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, [waitMs, since]);
  return left;
}
