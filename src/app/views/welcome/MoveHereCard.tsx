/** **Flytta hit**: the first start on the home screen of an iPad, whose store is empty though there are plans in Safari. */
import type { JSX } from 'preact';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';

export function MoveHereCard({ onFetch }: { readonly onFetch: () => void }): JSX.Element {
  const t = useT();
  return (
    <section class="welcome__move" aria-label={t('backup:move.here.title')}>
      <h2>{t('backup:move.here.title')}</h2>
      <p>{t('backup:move.here.what')}</p>
      <Button onClick={onFetch}>{t('backup:move.here.title')}</Button>
    </section>
  );
}
