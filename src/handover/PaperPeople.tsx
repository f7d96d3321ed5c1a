import { useT } from '../i18n/useT.ts';
import { personWords } from './paperWords.ts';
import type { PlanPaper } from './planPaper.ts';

/** **Vem kan jag fråga?**: who, what they are, work phone and hours, about what (field.md 19). */
export function PaperPeople({ paper }: { readonly paper: PlanPaper }) {
  const t = useT();
  const people = paper.people.filter((person) => !person.isIndividual);
  if (people.length === 0) return null;
  const heading = t('print:people.heading');
  return (
    <section class="plan-document__texts">
      <h2 class="plan-document__heading">{heading}</h2>
      <table class="plan-document__table" aria-label={heading}>
        <thead>
          <tr>
            <th scope="col">{t('print:people.name')}</th>
            <th scope="col">{t('print:people.what')}</th>
            <th scope="col">{t('print:people.about')}</th>
            <th scope="col">{t('print:people.phone')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={`${person.name} ${person.what}`}>
              <th scope="row">{person.name === '' ? person.what : person.name}</th>
              <td>{personWords(person, t)}</td>
              <td>{person.askAbout}</td>
              <td>
                <p>{person.phone}</p>
                {person.hours !== '' && <p>{person.hours}</p>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
