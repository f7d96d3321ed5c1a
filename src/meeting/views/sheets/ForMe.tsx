/**
 * **Bara för mig**: subjects not to talk about, who must not know, mandates, need of coordination. Closes itself after
 * ten seconds, and is not there at all while others see the screen (field.md 17). Who reads slowly is not hurried: each
 * touch begins the ten seconds anew, and **Låt det stå öppet** ends them (WCAG 2.2.1).
 */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../../ui/Button/Button.tsx';
import { Dialog } from '../../../ui/Dialog/Dialog.tsx';
import { useLeader } from '../Leader.ts';
import { settled, shortName } from '../planWords.ts';

const standsFor = 10_000;

export function ForMe(): JSX.Element | null {
  const { meeting, roles, sheet } = useLeader();
  const allowed = meeting.seenBy === 'nej' && roles.forMe;
  const isOpen = sheet === 'forMe' && allowed;
  return isOpen ? <Content /> : null;
}

const touches = ['pointerdown', 'keydown'] as const;

function Content(): JSX.Element {
  const { t, plan, workspace, open } = useLeader();
  const [stays, setStays] = useState(false);
  useEffect(() => {
    if (stays) return undefined;
    const wait = (): ReturnType<typeof setTimeout> => setTimeout(() => open(null), standsFor);
    let timer = wait();
    const again = (): void => {
      clearTimeout(timer);
      timer = wait();
    };
    for (const touch of touches) document.addEventListener(touch, again);
    return () => {
      clearTimeout(timer);
      for (const touch of touches) document.removeEventListener(touch, again);
    };
  }, [stays, open]);
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
      actions={
        <>
          {!stays && <Button onClick={() => setStays(true)}>{t('meeting:forMe.stay')}</Button>}
          <Button onClick={() => open(null)}>{t('meeting:forMe.close')}</Button>
        </>
      }
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
      <p class="leader__subtle" role="status">
        {stays ? t('meeting:forMe.stays') : t('meeting:forMe.closes')}
      </p>
    </Dialog>
  );
}
