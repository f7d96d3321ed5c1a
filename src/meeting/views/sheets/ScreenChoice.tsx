/**
 * **Storskärm**: makes this tablet the shared view. While others see it, nothing else is shown on it (field.md 1), so
 * the answer to **Ser andra din skärm?** and the view are the same choice.
 */
import type { JSX } from 'preact';
import { Button } from '../../../ui/Button/Button.tsx';
import { Dialog } from '../../../ui/Dialog/Dialog.tsx';
import { screenState } from '../frame/screenState.ts';
import { useLeader } from '../Leader.ts';

export function ScreenChoice(): JSX.Element {
  const { t, meeting, sheet, open, send } = useLeader();
  const close = (): void => open(null);
  const show = (seenBy: 'rummet' | 'video'): void => {
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
      <p>{t('meeting:screen.now', { state: t(`meeting:top.${screenState(meeting)}`) })}</p>
      <p>{t('meeting:screen.thisHint')}</p>
      <div class="sheet__answers">
        <Button kind="filled" onClick={() => show('rummet')}>
          {t('meeting:screen.this')}
        </Button>
        <Button onClick={() => show('video')}>{t('meeting:screen.thisVideo')}</Button>
      </div>
    </Dialog>
  );
}
