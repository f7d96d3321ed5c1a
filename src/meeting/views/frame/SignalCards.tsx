/** The cards that were shown, each with its picture and its words. */
import type { JSX } from 'preact';
import { RichText } from '../../../i18n/RichText.tsx';
import { Button } from '../../../ui/Button/Button.tsx';
import { Picture } from '../../../ui/Picture/Picture.tsx';
import { minute } from '../../clock.ts';
import { useLeader } from '../Leader.ts';
import { signalPicture } from '../sheets/signalPicture.ts';
import { usualPause } from './MeetingButtons.tsx';

export function SignalCards(): JSX.Element {
  const { t, name, signals, seeSignal, meeting, send, clock } = useLeader();
  return (
    <>
      {signals.map((signal) => (
        <div class="signal-band__signal" key={`${signal.from} ${signal.number}`}>
          <Picture name={signalPicture[signal.card]} size={56} part={1} />
          <p class="signal-band__words">
            <RichText
              text={t('meeting:signal.from', {
                // Others in the room are not named: then the jargon is nobody's fault.
                name: signal.whose === null ? name : t('meeting:signal.someone'),
                signal: t(`meeting:signal.${signal.card}`),
              })}
            />
          </p>
          {signal.card === 'paus' && meeting.phase === 'running' && (
            <Button
              kind="quiet"
              onClick={() => {
                seeSignal(signal);
                void send({ type: 'meeting.paused', until: clock.now() + usualPause * minute });
              }}
            >
              {t('meeting:top.pause')}
            </Button>
          )}
          <Button onClick={() => seeSignal(signal)}>{t('meeting:signal.thanks')}</Button>
        </div>
      ))}
    </>
  );
}
