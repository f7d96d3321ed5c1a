import type { ComponentChildren, JSX } from 'preact';
import { dateOfInstant } from '../../../i18n/localDate.ts';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import { PageFrame } from '../../../ui/PageFrame/PageFrame.tsx';
import type { CardEntry } from './cardEntry.ts';
import type { FromOthers } from './HomeView.tsx';
import { todoRows } from './todoRows.ts';

export interface HomeStartProps {
  readonly top: ComponentChildren;
  readonly cards: readonly CardEntry[];
  readonly unreadable: number;
  readonly now: number;
  readonly backupWords: string | null;
  /** What colleagues have taken over. */
  readonly takenOver: ComponentChildren;
  readonly fromOthers: FromOthers;
  readonly onAll: () => void;
}

/** Plans, but no meeting within two hours: how many and how much to do. Nobody's name: somebody may sit beside (field.md 2). */
export function HomeStart({
  top,
  cards,
  unreadable,
  now,
  backupWords,
  takenOver,
  fromOthers,
  onAll,
}: HomeStartProps): JSX.Element {
  const t = useT();
  const today = dateOfInstant(now);
  const todos = cards.reduce((sum, { card }) => sum + todoRows(card.todo, today).length, 0);

  return (
    <PageFrame title={t('home:list.title')} top={top}>
      {takenOver}
      {fromOthers.coming > 0 && (
        <Notice kind="info" live>
          {t('sync:case.coming', { count: fromOthers.coming })}
        </Notice>
      )}
      {unreadable > 0 && (
        <Notice kind="attention">{t('home:list.unreadable', { count: unreadable })}</Notice>
      )}
      <p>
        {t('home:start.plans', { count: cards.length })}{' '}
        {todos === 0 ? t('home:list.nothingToDo') : t('home:start.todo', { count: todos })}
      </p>
      <p class="soft">{t('home:start.names')}</p>
      <div class="button-row">
        <Button kind="filled" size="large" onClick={onAll} iconEnd="forward">
          {t('home:actions.all')}
        </Button>
      </div>
      <div class="button-row">
        <Button href="/ny">{t('home:actions.new')}</Button>
        <Button href="/direkt">{t('home:actions.direct')}</Button>
        <Button kind="quiet" href="/ga-med">
          {t('sync:join.meeting')}
        </Button>
        <Button kind="quiet" href="/ova">
          {t('home:actions.practice')}
        </Button>
      </div>
      {backupWords !== null && (
        <div class="button-row">
          <p class="soft">{backupWords}</p>
          <Button kind="quiet" href="/installningar#sakerhetskopia">
            {t('backup:due.go')}
          </Button>
        </div>
      )}
    </PageFrame>
  );
}
