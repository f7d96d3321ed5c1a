/** What the room may see, as cards one scrolls through: all of the part, not a page at a time. */
import type { JSX, RefObject } from 'preact';
import type { LanguageCode } from '../../i18n/languages.ts';
import type { Texts } from '../../i18n/textsOf.ts';
import { partNumber, parts } from '../../meeting/parts.ts';
import { partPicture } from '../../meeting/views/circles/partPicture.ts';
import { classNames } from '../../ui/classNames.ts';
import { Picture } from '../../ui/Picture/Picture.tsx';
import { Shape } from '../../ui/Shape/Shape.tsx';
import { TimeDisc } from '../../ui/TimeDisc/TimeDisc.tsx';
import { RoomField } from '../RoomField.tsx';
import { RoomText } from '../RoomText.tsx';
import type { RoomBlock } from '../roomBlocks.ts';
import { roomSections } from '../roomContent.ts';
import { roomFoot, roomNote } from '../roomFoot.ts';
import { type RoomWords, timeWords } from '../roomPhrases.ts';
import type { RoomScene, RoomView } from '../roomShape.ts';
import { shapeOf } from '../shapeOf.ts';
import { type StillWords, stillWords } from '../stillWords.ts';
import { WordsOfPlan } from '../words/WordsOfPlan.tsx';
import { AnswersToPoint } from './AnswersToPoint.tsx';
import { useScrolls } from './useScrolls.ts';

export interface OwnContentProps {
  readonly of: RefObject<HTMLElement | null>;
  readonly labelledBy: string;
  readonly view: RoomView;
  readonly words: RoomWords;
  readonly isCalm: boolean;
  readonly texts: Texts<'ownView'> | null;
  readonly language: LanguageCode;
}

export function OwnContent({
  of,
  labelledBy,
  view,
  words,
  isCalm,
  texts,
  language,
}: OwnContentProps): JSX.Element {
  const { scene } = view;
  const scrolls = useScrolls(of);
  return (
    <section
      class="own__content"
      ref={of}
      {...(scrolls && { 'aria-labelledby': labelledBy, tabIndex: 0 })}
    >
      {(scene.kind === 'running' || scene.kind === 'hidden') && (
        <Where scene={scene} words={words} isCalm={isCalm} texts={texts} />
      )}
      {scene.kind === 'running' ? (
        <Running scene={scene} words={words} texts={texts} language={language} />
      ) : (
        <Still {...stillWords(scene, words)} />
      )}
    </section>
  );
}

type InPart = Extract<RoomScene, { kind: 'running' | 'hidden' }>;

/** The five shapes, the present one larger, and how long is left. */
function Where(
  props: Omit<OwnContentProps, 'of' | 'labelledBy' | 'view' | 'language'> & { scene: InPart },
): JSX.Element {
  const { scene, words, isCalm, texts } = props;
  const { time } = scene;
  const said = time === null || isCalm ? '' : words.both((each) => timeWords(time, each));
  const then =
    scene.kind === 'running' && scene.next !== null
      ? words.both((each) => roomFoot(scene, each).end)
      : '';
  return (
    <>
      <div class="own__where">
        <span
          class="own__shapes"
          role="img"
          aria-label={texts?.t('ownView:circle', {
            number: partNumber(scene.part),
            part: words.own(words.both(({ t }) => t(`room:part.${scene.part}.name`))),
          })}
        >
          {parts.map((part) => (
            <span key={part} data-part={partNumber(part)}>
              <Shape
                part={shapeOf(part)}
                tone={part === scene.part ? 'strong' : 'soft'}
                class={classNames('own__shape', part === scene.part && 'own__shape--here')}
              />
            </span>
          ))}
        </span>
        {said !== '' && (
          <span class="own__time">
            {time !== null && time.kind !== 'ends' && <TimeDisc left={time.fraction} size={28} />}
            <span>
              <RoomText text={said} />
            </span>
          </span>
        )}
      </div>
      {scene.kind === 'running' && scene.next !== null && then !== '' && (
        <p class="own__next" data-part={partNumber(scene.next)}>
          <Shape part={shapeOf(scene.next)} class="own__shape" />
          <span>
            <RoomText text={then} />
          </span>
        </p>
      )}
      <h2 class="own__heading" data-part={partNumber(scene.part)}>
        <span>
          <RoomText text={words.both(({ t }) => t(`room:part.${scene.part}.name`))} />
        </span>
        <Picture name={partPicture[scene.part]} size={56} />
      </h2>
    </>
  );
}

function Running(
  props: Pick<OwnContentProps, 'words' | 'texts' | 'language'> & {
    readonly scene: Extract<RoomScene, { kind: 'running' }>;
  },
): JSX.Element {
  const { scene, words, texts, language } = props;
  const { body } = scene;
  const sections = words.both((each) => roomSections(scene.body, each, 'cards'));
  const blocks = (each: (typeof sections)[number]): readonly RoomBlock[] => [
    ...each.head,
    ...each.rows,
    ...each.tail,
  ];
  const note = words.both((each) => roomNote(scene.body, each));
  const foot = words.both((each) => roomFoot(scene, each));
  const isEmpty = sections.every((section) => section.rows.length === 0) && scene.part === 'behov';
  return (
    <>
      {sections.map((section, place) => (
        <section key={section.sentence} class="own__section">
          <p class="own__sentence">
            <RoomText text={section.sentence} />
          </p>
          {place === 0 && foot.start !== '' && (
            <p class="own__so-far">
              <RoomText text={foot.start} />
            </p>
          )}
          <div class="room own__field" data-part={partNumber(scene.part)}>
            <RoomField blocks={blocks(section)} />
          </div>
        </section>
      ))}
      {scene.part === 'sammanfattning' && texts !== null && (
        <>
          <AnswersToPoint texts={texts} question={words.both(({ t }) => t('room:sounds'))} />
          <p class="own__question">
            <RoomText text={words.both(({ t }) => t('room:unclear'))} />
          </p>
        </>
      )}
      {(body.part === 'behov' || body.part === 'sammanfattning') && (
        <WordsOfPlan body={body} words={words} language={language} />
      )}
      {isEmpty && <p class="own__note">{texts?.t('ownView:nothingYet')}</p>}
      {[note, scene.next === null ? foot.end : '']
        .filter((line) => line !== '')
        .map((line) => (
          <p key={line} class="own__note">
            <RoomText text={line} />
          </p>
        ))}
    </>
  );
}

function Still({ big, more, picture }: StillWords): JSX.Element {
  return (
    <div class="own__still" data-part="1">
      {picture !== null && <Picture name={picture} size={160} />}
      <h2 class="own__heading">
        <RoomText text={big} />
      </h2>
      {more !== '' && (
        <p class="own__sentence">
          <RoomText text={more} />
        </p>
      )}
    </div>
  );
}
