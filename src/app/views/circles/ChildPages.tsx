/** The child's circle with what the grown-up beside sets: before or in the meeting, and when one may go and play. */
import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ChildSide } from '../../../meeting/circles/childScreens.ts';
import { playChoices } from '../../../meeting/circles/playTime.ts';
import type { RoleCircle } from '../../../meeting/circles/roleCircle.ts';
import type { Part } from '../../../meeting/parts.ts';
import { ChildCircle, type Play } from '../../../meeting/views/circles/ChildCircle.tsx';
import type { CircleWords } from '../../../meeting/views/circles/useCircleWords.ts';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { Collapsible } from '../../../ui/Collapsible/Collapsible.tsx';

export interface ChildPagesProps {
  readonly circle: RoleCircle;
  readonly words: CircleWords;
  readonly part: Part | null;
  readonly now?: (() => number) | undefined;
  /** Language and part. */
  readonly children: ComponentChildren;
}

const never = 'never';

export function ChildPages({
  circle,
  words,
  part,
  now = Date.now,
  children,
}: ChildPagesProps): JSX.Element {
  const { t } = words;
  const [side, setSide] = useState<ChildSide>('front');
  const [minutes, setMinutes] = useState<string>(never);
  const [play, setPlay] = useState<Play | null>(null);
  return (
    <>
      <ChildCircle
        key={`${side} ${part}`}
        circle={circle}
        words={words}
        side={side}
        only={part}
        play={play}
        now={now}
      />
      <Collapsible summary={t('ownCircles:child.grownUp')}>
        <div class="circles__settings">
          {children}
          <ChipGroup
            label={t('ownCircles:page.sides')}
            options={[
              { value: 'front', label: t('ownCircles:card.front') },
              { value: 'back', label: t('ownCircles:card.back') },
            ]}
            value={side}
            onChange={setSide}
          />
          <ChipGroup
            label={t('ownCircles:child.ask')}
            options={[
              { value: never, label: t('ownCircles:child.never') },
              ...playChoices.map((each) => ({
                value: String(each),
                label: t('ownCircles:child.minutes', { minutes: each }),
              })),
            ]}
            value={minutes}
            onChange={(chosen: string) => {
              const from = now();
              setMinutes(chosen);
              setPlay(chosen === never ? null : { from, at: from + Number(chosen) * 60_000 });
            }}
          />
        </div>
      </Collapsible>
    </>
  );
}
