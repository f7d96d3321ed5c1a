/**
 * **Storskärm**: makes this tablet the shared view. While others see it, nothing else is shown on it (field.md 1), so
 * the answer to **Ser andra din skärm?** and the view are the same choice.
 */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../../ui/Button/Button.tsx';
import { Dialog } from '../../../ui/Dialog/Dialog.tsx';
import type { SeenBy } from '../../meetingEvents.ts';
import { useScreenState } from '../frame/useScreenState.ts';
import { useLeader } from '../Leader.ts';
import { useScreenWindows } from '../ScreenWindows.ts';

export function ScreenChoice(): JSX.Element {
  const { t, meeting, name, plan, sheet, open, send } = useLeader();
  const windows = useScreenWindows();
  const state = useScreenState(meeting);
  const [blocked, setBlocked] = useState(false);
  const close = (): void => open(null);
  const show = (seenBy: Exclude<SeenBy, 'nej'>): void => {
    close();
    void send({ type: 'screen.seenBy', seenBy });
  };
  return (
    <Dialog
      open={sheet === 'screen'}
      title={t('meeting:screen.heading')}
      onClose={close}
      actions={
        <Button kind="quiet" onClick={close}>
          {t('common:action.close')}
        </Button>
      }
    >
      <p>{t('meeting:screen.now', { state: t(`meeting:top.${state}`) })}</p>
      <p>{t('meeting:screen.thisHint')}</p>
      <div class="sheet__answers">
        <Button kind="filled" onClick={() => show('rummet')}>
          {t('meeting:screen.this')}
        </Button>
        <Button onClick={() => show('video')}>{t('meeting:screen.thisVideo')}</Button>
      </div>
      {windows.open !== null && (
        <>
          <p>{t('meeting:screen.windowHint')}</p>
          <Button onClick={() => (windows.open?.() === true ? close() : setBlocked(true))}>
            {t('meeting:screen.window')}
          </Button>
          <p role="alert">{blocked && t('meeting:screen.windowBlocked')}</p>
        </>
      )}
      {plan.participants.some((each) => each.isIndividual) && (
        <>
          <p>{t('meeting:screen.ownHint')}</p>
          <Button onClick={() => show('personen')}>{t('meeting:screen.own', { name })}</Button>
        </>
      )}
    </Dialog>
  );
}
