/** Sammanfattning, read aloud: by person, who does what and when (looks.md 1.1, part 4). */
import type { JSX } from 'preact';
import { Picture } from '../../../ui/Picture/Picture.tsx';
import { agreedByPerson } from '../agreedByPerson.ts';
import { useLeader } from '../Leader.ts';
import { rowWords } from '../rowWords.ts';

export function ReadAloud(): JSX.Element | null {
  const { t, plan, name, roles } = useLeader();
  const people = agreedByPerson(plan);
  if (people.length === 0) return <p class="leader__subtle">{t('meeting:summary.nothing')}</p>;
  return (
    <ul class="lead-lines" aria-label={t('meeting:summary.agreed')}>
      {people.map((one) => (
        <li key={one.key}>
          <Picture name={one.kind === 'individual' ? 'person-self' : 'person'} size={32} />
          <span class="lead-lines__who">
            {one.kind === 'individual'
              ? t(roles.du ? 'meeting:summary.you' : 'meeting:summary.self', { name })
              : one.kind === 'nobody'
                ? t('meeting:summary.nobody')
                : [one.name, one.service].filter((word) => word !== '').join(', ')}
          </span>
          <span class="lead-lines__what">
            {one.rows.map((row) => rowWords(row, t)).join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
