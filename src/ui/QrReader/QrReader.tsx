/**
 * Reads a code with the camera. It begins by a press, so that nobody is asked for the camera without having wanted it; and
 * where there is no camera, or it may not be used, it says so and what to do instead.
 */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useT } from '../../i18n/useT.ts';
import { Button } from '../Button/Button.tsx';
import { Notice } from '../Notice/Notice.tsx';
import { browserCamera, type CameraPort, type CameraTrouble } from './camera.ts';
import './QrReader.css';

export interface QrReaderProps {
  /** The same code may be read again, as long as this is drawn. */
  readonly onRead: (text: string) => void;
  readonly camera?: CameraPort | undefined;
}

type State = 'still' | 'starting' | 'looking' | CameraTrouble | 'noReader';

/** Often enough to feel at once; seldom enough for an old tablet. */
const lookEveryMs = 150;

export function QrReader({ onRead, camera = browserCamera }: QrReaderProps): JSX.Element {
  const t = useT();
  const video = useRef<HTMLVideoElement>(null);
  const read = useRef(onRead);
  read.current = onRead;
  const [state, setState] = useState<State>('still');
  const isOn = state === 'starting' || state === 'looking';

  useEffect(() => {
    const picture = video.current;
    if (!isOn || picture === null) return undefined;
    let stopped = false;
    let stop: (() => void) | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<void> => {
      try {
        const text = await camera.look(picture);
        if (stopped) return;
        if (text !== null) read.current(text);
      } catch {
        if (!stopped) setState('noReader');
        return;
      }
      timer = setTimeout(() => void look(), lookEveryMs);
    };
    const start = async (): Promise<void> => {
      const started = await camera.start(picture);
      if (typeof started === 'string') {
        if (!stopped) setState(started);
        return;
      }
      stop = started;
      if (stopped) stop();
      else {
        setState('looking');
        void look();
      }
    };
    void start();
    return () => {
      stopped = true;
      clearTimeout(timer);
      stop?.();
    };
  }, [isOn, camera]);

  return (
    <div class="qr-reader">
      {isOn ? (
        <>
          <video
            ref={video}
            class="qr-reader__picture"
            aria-label={t('common:reader.picture')}
            muted
            playsInline
          />
          <p role="status">
            {t(state === 'starting' ? 'common:reader.starting' : 'common:reader.looking')}
          </p>
          <Button onClick={() => setState('still')}>{t('common:reader.stop')}</Button>
        </>
      ) : (
        <>
          {state !== 'still' && (
            <Notice kind="attention" live>
              {t(`common:reader.${state}`)}
            </Notice>
          )}
          <Button onClick={() => setState('starting')}>
            {t(state === 'still' ? 'common:reader.start' : 'common:reader.again')}
          </Button>
        </>
      )}
    </div>
  );
}
