/** `/sip/:id/mote`: which window leads, and the leader's screen with the shared view it can turn into. */
import type { JSX } from 'preact';
import { useContext, useEffect, useLayoutEffect, useSyncExternalStore } from 'preact/compat';
import type { OpenCase } from '../cases/openCase.ts';
import { useT } from '../i18n/useT.ts';
import { LeaderScreen, type MirroredProps } from '../meeting/views/LeaderScreen.tsx';
import { useWorkspace } from '../meeting/views/WorkspaceContext.ts';
import { Button } from '../ui/Button/Button.tsx';
import { lazyView, warmWhenIdle } from '../ui/lazyView.tsx';
import { SeenScreenContext } from './SeenScreenContext.ts';

/** While it is on its way, and if it cannot come, nothing of the leader's own is on the screen (field.md 1). */
const MirroredView = lazyView(
  () => import('../individual/MirroredView.tsx').then((m) => m.MirroredView),
  { wayOut: OnlyMe },
);

export interface MeetingRouteProps {
  readonly opened: OpenCase;
  readonly onLeave: () => void;
  readonly onAfter: () => void;
  readonly onLock?: () => void;
}

export function MeetingRoute({ opened, onLeave, onAfter, onLock }: MeetingRouteProps): JSX.Element {
  const t = useT();
  useSyncExternalStore(opened.lead.subscribe, opened.lead.status);
  useEffect(() => {
    void opened.lead.tryLead();
    return () => opened.lead.release();
  }, [opened]);
  useEffect(() => warmWhenIdle([MirroredView]), []);

  return (
    <>
      {opened.isLedElsewhere() && (
        <div class="shell-line" role="status">
          <p>{t('errors:lead.elsewhere')}</p>
          <Button onClick={() => void opened.leadFromHere()}>{t('errors:lead.take')}</Button>
        </div>
      )}
      <LeaderScreen
        onLeave={onLeave}
        onAfter={onAfter}
        {...(onLock !== undefined && { onLock })}
        renderMirrored={(props) => <OnTheWall {...props} />}
      />
    </>
  );
}

/** The shared view, remembered by the window until **Bara jag ser skärmen nu** (field.md 8). */
function OnTheWall(props: MirroredProps): JSX.Element {
  const seenScreen = useContext(SeenScreenContext);
  const { state } = useWorkspace();
  const scene = state.meeting.current.phase === 'ended' ? 'over' : 'meeting';
  useLayoutEffect(() => seenScreen?.stands(scene), [seenScreen, scene]);
  const onOnlyMe = (): void => {
    seenScreen?.onlyMe();
    props.onOnlyMe();
  };
  return <MirroredView {...props} onOnlyMe={onOnlyMe} />;
}

/** Back to the leader's own screen, where the shared view could not be shown. */
function OnlyMe({ onOnlyMe }: MirroredProps): JSX.Element {
  const t = useT();
  const workspace = useWorkspace();
  const toOwn = async (): Promise<void> => {
    const sent = await workspace.send({ type: 'screen.seenBy', seenBy: 'nej' });
    if (sent.ok) onOnlyMe();
  };
  return <Button onClick={() => void toOwn()}>{t('room:onlyMe.yes')}</Button>;
}
