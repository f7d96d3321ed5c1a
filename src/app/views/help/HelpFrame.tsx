/** The frame of a page in **Hjälp**: the way back, the heading, the other pages beside it. Open also when locked. */
import type { ComponentChildren, JSX } from 'preact';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { PageFrame } from '../../../ui/PageFrame/PageFrame.tsx';
import { TopBar } from '../../../ui/TopBar/TopBar.tsx';
import { helpPages } from './helpPages.ts';
import '../views.css';
import './help.css';

export interface HelpFrameProps {
  readonly title: string;
  readonly lead?: string | undefined;
  /** Which page this is, so that the list beside it says where one is. */
  readonly page: string;
  readonly children: ComponentChildren;
}

export function HelpFrame({ title, lead, page, children }: HelpFrameProps): JSX.Element {
  const t = useT();
  return (
    <PageFrame
      title={title}
      lead={lead}
      class="help"
      top={<TopBar back={{ label: t('help:back'), onClick: () => history.back() }} />}
      leftOnPhone="after"
      left={
        <nav class="help__nav" aria-label={t('help:pages.label')}>
          <Button kind="quiet" href="/hjalp">
            {t('help:pages.all')}
          </Button>
          {helpPages.map((each) => (
            <Button
              key={each.id}
              kind="quiet"
              href={`/hjalp/${each.id}`}
              {...(each.id === page && { 'aria-current': 'page' })}
            >
              {t(each.title)}
            </Button>
          ))}
        </nav>
      }
    >
      <div class="help__text">{children}</div>
    </PageFrame>
  );
}
