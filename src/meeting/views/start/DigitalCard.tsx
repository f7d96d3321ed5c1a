/** Read aloud before a meeting where somebody is not in the room (field.md 23). */
import type { JSX } from 'preact';
import { digitalCard } from '../../circles/leaderCircle.ts';
import { useLeader } from '../Leader.ts';

export function DigitalCard(): JSX.Element {
  const { t, name } = useLeader();
  return (
    <section class="digital-card">
      <h2 class="digital-card__heading">{t(digitalCard.title)}</h2>
      <ul>
        {digitalCard.questions.map((question) => (
          <li key={question}>{t(question, { name })}</li>
        ))}
        <li>{t('meeting:start.reserve')}</li>
      </ul>
    </section>
  );
}
