/** The called, the invited, and those of whom nobody has said yet: a row each, with the answer one tap away. */
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { setParticipantField } from '../../../plan/commands/participants.ts';
import type { CallKind, CallReply, Participant } from '../../../plan/model.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { RuledList } from '../../../ui/RuledList/RuledList.tsx';
import { bothWords } from '../case/bothWords.ts';
import { nameOf } from './callList.ts';

export interface CalledSectionProps {
  readonly group: CallKind | 'undecided';
  readonly people: readonly Participant[];
  readonly onChange: (participantId: string) => void;
}

export function CalledSection({ group, people, onChange }: CalledSectionProps): JSX.Element {
  const t = useT();
  const id = useId();
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>{t(`call:${group}.title`)}</h2>
      <p class="soft">{t(`call:${group}.hint`)}</p>
      {people.length === 0 ? (
        <p>{t(`call:${group}.none`)}</p>
      ) : (
        <RuledList label={t(`call:${group}.title`)}>
          {people.map((person) => (
            <CalledRow key={person.id} person={person} onChange={onChange} />
          ))}
        </RuledList>
      )}
    </section>
  );
}

interface CalledRowProps {
  readonly person: Participant;
  readonly onChange: (participantId: string) => void;
}

function CalledRow({ person, onChange }: CalledRowProps): JSX.Element {
  const t = useT();
  const id = useId();
  const { edit } = useWorkspace();
  const name = nameOf(person);
  const what = [
    person.name === '' ? '' : person.function,
    person.service,
    person.authority.value === null ? '' : t(`prepare:prepare.${person.authority.value}`),
  ].filter((words) => words !== '');
  const write = (field: 'call' | 'reply', value: CallKind | CallReply | null): void =>
    void edit((doc, ctx) =>
      setParticipantField(doc, ctx, { id: person.id, field, value } as Parameters<
        typeof setParticipantField
      >[2]),
    );

  return (
    <li class="call-row" aria-labelledby={id}>
      <div class="call-row__who">
        <div>
          <strong id={id}>{name}</strong>
          {what.length > 0 && <p class="soft">{what.join(' · ')}</p>}
          {(person.spokenBefore.value ?? '') !== '' && (
            <p class="soft">{t('call:row.spoken', { words: person.spokenBefore.value ?? '' })}</p>
          )}
        </div>
        <Button
          kind="quiet"
          aria-label={t('prepare:prepare.editPerson', { name })}
          onClick={() => onChange(person.id)}
        >
          {t('common:action.change')}
        </Button>
      </div>
      {person.call.value === null ? (
        <ChipGroup
          allowNone
          hideLabel
          label={t('call:row.call', { name })}
          hint={bothWords(person.call, (value) => t(`prepare:prepare.${value}`), t)}
          value={null}
          options={(['kallad', 'inbjuden'] as const).map((value) => ({
            value,
            label: t(`prepare:prepare.${value}`),
            accessibleName: `${t(`prepare:prepare.${value}`)}: ${name}`,
          }))}
          onChange={(value) => write('call', value)}
        />
      ) : (
        <ChipGroup
          hideLabel
          label={t('call:row.reply', { name })}
          hint={bothWords(person.reply, (value) => t(`call:reply.${value}`), t)}
          value={person.reply.both.length > 0 ? null : (person.reply.value ?? 'obesvarad')}
          options={(['kommer', 'annan', 'kommerInte', 'obesvarad'] as const).map((value) => ({
            value,
            label: t(`call:reply.${value}`),
          }))}
          onChange={(value: CallReply) => write('reply', value)}
        />
      )}
      {person.reply.value === 'annan' && <p class="soft">{t('call:row.other')}</p>}
    </li>
  );
}
