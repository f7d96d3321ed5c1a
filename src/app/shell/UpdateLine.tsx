/** A new version of the program is offered, never in a meeting; what is open is written first. */
import { useSelector } from '@xstate/react';
import type { JSX } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { useT } from '../../i18n/useT.ts';
import type { ServiceWorkerControl } from '../../pwa/serviceWorker.ts';
import { Button } from '../../ui/Button/Button.tsx';
import type { AppSession } from '../session/sessionTypes.ts';

export interface UpdateLineProps {
  readonly updates: ServiceWorkerControl;
  readonly session: AppSession;
}

const lookEveryMs = 5_000;

export function UpdateLine({ updates, session }: UpdateLineProps): JSX.Element | null {
  const t = useT();
  const isOffered = useSelector(updates.actor, (snapshot) => snapshot.hasTag('offered'));
  const isTaking = useSelector(updates.actor, (snapshot) => snapshot.hasTag('taking'));
  const [later, setLater] = useState(false);

  const tell = useCallback((): void => {
    const phase = session.openedCase()?.workspace().state.meeting.current.phase;
    updates.setInMeeting(phase === 'running' || phase === 'paused' || phase === 'halted');
  }, [updates, session]);
  useEffect(() => {
    const timer = setInterval(tell, lookEveryMs);
    return () => clearInterval(timer);
  }, [tell]);

  if (!isTaking && (!isOffered || later)) return null;
  return (
    <div class="shell-line" role="status">
      <p>{t('errors:update.offered')}</p>
      <Button
        busy={isTaking}
        onClick={async () => {
          // A meeting may have begun a moment ago.
          tell();
          if (!updates.actor.getSnapshot().hasTag('offered')) return;
          if (await session.keepOpen(null)) updates.takeUpdate();
        }}
      >
        {t(isTaking ? 'errors:update.taking' : 'errors:update.take')}
      </Button>
      <Button kind="quiet" onClick={() => setLater(true)}>
        {t('errors:update.later')}
      </Button>
    </div>
  );
}
