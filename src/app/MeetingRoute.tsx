/** `/sip/:id/mote`: which window leads, and the leader's screen with the shared view it can turn into. */
import type { JSX } from 'preact';
import {
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'preact/compat';
import type { OpenCase } from '../cases/openCase.ts';
import { useT } from '../i18n/useT.ts';
import { deviceClock } from '../meeting/views/deviceClock.ts';
import { FollowerSignalsContext } from '../meeting/views/FollowerSignals.ts';
import { FollowsContext } from '../meeting/views/FollowsContext.ts';
import { LeaderScreen, type SeenProps } from '../meeting/views/LeaderScreen.tsx';
import { ScreenWindowsContext } from '../meeting/views/ScreenWindows.ts';
import { useWorkspace } from '../meeting/views/WorkspaceContext.ts';
import { Button } from '../ui/Button/Button.tsx';
import { lazyView, warmWhenIdle } from '../ui/lazyView.tsx';
import { InviteInMeeting } from './InviteInMeeting.tsx';
import { openScreen, opensWindows } from './openScreen.ts';
import { SeenScreenContext } from './SeenScreenContext.ts';
import { useShares } from './shares/SharesContext.ts';

/** While it is on its way, and if it cannot come, nothing of the leader's own is on the screen (field.md 1). */
const MirroredView = lazyView(
  () => import('../individual/MirroredView.tsx').then((m) => m.MirroredView),
  { wayOut: OnlyMe },
);

/** **Visa för {namn}** */
const OwnView = lazyView(() => import('../individual/own/openOwn.ts').then((m) => m.openOwn()), {
  wayOut: OnlyMe,
});
/** Who leads, where it is another window or device. */
const LeadLine = lazyView(() => import('./shell/LeadLine.tsx').then((m) => m.LeadLine), {
  as: 'extra',
});
/** Sends the shared view to windows of their own, where there are any. */
const RoomSending = lazyView(
  () => import('../individual/screen/RoomSending.tsx').then((m) => m.RoomSending),
  { as: 'extra' },
);
const ShareWaiting = lazyView(
  () => import('./views/share/ShareWaiting.tsx').then((m) => m.ShareWaiting),
  { as: 'extra' },
);
const seenViews = [MirroredView, RoomSending, OwnView];

export interface MeetingRouteProps {
  readonly opened: OpenCase;
  /** False in practice: nobody can be invited. */
  readonly isReal: boolean;
  readonly onLeave: () => void;
  readonly onAfter: () => void;
  readonly onLock?: () => void;
}

export function MeetingRoute(props: MeetingRouteProps): JSX.Element {
  const { opened, isReal, onLeave, onAfter, onLock } = props;
  const seenScreen = useContext(SeenScreenContext);
  const { state } = useWorkspace();
  const shares = useShares();
  const [isTakenBack, setTakenBack] = useState(
    () => seenScreen?.wasTakenBack() === true && state.meeting.current.seenBy === 'personen',
  );
  const [isSeen, setSeen] = useState(false);
  useSyncExternalStore(opened.lead.subscribe, opened.lead.status);
  useEffect(() => {
    void opened.lead.tryLead();
    return () => opened.lead.release();
  }, [opened]);
  useEffect(() => warmWhenIdle(seenViews), []);

  const [screens, setScreens] = useState(0);
  const windows = useMemo(
    () => ({ count: screens, open: opensWindows() ? () => openScreen(opened.caseId) : null }),
    [screens, opened],
  );

  const { is } = opened.leadership();
  const follows = is === 'otherDevice' || is === 'otherWindow';
  const leader = (
    <LeaderScreen
      onLeave={onLeave}
      onAfter={onAfter}
      {...(onLock !== undefined && { onLock })}
      renderSeen={(props) =>
        isTakenBack ? (
          <TakenBack {...props} onSaid={() => setTakenBack(false)} />
        ) : (
          <Seen {...props} onSeen={setSeen} />
        )
      }
    />
  );
  return (
    <ScreenWindowsContext.Provider value={windows}>
      <FollowerSignalsContext.Provider value={shares?.signals ?? null}>
        {shares !== null && state.meeting.current.seenBy === 'nej' && (
          <ShareWaiting shares={shares} />
        )}
        <RoomSending clock={deviceClock} onScreens={setScreens} />
        <LeadLine opened={opened} isSeen={isSeen} />
        <FollowsContext.Provider value={follows}>
          {isReal ? <InviteInMeeting opened={opened}>{leader}</InviteInMeeting> : leader}
        </FollowsContext.Provider>
      </FollowerSignalsContext.Provider>
    </ScreenWindowsContext.Provider>
  );
}

/** The tablet was taken back while the case was locked: the meeting is told, and it is not held once more. */
function TakenBack({
  onOnlyMe,
  onSaid,
}: Pick<SeenProps, 'onOnlyMe'> & { readonly onSaid: () => void }): null {
  const workspace = useWorkspace();
  // Once: what it is given is drawn anew with each moment of the meeting.
  const say = useRef(async (): Promise<void> => {
    await workspace.send({ type: 'screen.seenBy', seenBy: 'nej' });
    onSaid();
    onOnlyMe();
  });
  useEffect(() => void say.current(), []);
  return null;
}

/** What others see on this screen, remembered by the window until it is the leader's own again (field.md 8). */
function Seen({
  onSeen,
  ...props
}: SeenProps & { readonly onSeen: (seen: boolean) => void }): JSX.Element {
  const seenScreen = useContext(SeenScreenContext);
  const { state } = useWorkspace();
  const { phase, seenBy } = state.meeting.current;
  const isOwn = seenBy === 'personen';
  const scene = isOwn ? 'own' : phase === 'ended' ? 'over' : 'meeting';
  useLayoutEffect(() => seenScreen?.stands(scene), [seenScreen, scene]);
  // What stands above the leader's screen goes away as long.
  useLayoutEffect(() => {
    onSeen(true);
    return () => onSeen(false);
  }, [onSeen]);
  const onOnlyMe = (): void => {
    seenScreen?.onlyMe();
    props.onOnlyMe();
  };
  if (isOwn) return <OwnView {...props} onOnlyMe={onOnlyMe} />;
  return <MirroredView {...props} signal={props.signals.length > 0} onOnlyMe={onOnlyMe} />;
}

/** Back to the leader's own screen, where the shared view could not be shown. */
function OnlyMe({ onOnlyMe }: Pick<SeenProps, 'onOnlyMe'>): JSX.Element {
  const t = useT();
  const workspace = useWorkspace();
  const toOwn = async (): Promise<void> => {
    const sent = await workspace.send({ type: 'screen.seenBy', seenBy: 'nej' });
    if (sent.ok) onOnlyMe();
  };
  return <Button onClick={() => void toOwn()}>{t('room:onlyMe.yes')}</Button>;
}
