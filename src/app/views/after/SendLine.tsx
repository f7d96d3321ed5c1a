import type { JSX } from 'preact';
import { isExcepted, mayShareWith, type Receiver } from '../../../consent/mayShare.ts';
import type { Translate } from '../../../i18n/keys.ts';
import { dateOfInstant } from '../../../i18n/localDate.ts';
import { useT } from '../../../i18n/useT.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import type { Participant } from '../../../plan/model.ts';

/** Who is to have a copy, by the consent; the subjects stand beside, since people judge them (field.md 12). */
export function SendLine(): JSX.Element {
  const t = useT();
  const { state } = useWorkspace();
  const today = dateOfInstant(Date.now());
  const others = state.plan.participants.filter((person) => !person.isIndividual);
  const to = others.filter(
    (person) => mayShareWith(state.consent, toReceiver(person), today).kind === 'allowed',
  );
  const not = others.filter((person) => isExcepted(state.consent, toReceiver(person)));
  const { exceptedSubjects } = state.consent;

  return (
    <>
      <p class="soft">{t('after:send.line')}</p>
      <p>
        {to.length === 0 ? t('after:send.none') : t('after:send.to', { names: namesOf(to, t) })}
        {not.length > 0 && ` ${t('after:send.not', { names: namesOf(not, t) })}`}
      </p>
      {exceptedSubjects.length > 0 && (
        <p class="soft">
          {t('after:send.subjects', {
            subjects: t.formats.list(exceptedSubjects.map(({ text }) => text)),
          })}
        </p>
      )}
    </>
  );
}

const toReceiver = (person: Participant): Receiver => ({
  receiverKind: 'other',
  participantId: person.id,
  name: person.name,
});

const namesOf = (people: readonly Participant[], { formats }: Translate): string =>
  formats.list(people.map((person) => person.name || person.function));
