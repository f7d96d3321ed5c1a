/** On the first page: something that had to end still waits for internet. No name stands here. */
import type { JSX } from 'preact';
import { useSyncExternalStore } from 'preact/compat';
import { useContext, useEffect } from 'preact/hooks';
import { useT } from '../../i18n/useT.ts';
import { AboveNotice } from '../shell/AboveNotice.tsx';
import { EndWatchContext } from './EndWatchContext.ts';

const never = () => () => undefined;

export function EndWaiting(): JSX.Element | null {
  const t = useT();
  const watch = useContext(EndWatchContext);
  useEffect(() => watch?.lookNow(), [watch]);
  const waits = useSyncExternalStore(watch?.subscribe ?? never, () => watch?.waits() === true);
  return waits ? <AboveNotice>{t('share:waiting.home')}</AboveNotice> : null;
}
