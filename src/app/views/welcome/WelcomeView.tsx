/** First start: what this is, and the two ways on. Nothing about anybody is asked before it can be locked in. */
import type { JSX } from 'preact';
import type { LanguageCode } from '../../../i18n/languages.ts';
import { useT } from '../../../i18n/useT.ts';
import type { AppleHome } from '../../../pwa/appleHome.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Circle } from '../../../ui/Circle/Circle.tsx';
import { lazyView } from '../../../ui/lazyView.tsx';
import { PageFrame } from '../../../ui/PageFrame/PageFrame.tsx';
import { Picture } from '../../../ui/Picture/Picture.tsx';
import { TopBar } from '../../../ui/TopBar/TopBar.tsx';
import '../views.css';
import { LanguageButton } from './LanguageButton.tsx';
import './welcome.css';

export interface WelcomeViewProps {
  readonly onProtect: () => void;
  readonly onFetch: () => void;
  /** Plans of one's own are on another device already. */
  readonly onSecond: () => void;
  /** Where an iPad has the program; null on other devices. */
  readonly home?: AppleHome | null;
  /** Somebody's own plan is kept here: the language that they read it in. */
  readonly kept?: LanguageCode | null;
}

const KeptCard = lazyView(() => import('./KeptCard.tsx').then((m) => m.KeptCard), { as: 'piece' });
const MoveHereFirst = lazyView(() => import('./MoveHereFirst.tsx').then((m) => m.MoveHereFirst), {
  as: 'piece',
});
const MoveHereCard = lazyView(() => import('./MoveHereCard.tsx').then((m) => m.MoveHereCard), {
  as: 'piece',
});

export function WelcomeView({
  onProtect,
  onFetch,
  onSecond,
  home = null,
  kept = null,
}: WelcomeViewProps): JSX.Element {
  const t = useT();
  return (
    <PageFrame
      title={t('vault:welcome.title')}
      top={<TopBar title={t('common:app')} />}
      left={
        <Circle part={null} size={306}>
          <Picture name="part-1-opening" size={104} />
        </Circle>
      }
      leftOnPhone={kept === null ? 'before' : 'after'}
      lead={t('vault:welcome.lead')}
      foot={
        <div class="button-row">
          <Button kind="quiet" onClick={onSecond}>
            {t('sync:join.second')}
          </Button>
          <Button kind="quiet" onClick={onFetch}>
            {t('backup:fetch')}
          </Button>
          <Button kind="quiet" href="/hjalp">
            {t('vault:welcome.help')}
          </Button>
          <LanguageButton />
        </div>
      }
    >
      {kept !== null && <KeptCard language={kept} />}
      {home === 'tab' && <MoveHereFirst onProtect={onProtect} />}
      <dl class="welcome__promises">
        <dt>{t('vault:welcome.stays')}</dt>
        <dd>{t('vault:welcome.staysMore')}</dd>
        <dt>{t('vault:welcome.locked')}</dt>
        <dd>{t('vault:welcome.lockedMore')}</dd>
        <dt>{t('vault:welcome.pace')}</dt>
        <dd>{t('vault:welcome.paceMore')}</dd>
      </dl>
      {home !== 'tab' && (
        <>
          <div class="button-row">
            <Button kind="filled" size="large" onClick={onProtect}>
              {t('vault:welcome.protect')}
            </Button>
            <Button size="large" href="/ova">
              {t('vault:welcome.practice')}
            </Button>
          </div>
          <p class="soft">{t('vault:welcome.time')}</p>
        </>
      )}
      {home === 'installed' && <MoveHereCard onFetch={onFetch} />}
    </PageFrame>
  );
}
