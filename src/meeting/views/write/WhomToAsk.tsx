/** **Vem kan {namn} fråga?** Whom to ask about what: the whole effect of many a plan (field.md 19). Work numbers only. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { setParticipantField } from '../../../plan/commands/participants.ts';
import { setShown } from '../../../plan/commands/showRows.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { aroundTable } from '../frame/AroundTable.tsx';
import { useLeader } from '../Leader.ts';
import { isStaff, settled, shortName } from '../planWords.ts';
import { BothValues } from './BothValues.tsx';
import { RegisterField } from './RegisterField.tsx';

export function WhomToAsk(): JSX.Element | null {
  const { t, plan, name, roles, edit } = useLeader();
  const people = aroundTable(plan.participants).filter(isStaff);
  const [chosen, setChosen] = useState<string | null>(null);
  const person = people.find((each) => each.id === chosen);
  if (people.length === 0) return null;
  const set = (field: 'workPhone' | 'workHours' | 'askAbout', value: string): void => {
    if (person === undefined) return;
    void edit((doc, ctx) => setParticipantField(doc, ctx, { id: person.id, field, value }));
  };
  return (
    <>
      <ChipGroup
        label={roles.du ? t('meeting:closing.askOwn') : t('meeting:closing.ask', { name })}
        layout="beside"
        allowNone
        value={chosen}
        onChange={setChosen}
        options={people.map((each) => ({ value: each.id, label: shortName(plan, each) }))}
      />
      {person !== undefined && (
        <div class="inset" key={person.id}>
          <div class="inset__fields">
            <RegisterField
              label={t('meeting:closing.phone', { name: shortName(plan, person) })}
              kind="tel"
              value={settled(person.workPhone) ?? ''}
              onChange={(value) => set('workPhone', value)}
            />
            <RegisterField
              label={t('meeting:closing.hours')}
              value={settled(person.workHours) ?? ''}
              onChange={(value) => set('workHours', value)}
            />
            <RegisterField
              label={t('meeting:closing.about')}
              value={settled(person.askAbout) ?? ''}
              onChange={(value) => set('askAbout', value)}
            />
          </div>
          {['workPhone', 'workHours', 'askAbout'].map((field) => (
            <BothValues key={field} item={person.id} field={field} />
          ))}
          {!person.shown && (
            <p class="inset__actions">
              <span class="leader__subtle">{t('meeting:closing.askHidden')}</span>
              <Button
                kind="quiet"
                class="show-button"
                onClick={() =>
                  void edit((doc, ctx) => setShown(doc, ctx, { item: person.id, shown: true }))
                }
              >
                {t('meeting:here.showName')}
              </Button>
            </p>
          )}
        </div>
      )}
    </>
  );
}
