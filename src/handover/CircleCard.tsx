/**
 * A circle as one A4 of two sides: in the meeting in front, beforehand on the back. Printed on both sides and folded
 * across the middle it stands on the table. Upright, as the rest of the print set: an iPad turns no pages.
 */
import type { JSX } from 'preact';
import { languageAttributes } from '../i18n/languages.ts';
import { isOurs } from '../meeting/circles/circle.ts';
import { isMarked } from '../meeting/circles/ours.ts';
import type { RoleCircle, RoleLine, RolePart } from '../meeting/circles/roleCircle.ts';
import { isIndividualRole } from '../meeting/circles/roles.ts';
import { type Part, partNumber } from '../meeting/parts.ts';
import type { CircleWords } from '../meeting/views/circles/useCircleWords.ts';
import { Circle } from '../ui/Circle/Circle.tsx';
import { Shape } from '../ui/Shape/Shape.tsx';
import type { PartNumber } from '../ui/Shape/shapePath.ts';
import './circleCard.css';

/** The words around a circle's own. Staff's are in the bundle: the leader's card is there at once. */
const staffLabels = {
  front: 'circles:card.front',
  back: 'circles:card.back',
  fold: 'circles:card.fold',
  ours: 'circles:card.ours',
} as const;

const ownLabels = {
  front: 'ownCircles:card.front',
  back: 'ownCircles:card.back',
  fold: 'ownCircles:card.fold',
  ours: 'ownCircles:card.ours',
} as const;

type Side = 'front' | 'back';

export interface CircleCardProps {
  readonly circle: RoleCircle;
  readonly say: CircleWords['say'];
  /** In the language of the card. */
  readonly partName: (part: Part) => string;
}

export function CircleCard(props: CircleCardProps): JSX.Element {
  return (
    <>
      <CardSide {...props} side="front" />
      <CardSide {...props} side="back" />
    </>
  );
}

function CardSide(props: CircleCardProps & { readonly side: Side }): JSX.Element {
  const { circle, say, side } = props;
  const labels = isIndividualRole(circle.role) ? ownLabels : staffLabels;
  const title = say(circle.title);
  const [first, second, ...others] = circle.parts.map((part) => (
    <CardPart key={part.part} {...props} part={part} />
  ));
  const [longest, ...last] = others;
  return (
    <section
      class={`circle-card circle-card--${circle.role}`}
      {...languageAttributes(title.language)}
    >
      <div class="circle-card__half">
        <div class="circle-card__column">
          <div class="circle-card__head">
            <div>
              <h1>{title.text}</h1>
              <p class="circle-card__side">{say(labels[side]).text}</p>
            </div>
            {side === 'front' && (
              <Circle
                part={null}
                size={120}
                label={title.language === 'sv' ? undefined : title.text}
              />
            )}
          </div>
          {side === 'back' && <p>{say(circle.task).text}</p>}
          {side === 'front' && circle.role === 'barn' && (
            <p class="circle-card__plays">{say('ownCircles:card.plays').text}</p>
          )}
          {first}
        </div>
        <div class="circle-card__column">
          {second}
          {side === 'back' && <p class="circle-card__small">{say(circle.about).text}</p>}
          {side === 'front' && isMarked(circle) && (
            <p class="circle-card__small">{say(labels.ours).text}</p>
          )}
        </div>
      </div>
      <p class="circle-card__fold">{say(labels.fold).text}</p>
      <div class="circle-card__half">
        <div class="circle-card__column">{longest}</div>
        <div class="circle-card__column">{last}</div>
      </div>
    </section>
  );
}

interface CardPartProps extends CircleCardProps {
  readonly side: Side;
  readonly part: RolePart;
}

function CardPart({ circle, say, partName, side, part }: CardPartProps): JSX.Element {
  const marked = isMarked(circle);
  const line = (one: RoleLine): string =>
    `${say(one.key).text}${marked && isOurs(one) ? '\u00a0*' : ''}`;
  return (
    <div class="circle-card__part">
      <h2>
        <Shape part={partNumber(part.part) as PartNumber} size={26} /> {partName(part.part)}
      </h2>
      {side === 'front' ? (
        <p class="circle-card__question">{say(part.question).text}</p>
      ) : (
        <p>{line(part.intro)}</p>
      )}
      <ul>
        {part[side].map((one) => (
          <li key={one.id}>{line(one)}</li>
        ))}
      </ul>
    </div>
  );
}
