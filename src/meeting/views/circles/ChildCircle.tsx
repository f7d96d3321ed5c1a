/**
 * The child's circle: one thing a screen, a picture and ten words at most, and how long until one may go and play
 * (field.md 22). The child or the grown-up beside turns the screens.
 */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { languageAttributes } from '../../../i18n/languages.ts';
import { TextIn } from '../../../i18n/TextIn.tsx';
import type { Instant } from '../../../shared/deps.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Picture } from '../../../ui/Picture/Picture.tsx';
import { Shape } from '../../../ui/Shape/Shape.tsx';
import type { PartNumber } from '../../../ui/Shape/shapePath.ts';
import { TimeDisc } from '../../../ui/TimeDisc/TimeDisc.tsx';
import { type ChildScreen, type ChildSide, childScreens } from '../../circles/childScreens.ts';
import { minutesToPlay } from '../../circles/playTime.ts';
import type { RoleCircle } from '../../circles/roleCircle.ts';
import { type Part, partNumber } from '../../parts.ts';
import { useNow } from '../useNow.ts';
import { childPicture } from './childPicture.ts';
import type { CircleWords } from './useCircleWords.ts';
import './childCircle.css';

/** When one may go and play. */
export interface Play {
  readonly from: Instant;
  readonly at: Instant;
}

export interface ChildCircleProps {
  readonly circle: RoleCircle;
  readonly words: CircleWords;
  readonly side: ChildSide;
  /** Only the screens of this part: in step with a meeting. */
  readonly only?: Part | null;
  readonly play: Play | null;
  readonly now: () => Instant;
}

/** Give it a `key` of side and part: it begins at the first screen. */
export function ChildCircle(props: ChildCircleProps): JSX.Element {
  const { circle, words, side, only = null, play, now } = props;
  const [at, setAt] = useState(0);
  const screens = childScreens(circle, side, only);
  const screen = screens[Math.min(at, screens.length - 1)];
  const number = screen === undefined ? 1 : (partNumber(screen.part) as PartNumber);
  return (
    <section
      class="child-circle"
      data-part={number}
      data-pictures="child"
      aria-label={screen && words.t(`ownCircles:part.${screen.part}`)}
      {...languageAttributes(words.language)}
    >
      {screen && (
        <div class="child-circle__screen" aria-live="polite">
          <ScreenPicture screen={screen} number={number} />
          <p class="child-circle__words">
            <TextIn wording={words.say(screen.key)} />
          </p>
        </div>
      )}
      {play !== null && <PlayLine play={play} now={now} words={words} />}
      <div class="child-circle__turn">
        <Button disabled={at === 0} iconStart="back" onClick={() => setAt(at - 1)}>
          {words.t('ownCircles:child.back')}
        </Button>
        <span class="soft">
          {words.t('ownCircles:child.where', {
            number: Math.min(at + 1, screens.length),
            count: screens.length,
          })}
        </span>
        <Button
          kind="filled"
          disabled={at >= screens.length - 1}
          iconEnd="forward"
          onClick={() => setAt(at + 1)}
        >
          {words.t('ownCircles:child.next')}
        </Button>
      </div>
    </section>
  );
}

function ScreenPicture({
  screen,
  number,
}: {
  readonly screen: ChildScreen;
  readonly number: PartNumber;
}): JSX.Element {
  const pictures = childPicture(screen.part, screen.id);
  return (
    <div class="child-circle__pictures">
      {pictures.length === 0 && <Shape part={number} size={160} />}
      {pictures.map((name) => (
        <Picture key={name} name={name} size={160} part={number} />
      ))}
    </div>
  );
}

interface PlayLineProps {
  readonly play: Play;
  readonly now: () => Instant;
  readonly words: CircleWords;
}

function PlayLine({ play, now, words }: PlayLineProps): JSX.Element {
  const instant = useNow(now);
  const count = minutesToPlay(play.at, instant);
  const left = (play.at - instant) / (play.at - play.from);
  return (
    <p class="child-circle__play" role="timer">
      <TimeDisc left={Math.min(1, Math.max(0, left))} size={64} />
      {count === 0 ? words.t('ownCircles:child.now') : words.t('ownCircles:child.play', { count })}
    </p>
  );
}
