/**
 * Who is here, as a quiet list. A round is optional: it marks whose turn it is, and one tap anywhere on a row moves
 * on. Who has spoken is never kept, shown or counted (field.md 6).
 */
import type { JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Participant } from '../../../plan/model.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { useLeader } from '../Leader.ts';
import { settled, shortName } from '../planWords.ts';
import './AroundTable.css';

/** Those who come: who has said no is not around the table. */
export const aroundTable = (participants: readonly Participant[]): readonly Participant[] =>
  participants
    .filter((person) => settled(person.reply) !== 'kommerInte')
    .toSorted((a, b) => Number(b.isIndividual) - Number(a.isIndividual));

export function AroundTable(): JSX.Element {
  const { t, plan, meeting, name, roles, follows, workspace, send, open } = useLeader();
  const id = useId();
  const people = aroundTable(plan.participants);
  const { round } = meeting;
  const { me } = workspace;
  const own = people.find(
    (person) => !person.isIndividual && person.name.trim() === me.name.trim(),
  );
  const support = own === undefined ? me.name.trim() || me.function.trim() : shortName(plan, own);
  const isOut = (person: Participant): boolean =>
    meeting.out.some((one) => one.participantId === person.id);
  const nameOf = (participantId: string | null): string => {
    const person = people.find((each) => each.id === participantId);
    return person === undefined ? '' : shortName(plan, person);
  };
  const nowName = round === null ? '' : nameOf(round.now);
  const words =
    round === null
      ? ''
      : round.next === null
        ? t('meeting:table.nowLast', { now: nowName })
        : t('meeting:table.now', { now: nowName, next: nameOf(round.next) });

  const startRound = (): void => {
    const order = people.filter((person) => !isOut(person)).map((person) => person.id);
    void send({ type: 'floor.roundStarted', order });
  };

  // Whose turn it is stays in sight where not everybody fits.
  const current = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (round !== null) current.current?.scrollIntoView?.({ block: 'nearest' });
  }, [round]);

  const row = (person: Participant): JSX.Element => {
    const how = settled(person.attendance);
    const second = isOut(person)
      ? t('meeting:table.out')
      : how === 'video' || how === 'telefon'
        ? t(`meeting:table.${how}`)
        : person.isIndividual
          ? ''
          : person.service.trim() || person.function.trim();
    const first = person.isIndividual ? name : shortName(plan, person);
    return (
      <>
        <span class="around-table__dot" aria-hidden="true" />
        <span class="around-table__name">{first}</span>
        {second !== '' && <span class="around-table__what">{second}</span>}
      </>
    );
  };

  return (
    <section class="leader__table around-table" aria-labelledby={`${id}-heading`}>
      <div class="around-table__head">
        <h3 class="around-table__heading" id={`${id}-heading`}>
          {t('meeting:table.heading')}
        </h3>
        {people.length > 1 && !follows && (
          <Button
            kind="quiet"
            onClick={round === null ? startRound : () => void send({ type: 'floor.roundEnded' })}
          >
            {t(round === null ? 'meeting:table.round' : 'meeting:table.roundEnd')}
          </Button>
        )}
      </div>
      {roles.supportKey !== null && support !== '' && (
        <p class="leader__subtle">{t(roles.supportKey, { support })}</p>
      )}
      <p class="around-table__turn" role="status">
        {words}
      </p>
      <ul class="around-table__list" style={{ '--table-rows': Math.ceil(people.length / 2) }}>
        {people.map((person) => (
          <li
            key={person.id}
            ref={round?.now === person.id ? current : null}
            class="around-table__row"
            data-out={isOut(person) || undefined}
            data-now={round?.now === person.id || undefined}
          >
            {round === null || follows ? (
              <span class="around-table__who">{row(person)}</span>
            ) : (
              <button
                type="button"
                class="around-table__press"
                aria-current={round.now === person.id || undefined}
                onClick={() => void send({ type: 'floor.next' })}
              >
                {row(person)}
              </button>
            )}
            {/* Only who leads hears of it: elsewhere it would be told to nobody. */}
            {round === null && !follows && person.isIndividual && !isOut(person) && (
              <Button
                kind="quiet"
                class="around-table__card"
                aria-haspopup="dialog"
                aria-label={t('meeting:table.showedCardFull', { name })}
                onClick={() => open('card')}
              >
                {t('meeting:table.showedCard')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
