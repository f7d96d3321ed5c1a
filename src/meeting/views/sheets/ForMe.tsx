/**
 * **Bara för mig**: subjects not to talk about, who must not know, mandates, need of coordination. Closes itself after
 * ten seconds, and is not there at all while others see the screen (field.md 17).
 */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Button } from '../../../ui/Button/Button.tsx';
import { Dialog } from '../../../ui/Dialog/Dialog.tsx';
import { useLeader } from '../Leader.ts';
import { settled, shortName } from '../planWords.ts';

const standsFor = 10_000;

export function ForMe(): JSX.Element | null {
  const { meeting, roles, sheet, open } = useLeader();
  const allowed = meeting.seenBy === 'nej' && roles.forMe;
  const isOpen = sheet === 'forMe' && allowed;
  useEffect(() => {
    if (!isOpen) return undefined;
    const timer = setTimeout(() => open(null), standsFor);
    return () => clearTimeout(timer);
  }, [isOpen, open]);
  return isOpen ? <Content /> : null;
}

function Content(): JSX.Element {
  const { t, plan, workspace, open } = useLeader();
  const { exceptedSubjects, exceptedParties } = workspace.state.consent;
  const need = settled(plan.coordinationNeed);
  const mandates = plan.participants.flatMap((person) => {
    const mandate = settled(person.mandate);
    return person.isIndividual || mandate === null
      ? []
      : [t(`meeting:forMe.mandate.${mandate}`, { name: shortName(plan, person) })];
  });
  const lists = [
    { heading: t('meeting:forMe.subjects'), lines: exceptedSubjects.map((each) => each.text) },
    { heading: t('meeting:forMe.parties'), lines: exceptedParties.map((each) => each.name) },
    { heading: t('meeting:forMe.mandates'), lines: mandates },
    {
      heading: t('meeting:forMe.need'),
      lines: need === null ? [] : [t(`meeting:forMe.needs.${need}`)],
    },
  ];
  return (
    <Dialog
      open
      title={t('meeting:forMe.heading')}
      onClose={() => open(null)}
      actions={<Button onClick={() => open(null)}>{t('meeting:forMe.close')}</Button>}
    >
      {lists.map((list) => (
        <section key={list.heading}>
          <h3 class="for-me__heading">{list.heading}</h3>
          {list.lines.length === 0 ? (
            <p class="leader__subtle">{t('meeting:forMe.none')}</p>
          ) : (
            <ul>
              {list.lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
      <p class="leader__subtle">{t('meeting:forMe.closes')}</p>
    </Dialog>
  );
}
