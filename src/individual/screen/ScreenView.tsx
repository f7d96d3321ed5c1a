/**
 * `/skarm/:id`: the shared view in a window of its own, on a second screen or in a video meeting (field.md 1b, 23). It
 * draws what the leader's window sends and nothing else. While nothing comes it rests; after the meeting it empties.
 */
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { swedishText } from '../../i18n/i18n.ts';
import { useT } from '../../i18n/useT.ts';
import { defaultShares, parts } from '../../meeting/parts.ts';
import { useVisibleSize } from '../../meeting/views/useVisibleSize.ts';
import { browserWakeLockDeps, createWakeLock } from '../../pwa/wakeLock.ts';
import { RoomStage } from '../RoomStage.tsx';
import { roomFrame } from '../roomFrame.ts';
import { roomWords } from '../roomPhrases.ts';
import type { RoomView } from '../roomShape.ts';
import { rootTextScale } from '../rootTextScale.ts';
import { useRoomPages } from '../useRoomPages.ts';
import { useRoomWords } from '../useRoomWords.ts';
import { askEvery, lostAfter, screenPort, type ToScreens } from './roomChannel.ts';
import './screen.css';

type Shown = Extract<ToScreens, { is: 'view' }>;

const still = (kind: 'resting' | 'thanks', language: RoomView['language']): RoomView => ({
  screenName: null,
  language,
  forChild: false,
  shares: parts.map((part) => defaultShares[part]),
  scene: { kind },
  away: null,
  end: null,
});

/** What stands: the last that came, until it is too old or the meeting has been over for a while. */
const standing = (shown: Shown | null, isLost: boolean, now: number): RoomView => {
  if (shown === null) return still('resting', null);
  const { view, emptiesAt } = shown;
  if (emptiesAt !== null && now >= emptiesAt) return still('thanks', view.language);
  return isLost && emptiesAt === null ? still('resting', view.language) : view;
};

/** Fills the screen, or gives it back. A browser that does not let it says so by itself. */
const fill = (): void => {
  const isFull = (document.fullscreenElement ?? null) !== null;
  const done = isFull ? document.exitFullscreen() : document.documentElement.requestFullscreen?.();
  done?.catch(() => undefined);
};

export interface ScreenViewProps {
  readonly caseId: string;
}

export function ScreenView({ caseId }: ScreenViewProps): JSX.Element {
  const t = useT();
  const visible = useVisibleSize();
  const [shown, setShown] = useState<Shown | null>(null);
  const [isLost, setLost] = useState(false);
  const [now, setNow] = useState(Date.now);
  const me = useMemo(() => crypto.randomUUID(), []);
  const port = useMemo(() => screenPort(caseId), [caseId]);

  const view = standing(shown, isLost, now);
  const words = useRoomWords(view.language, roomWords(swedishText));
  const frame = roomFrame({
    windowWidth: visible.width,
    windowHeight: visible.height,
    stageHeight: visible.height,
    textScale: rootTextScale(),
    isTwofold: words.language !== null,
    isWhole: true,
  });
  const { page, pages, onOverflow, isCrowded } = useRoomPages(view, frame, null, words);

  useLayoutEffect(() => {
    let heard = performance.now();
    port.listen((message) => {
      heard = performance.now();
      setLost(message.is === 'gone');
      if (message.is === 'view') setShown(message);
      setNow(Date.now());
    });
    const look = setInterval(() => {
      if (performance.now() - heard > lostAfter) setLost(true);
      setNow(Date.now());
    }, 1_000);
    const leave = (): void => port.send({ is: 'left', screen: me });
    addEventListener('pagehide', leave);
    return () => {
      clearInterval(look);
      removeEventListener('pagehide', leave);
      leave();
      port.close();
    };
  }, [port, me]);

  useLayoutEffect(() => {
    const ask = (): void => port.send({ is: 'here', screen: me, pages });
    ask();
    const again = setInterval(ask, askEvery);
    return () => clearInterval(again);
  }, [port, me, pages]);

  useEffect(() => {
    // A click fills the screen; there is nothing else to press, nor to reach by key.
    addEventListener('click', fill);
    const wake = createWakeLock(browserWakeLockDeps());
    void wake.hold();
    return () => {
      removeEventListener('click', fill);
      void wake.dispose();
    };
  }, []);

  return (
    <main class="screen" aria-label={t('room:name')}>
      <h1 class="visually-hidden">{view.screenName ?? t('room:name')}</h1>
      <div class="screen__stage" aria-live="off">
        <RoomStage {...{ view, frame, words, page, onOverflow, isCrowded }} />
      </div>
    </main>
  );
}
