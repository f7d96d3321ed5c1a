/** **Vem ska göra det?** One or more; the person themself makes it an own action (field.md 10). */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { assignIntervention, changeKind } from '../../../plan/commands/editRows.ts';
import { setParticipantField } from '../../../plan/commands/participants.ts';
import type { Authority, Doer, RowKind } from '../../../plan/model.ts';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { aroundTable } from '../frame/AroundTable.tsx';
import { useLeader } from '../Leader.ts';
import type { DoingRow } from '../planRows.ts';
import { doerLabel, doerName, isStaff, personLabel, settled, toDoer } from '../planWords.ts';
import { OtherDoer } from './OtherDoer.tsx';

export interface DoersFieldProps {
  readonly row: DoingRow;
  readonly choose: (kind: RowKind) => void;
}

const self = 'self';
const other = 'other';

const keyOf = (doer: Doer): string =>
  doer.participantId ?? `words|${doer.name}|${doer.function}|${doer.service}`;

export function DoersField({ row, choose }: DoersFieldProps): JSX.Element {
  const { t, plan, name, edit } = useLeader();
  const [adding, setAdding] = useState(false);
  const doers = row.kind === 'intervention' ? (settled(row.doers) ?? []) : [];
  // Those who are there for a service first: they are asked most often.
  const people = aroundTable(plan.participants)
    .filter((person) => !person.isIndividual)
    .toSorted((a, b) => Number(isStaff(b)) - Number(isStaff(a)));
  const strangers = doers.filter(
    (doer) => !people.some((person) => person.id === doer.participantId),
  );

  const assign = async (next: readonly Doer[]): Promise<void> => {
    const { id } = row;
    if (row.kind === 'ownAction') {
      await edit((doc, ctx) => changeKind(doc, ctx, { id, kind: 'intervention', doers: next }));
      return;
    }
    await edit((doc, ctx) => assignIntervention(doc, ctx, { id, doers: next }));
  };

  const press = (chosen: readonly string[]): void => {
    const before = row.kind === 'ownAction' ? [self] : doers.map(keyOf);
    const pressed =
      chosen.find((key) => !before.includes(key)) ?? before.find((key) => !chosen.includes(key));
    if (pressed === undefined) return;
    if (pressed === other) {
      setAdding(true);
      return;
    }
    setAdding(false);
    if (pressed === self) {
      choose(row.kind === 'ownAction' ? 'intervention' : 'ownAction');
      return;
    }
    const present = doers.some((doer) => keyOf(doer) === pressed);
    const person = people.find((each) => each.id === pressed);
    if (present) void assign(doers.filter((doer) => keyOf(doer) !== pressed));
    else if (person !== undefined) void assign([...doers, toDoer(person)]);
  };

  const setAuthority = async (doer: Doer, authority: Authority): Promise<void> => {
    await assign(doers.map((each) => (each === doer ? { ...each, authority } : each)));
    const { participantId } = doer;
    const person = people.find((each) => each.id === participantId);
    // Asked once per case and remembered (field.md 10).
    if (person !== undefined && settled(person.authority) === null) {
      await edit((doc, ctx) =>
        setParticipantField(doc, ctx, { id: person.id, field: 'authority', value: authority }),
      );
    }
  };

  return (
    <>
      <ChipGroup
        label={t('meeting:who.label')}
        layout="beside"
        mode="multi"
        value={[
          ...(row.kind === 'ownAction' ? [self] : doers.map(keyOf)),
          ...(adding ? [other] : []),
        ]}
        onChange={press}
        options={[
          { value: self, label: t('meeting:who.self', { name }) },
          ...people.map((person) => ({ value: person.id, label: personLabel(plan, person, t) })),
          ...strangers.map((doer) => ({ value: keyOf(doer), label: doerLabel(plan, doer, t) })),
          { value: other, label: t('meeting:who.other') },
        ]}
      />
      {adding && (
        <OtherDoer
          onCancel={() => setAdding(false)}
          onAdd={(doer) => {
            setAdding(false);
            void assign([...doers, doer]);
          }}
        />
      )}
      {doers
        .filter((doer) => doer.authority === null)
        .map((doer) => (
          <ChipGroup
            key={keyOf(doer)}
            label={t('meeting:authority.labelFor', { name: doerName(plan, doer) })}
            layout="beside"
            value={null}
            onChange={(authority: Authority) => void setAuthority(doer, authority)}
            options={(['region', 'kommun', 'annan'] as const).map((value) => ({
              value,
              label: t(`meeting:authority.${value}`),
            }))}
          />
        ))}
    </>
  );
}
