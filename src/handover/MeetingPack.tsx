/**
 * The meeting pack on A4: the leader's circle on two sides, a blank plan to write in by hand, five cards to show. It
 * names nobody, so that it can lie on a table; a meeting can be held on paper alone (field.md 7, 16).
 */
import type { ComponentChildren, JSX } from 'preact';
import type { TextKey } from '../i18n/keys.ts';
import { useT } from '../i18n/useT.ts';
import { eget, ordforande } from '../meeting/circles/leadersCard.ts';
import { partNumber } from '../meeting/parts.ts';
import { asSentence } from '../meeting/views/circles/useCircleWords.ts';
import { Picture } from '../ui/Picture/Picture.tsx';
import type { PictureName } from '../ui/Picture/pictureNames.ts';
import type { PartNumber } from '../ui/Shape/shapePath.ts';
import { CircleCard } from './CircleCard.tsx';
import { PrintSheet } from './PrintSheet.tsx';
import './meetingPack.css';

export interface MeetingPackProps {
  /** In du-form when the individual leads. */
  readonly du: boolean;
  /** Word for the person in the leader's points, such as "personen". */
  readonly name: string;
  /** The cards of those who come. */
  readonly children?: ComponentChildren;
}

export function MeetingPack({ du, name, children }: MeetingPackProps): JSX.Element {
  const t = useT();
  const sheet = { stamp: t('pack:stamp'), foot: t('pack:foot') };
  return (
    <>
      <CircleCard
        circle={du ? eget : ordforande}
        say={(key) => ({
          text: asSentence(t(key as TextKey, { name })),
          language: 'sv',
          isFallback: false,
        })}
        partName={(part) => t(`common:part.${partNumber(part) as PartNumber}`)}
      />
      {children}
      <PrintSheet {...sheet}>
        <BlankPlan />
      </PrintSheet>
      <SignalCards />
    </>
  );
}

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
