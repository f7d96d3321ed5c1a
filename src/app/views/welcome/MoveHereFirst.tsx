/** **Välkommen** in a tab on an iPad: practice and the home screen first; real plans here need a second yes. */
import type { JSX } from 'preact';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';

export interface MoveHereFirstProps {
  /** Asks once more before anything is made. */
  readonly onProtect: () => void;
}

export function MoveHereFirst({ onProtect }: MoveHereFirstProps): JSX.Element {
  const t = useT();
  return (
    <section class="welcome__move" aria-label={t('backup:move.first.title')}>
      <h2>{t('backup:move.first.title')}</h2>
      <Notice kind="attention">{t('backup:move.first.why')}</Notice>
      <ol aria-label={t('backup:move.steps')}>
        <li>{t('backup:move.share')}</li>
        <li>{t('backup:move.add')}</li>
        <li>{t('backup:move.begin')}</li>
      </ol>
      <div class="button-row">
        <Button kind="filled" size="large" href="/ova">
          {t('vault:welcome.practice')}
        </Button>
        <Button onClick={onProtect}>{t('backup:move.first.protect')}</Button>
      </div>
    </section>
  );
}
