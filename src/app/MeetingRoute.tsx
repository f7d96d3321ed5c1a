/** `/sip/:id/mote`: which window leads, and the leader's screen with the shared view it can turn into. */
import type { JSX } from 'preact';
import { useEffect, useSyncExternalStore } from 'preact/compat';
import type { OpenCase } from '../cases/openCase.ts';
import { useT } from '../i18n/useT.ts';
import { MirroredView } from '../individual/MirroredView.tsx';
import { LeaderScreen } from '../meeting/views/LeaderScreen.tsx';
import { Button } from '../ui/Button/Button.tsx';

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
        renderMirrored={(props) => <MirroredView {...props} />}
      />
    </>
  );
}
