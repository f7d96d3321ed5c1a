/** Inledning, Skriva: who is here and how, who leads and who writes (field.md 20, 23). */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { setAttendance, setParticipantField } from '../../../plan/commands/participants.ts';
import { setShown } from '../../../plan/commands/showRows.ts';
import type { Attendance } from '../../../plan/model.ts';
import { isServiceOnScreen } from '../../../plan/screenService.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { CheckRow } from '../../../ui/CheckRow/CheckRow.tsx';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { aroundTable } from '../frame/AroundTable.tsx';
import { useLeader } from '../Leader.ts';
import { settled, shortName } from '../planWords.ts';
import { LeadsAndWrites } from '../start/LeadsAndWrites.tsx';
import { AddPerson } from './AddPerson.tsx';
import './WhoIsHere.css';

const ways = ['plats', 'video', 'telefon'] as const;

export function WhoIsHere(): JSX.Element {
  const { t, plan, edit } = useLeader();
  const [adding, setAdding] = useState(false);
  return (
    <>
      <h3 class="write-face__heading">{t('meeting:here.heading')}</h3>
      <ul class="who-is-here" aria-label={t('meeting:here.heading')}>
        {aroundTable(plan.participants).map((person) => (
          <li key={person.id} class="who-is-here__row">
            <span class="who-is-here__name">
              <strong>{person.name.trim() || shortName(plan, person)}</strong>{' '}
              <span class="leader__subtle">
                {[person.function, person.service]
                  .map((word) => word.trim())
                  .filter((word) => word !== '')
                  .join(', ')}
              </span>
            </span>
            <ChipGroup
              label={t('meeting:here.how', { name: shortName(plan, person) })}
              hideLabel
              allowNone
              value={settled(person.attendance)}
              onChange={(attendance: Attendance | null) =>
                void edit((doc, ctx) => setAttendance(doc, ctx, { id: person.id, attendance }))
              }
              options={ways.map((value) => ({ value, label: t(`meeting:here.${value}`) }))}
            />
            <Button
              kind="quiet"
              class="show-button"
              {...(person.shown ? { iconStart: 'tick' as const } : {})}
              onClick={() =>
                void edit((doc, ctx) =>
                  setShown(doc, ctx, { item: person.id, shown: !person.shown }),
                )
              }
            >
              {t(person.shown ? 'meeting:here.nameShown' : 'meeting:here.showName')}
            </Button>
            {person.service.trim() !== '' && !person.isIndividual && (
              <CheckRow
                class="who-is-here__service"
                label={t('meeting:here.serviceOnScreen', { service: person.service.trim() })}
                checked={isServiceOnScreen(person)}
                onChange={(may) =>
                  void edit((doc, ctx) =>
                    setParticipantField(doc, ctx, {
                      id: person.id,
                      field: 'serviceOnScreen',
                      value: may ? person.service.trim() : null,
                    }),
                  )
                }
              />
            )}
          </li>
        ))}
      </ul>
      {adding ? (
        <AddPerson onDone={() => setAdding(false)} />
      ) : (
        <div class="write-face__buttons">
          <Button kind="quiet" iconStart="plus" onClick={() => setAdding(true)}>
            {t('meeting:here.add')}
          </Button>
        </div>
      )}
      <LeadsAndWrites />
    </>
  );
}
