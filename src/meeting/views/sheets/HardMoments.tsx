/** **Hjälp i svåra lägen**: our own short cards (domain.md 8.4), acute danger first (field.md 25). */
import type { JSX } from 'preact';
import { Collapsible } from '../../../ui/Collapsible/Collapsible.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import { useLeader } from '../Leader.ts';

const moments = [
  'silence',
  'tears',
  'fine',
  'word',
  'over',
  'disagree',
  'anger',
  'drift',
  'decide',
  'leave',
  'time',
] as const;

export function HardMoments(): JSX.Element {
  const { t, name } = useLeader();
  return (
    <div class="hard-moments leader__scroll">
      <h3 class="lead-question__words">{t('meeting:hard.heading')}</h3>
      <Notice kind="info" title={t('meeting:hard.acute.title')}>
        <p>{t('meeting:hard.acute.text')}</p>
      </Notice>
      <div>
        {moments.map((moment) => (
          <Collapsible key={moment} summary={t(`meeting:hard.${moment}.title`, { name })}>
            <p>{t(`meeting:hard.${moment}.text`, { name })}</p>
          </Collapsible>
        ))}
      </div>
    </div>
  );
}
