import type { JSX } from 'preact';
import { useT } from '../../i18n/useT.ts';
import type { SaveState } from '../../meeting/workspace.ts';
import { Notice } from '../../ui/Notice/Notice.tsx';

/** **Inte sparat**: why, what is safe and what to do. It stands until all is on the disk. */
export function SaveTrouble({
  save,
  atLock,
}: {
  readonly save: SaveState;
  /** Because of it, it was not locked: here, or when another window of the vault was. */
  readonly atLock: boolean;
}): JSX.Element | null {
  const t = useT();
  if (save.kind !== 'notSaved') return null;
  return (
    <Notice kind="error" title={t('common:save.notSaved')}>
      {t(`errors:save.${save.reason}`)} {atLock && t('errors:save.notLocked')}
    </Notice>
  );
}
