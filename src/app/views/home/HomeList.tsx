import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Translate } from '../../../i18n/keys.ts';
import { dateOfInstant } from '../../../i18n/localDate.ts';
import { useT } from '../../../i18n/useT.ts';
import { type CaseCard, compareCards } from '../../../process/caseCard.ts';
import { isOverdue, type TodoItem } from '../../../process/todo.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { DataTable } from '../../../ui/DataTable/DataTable.tsx';
import { Field } from '../../../ui/Field/Field.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import { PageFrame } from '../../../ui/PageFrame/PageFrame.tsx';
import { RuledList, RuledRow } from '../../../ui/RuledList/RuledList.tsx';
import type { HomeStartProps } from './HomeStart.tsx';
import { todoRows } from './todoRows.ts';

export interface HomeListProps extends Omit<HomeStartProps, 'onAll'> {
  /** What may be taken over from colleagues. */
  readonly offers: ComponentChildren;
}

/** **Att göra** and **Alla planer**, read from the cards alone. */
export function HomeList({
  top,
  cards,
  unreadable,
  now,
  backupWords,
  takenOver,
  fromOthers,
  offers,
}: HomeListProps): JSX.Element {
  const t = useT();
  const [search, setSearch] = useState('');
  const today = dateOfInstant(now);
  const sorted = [...cards].sort((a, b) => compareCards(a.card, b.card));
  const wanted = search.trim().toLowerCase();
  const found = sorted.filter(({ card }) => card.name.toLowerCase().includes(wanted));
  const todos = sorted.flatMap((entry) =>
    todoRows(entry.card.todo, today).map((row) => ({ entry, ...row })),
  );
  const nameOf = (card: CaseCard): string => card.name || t('home:list.nameless');

  return (
    <PageFrame title={t('home:list.all')} top={top}>
      {takenOver}
      {fromOthers.coming > 0 && (
        <Notice kind="info" live>
          {t('sync:case.coming', { count: fromOthers.coming })}
        </Notice>
      )}
      <div class="button-row">
        <Button kind="filled" href="/ny">
          {t('home:actions.new')}
        </Button>
        <Button href="/direkt">{t('home:actions.direct')}</Button>
        <Button kind="quiet" href="/ga-med">
          {t('sync:join.meeting')}
        </Button>
        <Button kind="quiet" href="/ova">
          {t('home:actions.practice')}
        </Button>
      </div>
      {unreadable > 0 && (
        <Notice kind="attention">{t('home:list.unreadable', { count: unreadable })}</Notice>
      )}
      <h2>{t('home:list.todo')}</h2>
      {todos.length === 0 && backupWords === null ? (
        <p class="soft">{t('home:list.nothingToDo')}</p>
      ) : (
        <RuledList label={t('home:list.todo')}>
          {todos.map(({ entry, todo, more }) => (
            <RuledRow
              key={`${entry.caseId}-${todo.id}`}
              second={
                isOverdue(todo, today) && todo.due !== null
                  ? `${todoWords(t, todo)} (${t('home:todo.late', { date: t.formats.dayMonth(todo.due) })})`
                  : more > 0
                    ? t('home:todo.more', { first: todoWords(t, todo), count: more })
                    : todoWords(t, todo)
              }
              actions={
                <Button
                  kind="quiet"
                  href={`/sip/${entry.caseId}/${todo.way}`}
                  aria-label={`${t(`home:todo.go.${todo.way}`)}, ${nameOf(entry.card)}`}
                >
                  {t(`home:todo.go.${todo.way}`)}
                </Button>
              }
            >
              {nameOf(entry.card)}
            </RuledRow>
          ))}
          {backupWords !== null && (
            <RuledRow
              second={backupWords}
              actions={
                <Button kind="quiet" href="/installningar#sakerhetskopia">
                  {t('backup:due.go')}
                </Button>
              }
            >
              {t('backup:title')}
            </RuledRow>
          )}
        </RuledList>
      )}
      <h2>{t('home:list.plans')}</h2>
      {cards.length > 8 && (
        <Field kind="search" label={t('home:list.search')} value={search} onInput={setSearch} />
      )}
      {found.length === 0 ? (
        <p>{t('home:list.noMatch')}</p>
      ) : (
        <DataTable
          caption={t('home:list.all')}
          hideCaption
          columns={[
            { key: 'name', label: t('home:list.name'), rowHeader: true },
            { key: 'step', label: t('home:list.step') },
            { key: 'next', label: t('home:list.next') },
            { key: 'missing', label: t('home:list.missing') },
          ]}
          rows={found.map(({ caseId, card }) => ({
            id: caseId,
            cells: {
              name: (
                <>
                  <Button kind="quiet" href={`/sip/${caseId}`}>
                    {nameOf(card)}
                  </Button>
                  {fromOthers.invited.has(caseId) && (
                    <span class="soft">{t('sync:case.invited')}</span>
                  )}
                </>
              ),
              step: t(`home:steps.${card.step}`),
              next: nextWords(t, card, today),
              missing:
                card.missing[0] === undefined
                  ? t('home:list.nothing')
                  : t(`home:missing.${card.missing[0]}`),
            },
          }))}
        />
      )}
      {offers}
    </PageFrame>
  );
}

function nextWords(t: Translate, card: CaseCard, today: string): string {
  if (card.nextDate === null) return t('home:list.noDate');
  const day = card.nextDate === today ? t('home:list.today') : t.formats.weekdayDate(card.nextDate);
  return t.formats.atTime(day, card.nextTime === null ? '' : t.formats.time(card.nextTime));
}

function todoWords(t: Translate, todo: TodoItem): string {
  if (todo.kind === 'after') return t(`home:todo.after.${todo.line ?? 'klar'}`);
  if (todo.kind === 'bookFollowUp' || todo.kind === 'decision') {
    return todo.due === null || todo.who === ''
      ? t(`home:todo.${todo.kind}Plain`)
      : t(`home:todo.${todo.kind}`, { who: todo.who, date: t.formats.dayMonth(todo.due) });
  }
  return t(`home:todo.${todo.kind}`);
}
