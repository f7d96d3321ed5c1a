/** **Kan fatta beslut på mötet?** is for those who lead alone: closed until asked for (field.md 17). */
import type { JSX } from 'preact';
import { useT } from '../../../i18n/useT.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { setParticipantField } from '../../../plan/commands/participants.ts';
import type { Mandate, Participant } from '../../../plan/model.ts';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { Collapsible } from '../../../ui/Collapsible/Collapsible.tsx';
import { bothWords } from '../case/bothWords.ts';
import { nameOf } from './callList.ts';

export function MandateSection({
  called,
}: {
  readonly called: readonly Participant[];
}): JSX.Element | null {
  const t = useT();
  const { edit } = useWorkspace();
  if (called.length === 0) return null;
  const say = (value: Mandate): string =>
    value === 'delvis'
      ? t('prepare:prepare.delvis')
      : t(value === 'ja' ? 'common:answer.yes' : 'common:answer.no');
  return (
    <Collapsible summary={t('call:mandate.title')}>
      <div class="form">
        <p class="soft">{t('call:mandate.hint')}</p>
        {called.map((person) => (
          <ChipGroup
            key={person.id}
            allowNone
            label={nameOf(person)}
            hint={bothWords(person.mandate, say, t)}
            value={person.mandate.value}
            options={(['ja', 'delvis', 'nej'] as const).map((value) => ({
              value,
              label: say(value),
            }))}
            onChange={(value: Mandate | null) =>
              void edit((doc, ctx) =>
                setParticipantField(doc, ctx, { id: person.id, field: 'mandate', value }),
              )
            }
          />
        ))}
      </div>
    </Collapsible>
  );
}
