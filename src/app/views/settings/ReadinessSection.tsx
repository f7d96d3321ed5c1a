import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import {
  browserReadinessDeps,
  checkReadiness,
  type ReadinessItem,
} from '../../../pwa/readiness.ts';
import { RuledList, RuledRow } from '../../../ui/RuledList/RuledList.tsx';

/** **Klar för möten utan internet**: each thing ready, not ready (and what to do), or not to be known here. */
export function ReadinessSection(): JSX.Element {
  const t = useT();
  const [items, setItems] = useState<readonly ReadinessItem[]>([]);
  useEffect(() => {
    void checkReadiness(browserReadinessDeps()).then(setItems);
  }, []);
  return (
    <section class="section" aria-label={t('settings:ready.title')}>
      <h2>{t('settings:ready.title')}</h2>
      <RuledList label={t('settings:ready.title')}>
        {items.map(({ id, state }) => (
          <RuledRow
            key={id}
            second={t(`settings:readiness.${id}.${state}`)}
            actions={<span>{t(`settings:ready.${state}`)}</span>}
          >
            {t(`settings:readiness.${id}.name`)}
          </RuledRow>
        ))}
      </RuledList>
      <p class="soft">{t('settings:ready.dictationLine')}</p>
    </section>
  );
}
