/** A case that could not be opened: what is safe, what happened, what to do. */
import type { JSX } from 'preact';
import { useT } from '../../i18n/useT.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { Notice } from '../../ui/Notice/Notice.tsx';

const reasons = ['missing', 'damaged', 'closed', 'slow', 'notSaved', 'empty', 'coming'] as const;

export function OpenFailed({ why }: { readonly why: string }): JSX.Element {
  const t = useT();
  const reason = reasons.find((known) => known === why) ?? 'other';
  return (
    <main class="shell-message">
      <h1 tabIndex={-1}>{t('errors:case.title')}</h1>
      <Notice kind="error">
        {reason === 'missing' || reason === 'empty' ? null : t('errors:case.safe')}{' '}
        {t(`errors:case.${reason}`)}
      </Notice>
      <div class="button-row">
        <Button kind="filled" onClick={() => location.reload()}>
          {t('errors:case.again')}
        </Button>
        <Button href="/">{t('errors:case.home')}</Button>
      </div>
    </main>
  );
}
