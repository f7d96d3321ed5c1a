/**
 * The save state in words, always in the same place. It says "Sparat här" only when it is told that the words are
 * on the disk; when they are not, it says what to do. Read out when that has been settled, not at every key.
 */
import type { JSX } from 'preact';
import { useT } from '../../i18n/useT.ts';
import { classNames } from '../classNames.ts';
import './SaveStatus.css';

export interface SaveStatusProps {
  readonly state: 'saved' | 'saving' | 'notSaved';
  /** What to do, when not saved. */
  readonly what?: string | undefined;
  /** What else is known of what is saved, beside it; not read out each time it changes. */
  readonly beside?: string | undefined;
}

export function SaveStatus({ state, what, beside }: SaveStatusProps): JSX.Element {
  const t = useT();
  const status = (
    <span
      class={classNames('save-status', `save-status--${state}`)}
      role="status"
      aria-live={state === 'saving' ? 'off' : 'polite'}
    >
      {state === 'saving' && t('common:save.saving')}
      {state === 'saved' && t('common:save.saved')}
      {state === 'notSaved' && (
        <>
          <strong>{t('common:save.notSaved')}</strong>{' '}
          <span class="save-status__what">{what ?? t('common:save.notSavedWhat')}</span>
        </>
      )}
    </span>
  );
  if (beside === undefined || state !== 'saved') return status;
  return (
    <span class="save-status-pair">
      {status}
      <span class="save-status__beside">{beside}</span>
    </span>
  );
}
