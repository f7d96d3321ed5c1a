import type { JSX } from 'preact';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import './backup.css';

/** Long work: what is being done, how far it has come, and the way to break it off. */
export function Progress({
  label,
  part,
  onStop,
}: {
  readonly label: string;
  readonly part: number;
  readonly onStop: () => void;
}): JSX.Element {
  const t = useT();
  return (
    <div class="form">
      <p role="status">{label}</p>
      <progress
        class="backup__progress"
        aria-label={label}
        max={100}
        value={Math.round(part * 100)}
      />
      <Button onClick={onStop}>{t('backup:cancel')}</Button>
    </div>
  );
}
