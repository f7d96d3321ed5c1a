import type { JSX } from 'preact';
import { useT } from '../../i18n/useT.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { PageFrame } from '../../ui/PageFrame/PageFrame.tsx';
import { TopBar } from '../../ui/TopBar/TopBar.tsx';

/** A way that leads nowhere, such as an old link. */
export function NotFound(): JSX.Element {
  const t = useT();
  return (
    <PageFrame
      title={t('errors:notFound.title')}
      top={<TopBar title={t('common:app')} />}
      lead={t('errors:notFound.what')}
    >
      <Button kind="filled" href="/">
        {t('errors:notFound.home')}
      </Button>
    </PageFrame>
  );
}
