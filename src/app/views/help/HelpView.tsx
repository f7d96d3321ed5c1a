/** **Hjälp**: what a SIP is, the circle, hard words, whether it is safe. Open also when locked. */
import type { JSX } from 'preact';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Circle } from '../../../ui/Circle/Circle.tsx';
import { PageFrame } from '../../../ui/PageFrame/PageFrame.tsx';
import { RuledList, RuledRow } from '../../../ui/RuledList/RuledList.tsx';
import { TopBar } from '../../../ui/TopBar/TopBar.tsx';
import { type HelpPage, helpPages } from './helpPages.ts';
import '../views.css';

export function HelpView(): JSX.Element {
  const t = useT();

  return (
    <PageFrame
      title={t('help:title')}
      top={<TopBar back={{ label: t('help:back'), onClick: () => history.back() }} />}
      left={<Circle part={null} size={306} />}
      leftOnPhone="hidden"
      foot={
        <Button kind="quiet" href="/ova">
          {t('help:practice')}
        </Button>
      }
    >
      <h2>{t('help:pages.title')}</h2>
      <p>{t('help:pages.lead')}</p>
      <PageList
        label={t('help:pages.title')}
        pages={helpPages.filter(({ about }) => about === 'trouble')}
      />
      <h2>{t('help:what.title')}</h2>
      <p>{t('help:what.p1')}</p>
      <p>{t('help:what.p2')}</p>
      <p>{t('help:what.p3')}</p>
      <p>{t('help:what.p4')}</p>
      <p>{t('help:what.p5')}</p>
      <p>
        <Button kind="quiet" iconEnd="forward" href="/vad-ar-en-sip">
          {t('help:what.pictures')}
        </Button>
      </p>
      <p class="soft">{t('help:what.ours')}</p>
      <h2>{t('help:circle.title')}</h2>
      <p>{t('help:circle.lead')}</p>
      <p class="soft">{t('help:circle.ours')}</p>
      <p>
        <Button kind="quiet" iconEnd="forward" href="/hjalp/cirklar">
          {t('help:circle.all')}
        </Button>
      </p>
      <h2>{t('help:safe.title')}</h2>
      <p>{t('help:safe.p1')}</p>
      <p>{t('help:safe.p2')}</p>
      <p>{t('help:safe.p3')}</p>
      <p>{t('help:safe.p4')}</p>
      <h2>{t('help:wall.title')}</h2>
      <p>{t('help:wall.p1')}</p>
      <p>{t('help:wall.p2')}</p>
      <p>{t('help:wall.p3')}</p>
      <h2>{t('help:words.title')}</h2>
      <p>{t('help:words.lead')}</p>
      <p>
        <Button kind="quiet" iconEnd="forward" href="/hjalp/ord">
          {t('help:words.open')}
        </Button>
      </p>
      <h2>{t('access:list')}</h2>
      <PageList
        label={t('access:list')}
        pages={helpPages.filter(({ about }) => about === 'program')}
      />
    </PageFrame>
  );
}

function PageList({
  label,
  pages,
}: {
  readonly label: string;
  readonly pages: readonly HelpPage[];
}): JSX.Element {
  const t = useT();
  return (
    <RuledList label={label}>
      {pages.map(({ id, title, line }) => (
        <RuledRow
          key={id}
          second={t(line)}
          actions={
            <Button
              kind="quiet"
              iconEnd="forward"
              href={`/hjalp/${id}`}
              aria-label={t('help:pages.open', { title: t(title) })}
            >
              {t('help:pages.read')}
            </Button>
          }
        >
          {t(title)}
        </RuledRow>
      ))}
    </RuledList>
  );
}
