/**
 * The first thing after unlocking: **Dagens möte** if there is one within two hours, with no other name on the
 * screen (field.md 2); else **Mina SIP:ar**, how many and how much to do. Names are behind **Alla planer**.
 */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { instantOf } from '../../../i18n/localDate.ts';
import { useT } from '../../../i18n/useT.ts';
import { isTodaysMeeting } from '../../../process/caseCard.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { TopBar } from '../../../ui/TopBar/TopBar.tsx';
import type { CardEntry } from './cardEntry.ts';
import { HomeEmpty } from './HomeEmpty.tsx';
import { HomeList } from './HomeList.tsx';
import { HomeStart } from './HomeStart.tsx';
import { StandInOffers } from './StandInOffers.tsx';
import { TakenOver } from './TakenOver.tsx';
import { TodaysMeeting } from './TodaysMeeting.tsx';
import type { TakeOverWork } from './takeOver.ts';
import '../views.css';
import './home.css';

export interface FromOthers {
  /** How many cases have not come here as a whole. */
  readonly coming: number;
  readonly invited: ReadonlySet<string>;
}

export interface HomeViewProps {
  readonly cards: readonly CardEntry[];
  /** Cases whose card could not be read; they are kept. */
  readonly unreadable: number;
  readonly now: number;
  /** Words about an old backup, or that there is none; null: nothing to say. */
  readonly backupWords: string | null;
  readonly takeOver: TakeOverWork;
  /** What is on its way here, and what others have invited to. */
  readonly fromOthers?: FromOthers;
  readonly onLock: () => void;
}

export function HomeView({
  cards,
  unreadable,
  now,
  backupWords,
  takeOver,
  fromOthers = { coming: 0, invited: new Set() },
  onLock,
}: HomeViewProps): JSX.Element {
  const t = useT();
  const [all, setAll] = useState(false);
  const today = cards.find(({ card }) => isTodaysMeeting(card, now, instantOf)) ?? null;

  const top = (
    <TopBar
      {...(all
        ? {
            back: {
              label: t(today === null ? 'home:list.title' : 'home:today.title'),
              onClick: () => setAll(false),
            },
          }
        : { title: t('home:app') })}
    >
      <Button kind="quiet" href="/hjalp">
        {t('home:help')}
      </Button>
      <Button kind="quiet" href="/statistik">
        {t('after:statistics.title')}
      </Button>
      <Button kind="quiet" href="/installningar">
        {t('home:settings')}
      </Button>
      <Button kind="quiet" onClick={onLock}>
        {t('home:lock')}
      </Button>
    </TopBar>
  );

  const takenOver = <TakenOver work={takeOver} />;
  const shared = { top, cards, unreadable, now, backupWords, takenOver, fromOthers };
  if (all) {
    return <HomeList {...shared} offers={<StandInOffers work={takeOver} names />} />;
  }
  if (today !== null) {
    return <TodaysMeeting top={top} entry={today} now={now} onAll={() => setAll(true)} />;
  }
  if (cards.length === 0 && unreadable === 0 && fromOthers.coming === 0) {
    return <HomeEmpty top={top} offers={<StandInOffers work={takeOver} names={false} />} />;
  }
  return <HomeStart {...shared} onAll={() => setAll(true)} />;
}
