/** **Inställningar → Flytta till hemskärmen**: in a tab on an iPad with plans in it, how they come to the home screen. */
import type { JSX } from 'preact';
import { useT } from '../../../i18n/useT.ts';

const steps = ['copy', 'share', 'open', 'move', 'unlock', 'wipe'] as const;

export function MoveHomeSection(): JSX.Element {
  const t = useT();
  return (
    <section class="section" aria-label={t('backup:move.home.title')}>
      <h2>{t('backup:move.home.title')}</h2>
      <p>{t('backup:move.home.why')}</p>
      <ol aria-label={t('backup:move.steps')}>
        {steps.map((step) => (
          <li key={step}>{t(`backup:move.home.${step}`)}</li>
        ))}
      </ol>
    </section>
  );
}
