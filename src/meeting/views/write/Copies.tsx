/** Who gets the plan: the person always; the others as far as the consent reaches (field.md 3). */
import type { JSX } from 'preact';
import { mayShareWith } from '../../../consent/mayShare.ts';
import { dateOfInstant } from '../../../i18n/localDate.ts';
import { aroundTable } from '../frame/AroundTable.tsx';
import { useLeader } from '../Leader.ts';
import { shortName } from '../planWords.ts';

export function Copies(): JSX.Element {
  const { t, plan, name, workspace, now } = useLeader();
  const { consent } = workspace.state;
  const today = dateOfInstant(now);
  const others = aroundTable(plan.participants).filter((person) => !person.isIndividual);
  const may = others
    .filter(
      (person) =>
        mayShareWith(
          consent,
          { receiverKind: 'other', participantId: person.id, name: person.name },
          today,
        ).kind === 'allowed',
    )
    .map((person) => shortName(plan, person));
  return (
    <section>
      <h3 class="write-face__heading">{t('meeting:closing.copies')}</h3>
      <p>{t('meeting:closing.copyPerson', { name })}</p>
      {others.length > 0 && (
        <p>
          {may.length === 0
            ? t('meeting:closing.copyNeedsConsent', { name })
            : t('meeting:closing.copyOthers', { names: t.formats.list(may) })}
        </p>
      )}
    </section>
  );
}
