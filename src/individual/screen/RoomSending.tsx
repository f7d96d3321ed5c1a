/**
 * The leader's window sends the shared view to the windows that show it (`ScreenView`), as long as there is one. Above the
 * leader's own screen it says that this is not the window to share, and turns the pages that the other cannot.
 */
import type { JSX } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useT } from '../../i18n/useT.ts';
import { useNow } from '../../meeting/views/useNow.ts';
import { useWorkspace } from '../../meeting/views/WorkspaceContext.ts';
import type { ClockDep } from '../../shared/deps.ts';
import { Button } from '../../ui/Button/Button.tsx';
import type { RoomView } from '../roomShape.ts';
import { selectRoomView, standsAfterEnd } from '../roomView.ts';
import { leaderPort, lostAfter } from './roomChannel.ts';
import './sending.css';

/** A window with the shared view, and when it was last heard of. */
interface Screen {
  readonly pages: number;
  readonly heard: number;
}

export interface RoomSendingProps {
  readonly clock: ClockDep['clock'];
  /** How many windows show the shared view: zero, or more. */
  readonly onScreens: (count: number) => void;
}

export function RoomSending({ clock, onScreens }: RoomSendingProps): JSX.Element | null {
  const workspace = useWorkspace();
  const t = useT();
  const now = useNow(clock.now);
  const { state } = workspace;
  const [screens, setScreens] = useState<ReadonlyMap<string, Screen>>(new Map());
  const [tellsAway, setTellsAway] = useState(false);
  const port = useMemo(() => leaderPort(state.caseId), [state.caseId]);

  const whole = selectRoomView(state, now);
  const { scene, away } = whole;
  const isAway = tellsAway && away !== null && scene.kind === 'running';
  const view: RoomView = isAway ? { ...whole, scene: { ...scene, body: away } } : whole;
  const { ended } = state.meeting.current;
  const emptiesAt = ended === null ? null : ended.at + standsAfterEnd;
  const newest = useRef({ view, emptiesAt });
  newest.current = { view, emptiesAt };
  const told = useRef('');

  useLayoutEffect(() => {
    const heard = new Map<string, Screen>();
    const tell = (): void => setScreens(new Map(heard));
    port.listen((message) => {
      if (message.is === 'left') heard.delete(message.screen);
      else {
        heard.set(message.screen, { pages: message.pages, heard: clock.monotonic() });
        port.send({ is: 'view', ...newest.current });
      }
      tell();
    });
    const look = setInterval(() => {
      const before = heard.size;
      for (const [screen, { heard: at }] of heard)
        if (clock.monotonic() - at > lostAfter) heard.delete(screen);
      if (heard.size !== before) tell();
    }, lostAfter);
    return () => {
      clearInterval(look);
      port.send({ is: 'gone' });
      port.close();
    };
  }, [port, clock]);

  const isSeen = screens.size > 0;
  // With the drawing itself: what a browser puts off while another window lies over this one comes too late.
  useLayoutEffect(() => {
    const content = isSeen ? JSON.stringify(newest.current) : '';
    if (content !== '' && content !== told.current) port.send({ is: 'view', ...newest.current });
    told.current = content;
  });
  const count = screens.size;
  useLayoutEffect(() => onScreens(count), [onScreens, count]);
  useLayoutEffect(() => () => onScreens(0), [onScreens]);

  useLayoutEffect(() => {
    if (!isSeen) return undefined;
    document.documentElement.dataset['sending'] = '';
    dispatchEvent(new Event('resize'));
    return () => {
      delete document.documentElement.dataset['sending'];
      dispatchEvent(new Event('resize'));
    };
  }, [isSeen]);

  if (!isSeen) return null;
  const pages = Math.max(...[...screens.values()].map((each) => each.pages));
  return (
    <>
      <div class="sending-border" aria-hidden="true" />
      <div class="sending" role="status">
        <p>{t('meeting:screen.doNotShare')}</p>
        {away !== null && scene.kind === 'running' && (
          <Button aria-pressed={isAway} onClick={() => setTellsAway(!isAway)}>
            {t(isAway ? 'room:away.back' : 'room:away.title')}
          </Button>
        )}
        {pages > 1 && (
          <Button onClick={() => void workspace.send({ type: 'page.next', of: pages })}>
            {t('room:bar.nextPage')}
          </Button>
        )}
      </div>
    </>
  );
}
