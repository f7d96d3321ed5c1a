/** **Organisationens nyckel**: who besides the owner can open the vault, told and offered; nothing where there is none. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import type { OrganisationState, OrganisationWork } from '../../lockWork.ts';
import { PasswordNowForm } from '../password/PasswordNowForm.tsx';
import { OrganisationNotice } from '../welcome/OrganisationNotice.tsx';

export interface OrganisationSectionProps {
  readonly work: OrganisationWork;
}

export function OrganisationSection({ work }: OrganisationSectionProps): JSX.Element | null {
  const t = useT();
  const [state, setState] = useState<OrganisationState | null>(null);
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState<'taken' | 'dropped' | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => void work.state().then(setState), [work]);
  if (state === null) return null;
  const { now, offered, gone } = state;
  if (now === null && offered === null && done === null) return null;

  const changed = async (what: 'taken' | 'dropped'): Promise<void> => {
    setState(await work.state());
    setOpen(false);
    setDone(what);
  };
  return (
    <section class="section" aria-label={t('vault:organisation.title')}>
      <h2>{t('vault:organisation.title')}</h2>
      {now !== null && (
        <>
          <p>
            {now.name === null
              ? t('vault:organisation.has')
              : t('vault:organisation.hasNamed', { organisation: now.name })}
          </p>
          <p class="soft">
            {t('vault:organisation.fingerprint', { fingerprint: now.fingerprint })}
          </p>
        </>
      )}
      {offered !== null && (
        <OrganisationNotice
          name={offered.organisation.name}
          fingerprint={offered.fingerprint}
          kind={now === null ? 'offered' : 'newer'}
        />
      )}
      {offered !== null && !open && (
        <Button onClick={() => setOpen(true)}>
          {t(now === null ? 'vault:organisation.take' : 'vault:organisation.change')}
        </Button>
      )}
      {offered !== null && open && (
        <PasswordNowForm
          label={t(now === null ? 'vault:organisation.take' : 'vault:organisation.change')}
          onPassword={async (password) => {
            const problem = await work.take(offered.organisation, password);
            if (problem === 'wrong') return t('vault:lock.wrong');
            if (problem === 'other') return t('errors:vault.other');
            void changed('taken');
            return null;
          }}
          onCancel={() => setOpen(false)}
        />
      )}
      {gone && (
        <>
          <p>{t('vault:organisation.gone')}</p>
          <Button
            onClick={async () => {
              const dropped = await work.drop();
              setFailed(!dropped);
              if (dropped) await changed('dropped');
            }}
          >
            {t('vault:organisation.drop')}
          </Button>
        </>
      )}
      {failed && <Notice kind="error">{t('errors:vault.other')}</Notice>}
      <p role="status">{done !== null && t(`vault:organisation.${done}`)}</p>
    </section>
  );
}
