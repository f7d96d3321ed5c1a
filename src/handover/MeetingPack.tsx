/**
 * The meeting pack on A4: the leader's circle on two sides, a blank plan to write in by hand, five cards to show. It
 * names nobody, so that it can lie on a table; a meeting can be held on paper alone (field.md 7, 16).
 */
import type { JSX } from 'preact';
import { useT } from '../i18n/useT.ts';
import { cardTexts, type LeaderCard, leaderCard } from '../meeting/circles/printedCard.ts';
import { partNumber } from '../meeting/parts.ts';
import { Circle } from '../ui/Circle/Circle.tsx';
import { Picture } from '../ui/Picture/Picture.tsx';
import type { PictureName } from '../ui/Picture/pictureNames.ts';
import { Shape } from '../ui/Shape/Shape.tsx';
import type { PartNumber } from '../ui/Shape/shapePath.ts';
import { PrintSheet } from './PrintSheet.tsx';
import './meetingPack.css';

export interface MeetingPackProps {
  /** In du-form when the individual leads. */
  readonly du: boolean;
  /** Word for the person in the leader's points, such as "personen". */
  readonly name: string;
}

export function MeetingPack({ du, name }: MeetingPackProps): JSX.Element {
  const t = useT();
  const card = leaderCard(du);
  const sheet = { stamp: t('pack:stamp'), foot: t('pack:foot') };
  return (
    <>
      <PrintSheet {...sheet}>
        <CircleSide card={card} name={name} side="front" />
      </PrintSheet>
      <PrintSheet {...sheet}>
        <CircleSide card={card} name={name} side="back" />
      </PrintSheet>
      <PrintSheet {...sheet}>
        <BlankPlan />
      </PrintSheet>
      <SignalCards />
    </>
  );
}

interface CircleSideProps {
  readonly card: LeaderCard;
  readonly name: string;
  readonly side: 'front' | 'back';
}

function CircleSide({ card, name, side }: CircleSideProps): JSX.Element {
  const t = useT();
  return (
    <section class="pack-circle">
      <h1>{t(card.title, { name })}</h1>
      <p>{t(cardTexts[side])}</p>
      {side === 'front' && <Circle part={null} size={190} />}
      {side === 'back' && <p>{t(card.task, { name })}</p>}
      {card.parts.map(({ part, question, intro, points }) => (
        <div class="pack-circle__part" key={part}>
          <h2>
            <Shape part={partNumber(part) as PartNumber} size={28} />{' '}
            {t(`common:part.${partNumber(part) as PartNumber}`)}
          </h2>
          {side === 'front' ? (
            <>
              <p class="pack-circle__question">{asSentence(t(question, { name }))}</p>
              <ul>
                {points.map((point) => (
                  <li key={point.key}>{asSentence(t(point.key, { name }))}</li>
                ))}
              </ul>
            </>
          ) : (
            <p>{asSentence(t(intro, { name }))}</p>
          )}
        </div>
      ))}
      <p class="pack-small">{t(cardTexts.source)}</p>
    </section>
  );
}

/** The word for the person may stand first: a sentence begins with a capital. */
const asSentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const lines = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);

function BlankPlan(): JSX.Element {
  const t = useT();
  const box = (label: string, rows: number): JSX.Element => (
    <div class="pack-box">
      <h2>{label}</h2>
      {lines(rows).map((row) => (
        <div class="pack-line" key={row} />
      ))}
    </div>
  );
  return (
    <section class="pack-plan">
      <h1>{t('pack:plan.title')}</h1>
      {box(`${t('pack:plan.name')} · ${t('pack:plan.date')}`, 1)}
      {box(t('pack:plan.important'), 2)}
      {box(t('pack:plan.longTerm'), 1)}
      {box(t('pack:plan.subgoal'), 1)}
      <table class="pack-table">
        <thead>
          <tr>
            <th scope="col">{t('pack:plan.what')}</th>
            <th scope="col">{t('pack:plan.who')}</th>
            <th scope="col">{t('pack:plan.when')}</th>
          </tr>
        </thead>
        <tbody>
          {lines(5).map((row) => (
            <tr key={row}>
              <td />
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      {box(t('pack:plan.own'), 1)}
      {box(t('pack:plan.disagree'), 1)}
      {box(t('pack:plan.lead'), 1)}
      {box(t('pack:plan.next'), 1)}
      {box(t('pack:plan.ask'), 2)}
    </section>
  );
}

const cards = [
  ['pause', 'signal-pause'],
  ['unclear', 'signal-unclear'],
  ['speak', 'signal-speak'],
  ['fast', 'signal-too-fast'],
  ['notThis', 'signal-not-this'],
] as const satisfies readonly (readonly [string, PictureName])[];

function SignalCards(): JSX.Element {
  const t = useT();
  return (
    <section class="pack-cards" lang="sv">
      <h1 class="visually-hidden">{t('pack:cardsTitle')}</h1>
      {cards.map(([key, picture]) => (
        <div class="pack-card" key={key} data-part="1">
          <Picture name={picture} size={160} />
          <p>{t(`pack:card.${key}`)}</p>
        </div>
      ))}
      <div class="pack-card pack-card--how">
        <h2>{t('pack:how.title')}</h2>
        <p>{t('pack:how.lay')}</p>
        <p>{t('pack:how.silent')}</p>
        <p>{t('pack:how.answer')}</p>
        <p class="pack-small">{t('pack:how.cut')}</p>
      </div>
    </section>
  );
}
