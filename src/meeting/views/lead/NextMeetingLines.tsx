/** Avslutning: when we meet again and whom to ask, as they stand in the plan. */
import type { JSX } from 'preact';
import { Picture } from '../../../ui/Picture/Picture.tsx';
import { useLeader } from '../Leader.ts';
import { nextMeetingWords } from '../nextMeetingWords.ts';
import { settled, shortName } from '../planWords.ts';

export function NextMeetingLines(): JSX.Element {
  const { t, plan } = useLeader();
  const next = nextMeetingWords(plan, t);
  const asked = plan.participants.filter(
    (person) => !person.isIndividual && (settled(person.workPhone) ?? '') !== '',
  );
  return (
    <ul class="lead-lines">
      <li>
        <Picture name="thing-calendar" size={40} />
        <span class="lead-lines__who">
          {next.when === '' ? t('meeting:closing.notSet') : next.when}
        </span>
        <span class="lead-lines__what">{next.rest}</span>
      </li>
      {asked.map((person) => (
        <li key={person.id}>
          <Picture name="thing-call" size={40} />
          <span class="lead-lines__who">
            {t('meeting:closing.questionsTo', { name: shortName(plan, person) })}
          </span>
          <span class="lead-lines__what">
            {[settled(person.workPhone), settled(person.workHours), settled(person.askAbout)]
              .filter((word) => word !== null && word !== '')
              .join(', ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
