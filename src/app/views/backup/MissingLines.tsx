import type { JSX } from 'preact';
import { useT } from '../../../i18n/useT.ts';

/** What a damaged file no longer has; nothing where nothing is known to be missing. */
export function MissingLines({
  cases,
  notes,
}: {
  readonly cases: number;
  readonly notes: number;
}): JSX.Element {
  const t = useT();
  return (
    <>
      {cases > 0 && <p>{t('backup:open.lostCases', { count: cases })}</p>}
      {notes > 0 && <p>{t('backup:open.lostNotes', { count: notes })}</p>}
    </>
  );
}
