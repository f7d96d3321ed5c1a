/** **Vilka kommer?**: the people around the table, the individual first. */
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { individualName } from '../../../meeting/views/planWords.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import type { Participant } from '../../../plan/model.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { RuledList, RuledRow } from '../../../ui/RuledList/RuledList.tsx';
import { PersonDialog } from './PersonDialog.tsx';

export function PeopleSection(): JSX.Element {
  const t = useT();
  const id = useId();
  const { state, me } = useWorkspace();
  const [open, setOpen] = useState<string | 'new' | 'me' | null>(null);
  // Who leads is at the table too: without a place there, nobody can ask them and they can take nothing on.
  const own = me.name.trim();
  const isHere = state.plan.participants.some((person) => person.name.trim() === own);
  const people = [...state.plan.participants].sort(
    (a, b) => Number(b.isIndividual) - Number(a.isIndividual),
  );
  const nameOf = (person: Participant): string => person.name || person.function;

  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>{t('prepare:prepare.people')}</h2>
      <p class="soft">
        {t('prepare:prepare.peopleHint', {
          name: individualName(state.plan) || t('home:list.nameless'),
        })}
      </p>
      {people.length === 0 ? (
        <p>{t('prepare:prepare.noPeople')}</p>
      ) : (
        <RuledList label={t('prepare:prepare.people')}>
          {people.map((person) => (
            <RuledRow
              key={person.id}
              second={[
                person.isIndividual
                  ? t('prepare:prepare.own')
                  : person.name === ''
                    ? ''
                    : person.function,
                person.service,
                person.authority.value === null
                  ? ''
                  : t(`prepare:prepare.${person.authority.value}`),
                person.call.value === null ? '' : t(`prepare:prepare.${person.call.value}`),
              ]
                .filter((words) => words !== '')
                .join(' · ')}
              actions={
                <Button
                  kind="quiet"
                  aria-label={t('prepare:prepare.editPerson', { name: nameOf(person) })}
                  onClick={() => setOpen(person.id)}
                >
                  {t('common:action.change')}
                </Button>
              }
            >
              {nameOf(person)}
            </RuledRow>
          ))}
        </RuledList>
      )}
      <div class="button-row">
        <Button iconStart="plus" onClick={() => setOpen('new')}>
          {t('prepare:prepare.addPerson')}
        </Button>
        {own !== '' && !isHere && (
          <Button kind="quiet" iconStart="plus" onClick={() => setOpen('me')}>
            {t('prepare:prepare.addMe')}
          </Button>
        )}
      </div>
      {open !== null && (
        <PersonDialog
          key={open}
          person={state.plan.participants.find((person) => person.id === open) ?? null}
          known={open === 'me' ? { name: own, function: me.function, service: me.unit } : undefined}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}
