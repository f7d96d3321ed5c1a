/**
 * `/hjalp/cirklar/:role`: a circle to read before the meeting, to follow in it (`?del=3`), and to print as a card.
 */
import type { JSX } from 'preact';
import { CircleCard } from '../../../handover/CircleCard.tsx';
import { PrintRoot } from '../../../handover/PrintRoot.tsx';
import { currentLocale, swedishText } from '../../../i18n/i18n.ts';
import { useT } from '../../../i18n/useT.ts';
import { LanguageChips } from '../../../individual/LanguageChips.tsx';
import { isMarked } from '../../../meeting/circles/ours.ts';
import { roleCircle } from '../../../meeting/circles/roleCircles.ts';
import { type CircleRole, isIndividualRole } from '../../../meeting/circles/roles.ts';
import { nextPart, partNumber, parts, previousPart } from '../../../meeting/parts.ts';
import { CirclePart } from '../../../meeting/views/circles/CirclePart.tsx';
import { useCircleWords } from '../../../meeting/views/circles/useCircleWords.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { Circle } from '../../../ui/Circle/Circle.tsx';
import { lazyView } from '../../../ui/lazyView.tsx';
import type { PartNumber } from '../../../ui/Shape/shapePath.ts';
import { ChildPages } from './ChildPages.tsx';
import { CirclesFrame } from './CirclesFrame.tsx';
import { circleWay } from './circleWay.ts';
import { useCircleWay } from './useCircleWay.ts';

const WordsInText = lazyView(
  () => import('../../../individual/words/WordsInText.tsx').then((m) => m.WordsInText),
  {
    as: 'extra',
  },
);

export interface CircleViewProps {
  readonly who: CircleRole;
  /** For tests. */
  readonly now?: () => number;
}

export function CircleView({ who: role, now }: CircleViewProps): JSX.Element | null {
  const { language, part, go } = useCircleWay(role);
  const program = useT();
  const words = useCircleWords(
    isIndividualRole(role) ? language : currentLocale(),
    program('pack:person'),
  );
  const inSwedish = useCircleWords('sv', swedishText('pack:person'));
  if (words === null || inSwedish === null) return null;
  const { t, say } = words;
  const circle = roleCircle(role);
  const marked = isMarked(circle);
  const shown = circle.parts.filter((one) => part === null || one.part === part);
  const read = words.language === 'sv-x-lattlast' ? words : inSwedish;
  const texts = shown
    .flatMap(({ question, speaks, intro, front, back }) => [
      question,
      speaks,
      ...[intro, ...front, ...back].map(({ key }) => key),
    ])
    .map((key) => read.say(key).text);
  const next = part === null ? null : nextPart(part);
  const previous = part === null ? null : previousPart(part);
  const choices = (
    <>
      {isIndividualRole(role) && (
        <LanguageChips
          label={t('ownCircles:page.language')}
          value={language}
          onChange={(chosen) => go({ language: chosen })}
        />
      )}
      <ChipGroup
        label={t('ownCircles:page.parts')}
        options={[
          { value: 'all', label: t('ownCircles:page.all') },
          ...parts.map((one) => ({
            value: one,
            label: `${partNumber(one)} ${t(`ownCircles:part.${one}`)}`,
          })),
        ]}
        value={part ?? 'all'}
        onChange={(chosen: string) => go({ part: parts.find((one) => one === chosen) ?? null })}
      />
    </>
  );
  return (
    <CirclesFrame
      words={words}
      title={say(circle.title).text}
      lead={say(circle.task).text}
      left={
        <Circle
          part={part === null ? null : (partNumber(part) as PartNumber)}
          size={306}
          label={words.language === currentLocale() ? undefined : say(circle.title).text}
        />
      }
      foot={
        <Button kind="quiet" href={circleWay(null, { language, part: null })}>
          {t('ownCircles:page.others')}
        </Button>
      }
    >
      {role === 'barn' ? (
        <ChildPages circle={circle} words={words} part={part} now={now}>
          {choices}
        </ChildPages>
      ) : (
        <>
          {choices}
          {shown.map((one) => (
            <CirclePart key={one.part} part={one} words={words} marked={marked} />
          ))}
          <WordsInText texts={texts} language={words.language} />
        </>
      )}
      {part !== null && (
        <p class="button-row">
          {previous !== null && (
            <Button iconStart="back" onClick={() => go({ part: previous })}>
              {t('ownCircles:page.previous', { part: t(`ownCircles:part.${previous}`) })}
            </Button>
          )}
          {next !== null && (
            <Button iconEnd="forward" onClick={() => go({ part: next })}>
              {t('ownCircles:page.next', { part: t(`ownCircles:part.${next}`) })}
            </Button>
          )}
        </p>
      )}
      {marked && <p class="soft">{t('ownCircles:card.ours')}</p>}
      <p class="soft">{say(circle.about).text}</p>
      <p>
        <Button kind={role === 'barn' ? 'outlined' : 'filled'} onClick={() => window.print()}>
          {t('ownCircles:page.print')}
        </Button>
      </p>
      <p class="soft">{t('ownCircles:page.printHow')}</p>
      <PrintRoot>
        <CircleCard circle={circle} say={say} partName={(one) => t(`ownCircles:part.${one}`)} />
      </PrintRoot>
    </CirclesFrame>
  );
}
