/**
 * One part of a circle: the question, who begins, what to do in the meeting and what to prepare. Stands on the page in
 * **Hjälp**, and wherever somebody follows the meeting with their own circle (`sides="front"`).
 */
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { swedishText } from '../../../i18n/i18n.ts';
import { languageAttributes } from '../../../i18n/languages.ts';
import { TextIn } from '../../../i18n/TextIn.tsx';
import { Picture } from '../../../ui/Picture/Picture.tsx';
import { Shape } from '../../../ui/Shape/Shape.tsx';
import type { PartNumber } from '../../../ui/Shape/shapePath.ts';
import { isOurs } from '../../circles/circle.ts';
import type { CircleKey, RoleLine, RolePart } from '../../circles/roleCircle.ts';
import { partNumber } from '../../parts.ts';
import { partPicture } from './partPicture.ts';
import type { CircleWords } from './useCircleWords.ts';
import './circlePart.css';

export interface CirclePartProps {
  readonly part: RolePart;
  readonly words: CircleWords;
  /** `front`: only what is for the meeting. */
  readonly sides?: 'both' | 'front';
  /** Lines that are ours get a star. Not where all of the circle is ours: its foot says so. */
  readonly marked: boolean;
}

export function CirclePart({ part, words, sides = 'both', marked }: CirclePartProps): JSX.Element {
  const id = useId();
  const number = partNumber(part.part) as PartNumber;
  const name = words.t(`ownCircles:part.${part.part}`);
  // What stands on the wall.
  const swedish = swedishText(`common:part.${number}`);
  return (
    <section
      class="circle-part"
      data-part={number}
      aria-labelledby={id}
      {...languageAttributes(words.language)}
    >
      <h2 class="circle-part__name" id={id}>
        <Shape part={number} size={44} />
        <span>{name}</span>
        {name !== swedish && (
          <span class="circle-part__swedish" lang="sv" dir="ltr">
            {swedish}
          </span>
        )}
        <Picture name={partPicture[part.part]} size={56} />
      </h2>
      <p class="circle-part__question">
        <TextIn wording={words.say(part.question)} />
      </p>
      <p class="soft">
        <Said words={words} of={part.speaks} />
      </p>
      <h3>{words.t('ownCircles:card.front')}</h3>
      <Lines lines={part.front} words={words} marked={marked} />
      {sides === 'both' && (
        <>
          <h3>{words.t('ownCircles:card.back')}</h3>
          <p>
            <Line line={part.intro} words={words} marked={marked} />
          </p>
          <Lines lines={part.back} words={words} marked={marked} />
        </>
      )}
    </section>
  );
}

interface LinesProps {
  readonly lines: readonly RoleLine[];
  readonly words: CircleWords;
  readonly marked: boolean;
}

function Lines({ lines, words, marked }: LinesProps): JSX.Element {
  return (
    <ul class="circle-part__lines">
      {lines.map((line) => (
        <li key={line.id}>
          <Line line={line} words={words} marked={marked} />
        </li>
      ))}
    </ul>
  );
}

/** A line of a circle, with a star where it is ours. */
export function Line({
  line,
  words,
  marked,
}: {
  readonly line: RoleLine;
  readonly words: CircleWords;
  readonly marked: boolean;
}): JSX.Element {
  return <Said words={words} of={line.key} end={marked && isOurs(line) ? '\u00a0*' : ''} />;
}

interface SaidProps {
  readonly words: CircleWords;
  readonly of: CircleKey;
  /** Stands with the last word. */
  readonly end?: string;
}

/** In lättläst every sentence has a line of its own (domain.md 10.3). */
function Said({ words, of, end = '' }: SaidProps): JSX.Element {
  const said = words.say(of);
  const wording = { ...said, text: `${said.text}${end}` };
  if (wording.language !== 'sv-x-lattlast') return <TextIn wording={wording} />;
  return (
    <>
      {wording.text.split(/(?<=[.?]) /u).map((sentence) => (
        <TextIn
          key={sentence}
          class="circle-part__sentence"
          wording={{ ...wording, text: `${sentence} ` }}
        />
      ))}
    </>
  );
}
