/** **Vem ska hålla i planen?** Choosing a person sets **Huvudansvarig för SIP:en** by that person's authority. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { setLead } from '../../../plan/commands/wholePlan.ts';
import type { Participant } from '../../../plan/model.ts';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { aroundTable } from '../frame/AroundTable.tsx';
import { useLeader } from '../Leader.ts';
import { personLabel, settled } from '../planWords.ts';
import { BothValues } from './BothValues.tsx';
import { RegisterField } from './RegisterField.tsx';

const other = 'other';

export function HolderField(): JSX.Element {
  const { t, plan, edit } = useLeader();
  const [asking, setAsking] = useState(false);
  const { lead } = plan;
  const people = aroundTable(plan.participants).filter((person) => {
    const authority = settled(person.authority);
    return !person.isIndividual && (authority === 'region' || authority === 'kommun');
  });
  const id = settled(lead.participantId);
  const name = settled(lead.name) ?? '';
  const isOther = asking || (id === null && name !== '');

  const choose = (person: Participant): void => {
    const authority = settled(person.authority);
    setAsking(false);
    void edit((doc, ctx) =>
      setLead(doc, ctx, {
        participantId: person.id,
        name: person.name.trim() || person.function.trim(),
        ...(authority === 'region' || authority === 'kommun' ? { authority } : {}),
      }),
    );
  };
  const press = (value: string | null): void => {
    const person = people.find((each) => each.id === value);
    if (person !== undefined) choose(person);
    else if (value === other) {
      setAsking(true);
      void edit((doc, ctx) => setLead(doc, ctx, { participantId: null, name: null }));
    } else {
      setAsking(false);
      void edit((doc, ctx) =>
        setLead(doc, ctx, { participantId: null, name: null, authority: null }),
      );
    }
  };
  return (
    <>
      <ChipGroup
        class="answer"
        label={t('meeting:summary.holder')}
        layout="beside"
        allowNone
        value={isOther ? other : id}
        onChange={press}
        options={[
          ...people.map((person) => ({ value: person.id, label: personLabel(plan, person, t) })),
          { value: other, label: t('meeting:summary.holderOther') },
        ]}
      />
      {isOther && (
        <div class="inset">
          <RegisterField
            label={t('meeting:summary.holderName')}
            value={name}
            onChange={(text) =>
              void edit((doc, ctx) => setLead(doc, ctx, { name: text, participantId: null }))
            }
          />
          <ChipGroup
            label={t('meeting:summary.leadAuthority')}
            layout="beside"
            value={settled(lead.authority)}
            onChange={(authority: 'region' | 'kommun') =>
              void edit((doc, ctx) => setLead(doc, ctx, { authority }))
            }
            options={(['region', 'kommun'] as const).map((value) => ({
              value,
              label: t(`meeting:authority.${value}`),
            }))}
          />
        </div>
      )}
      {['leadParticipant', 'leadName', 'leadAuthority'].map((field) => (
        <BothValues key={field} item="plan" field={field} />
      ))}
    </>
  );
}
