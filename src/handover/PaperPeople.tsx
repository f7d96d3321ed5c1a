import { useT } from '../i18n/useT.ts';
import { personWords } from './paperWords.ts';
import type { PaperPerson, PlanPaper } from './planPaper.ts';

/** A wife or a friend is there as a person: not somebody to ask, and with nothing to say in the other columns. */
const isToAsk = (person: PaperPerson): boolean =>
  person.authority !== null || person.askAbout !== '' || person.phone !== '' || person.hours !== '';

const nameOf = (person: PaperPerson): string => (person.name === '' ? person.what : person.name);

/** **Vem kan jag fråga?**: who, what they are, work phone and hours, about what (field.md 19). Then the others. */
export function PaperPeople({ paper }: { readonly paper: PlanPaper }) {
  const t = useT();
  const people = paper.people.filter((person) => !person.isIndividual);
  const toAsk = people.filter(isToAsk);
  const others = people.filter((person) => !isToAsk(person));
  const heading = t('print:people.heading');
  return (
    <>
      {toAsk.length > 0 && (
        <section class="plan-document__texts">
          <h2 class="plan-document__heading">{heading}</h2>
          <table class="plan-document__table plan-document__table--people" aria-label={heading}>
            <thead>
              <tr>
                <th scope="col">{t('print:people.name')}</th>
                <th scope="col">{t('print:people.what')}</th>
                <th scope="col">{t('print:people.about')}</th>
                <th scope="col">{t('print:people.phone')}</th>
              </tr>
            </thead>
            <tbody>
              {toAsk.map((person) => (
                <tr key={`${person.name} ${person.what}`}>
                  <th scope="row">{nameOf(person)}</th>
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
      )}
      {others.length > 0 && (
        <section class="plan-document__texts">
          <h2 class="plan-document__heading">{t('print:people.others')}</h2>
          {others.map((person) => (
            <p key={`${person.name} ${person.what}`}>
              {[nameOf(person), personWords(person, t)]
                .filter((words, at, all) => words !== '' && all.indexOf(words) === at)
                .join(', ')}
            </p>
          ))}
        </section>
      )}
    </>
  );
}
