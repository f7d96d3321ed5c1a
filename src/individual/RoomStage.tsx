import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { AlwaysSwedish } from '../i18n/useT.ts';
import { partNumber } from '../meeting/parts.ts';
import { partPicture } from '../meeting/views/circles/partPicture.ts';
import { classNames } from '../ui/classNames.ts';
import { Picture } from '../ui/Picture/Picture.tsx';
import { Shape } from '../ui/Shape/Shape.tsx';
import { RoomCircle } from './RoomCircle.tsx';
import { RoomField } from './RoomField.tsx';
import { RoomLanguage, RoomText } from './RoomText.tsx';
import type { RoomPage } from './roomBlocks.ts';
import { roomFoot } from './roomFoot.ts';
import type { RoomFrame } from './roomFrame.ts';
import type { RoomWords } from './roomPhrases.ts';
import type { RoomScene, RoomView } from './roomShape.ts';
import { shapeOf } from './shapeOf.ts';
import { stillWords } from './stillWords.ts';
import './room.css';

export interface RoomStageProps {
  readonly view: RoomView;
  readonly frame: RoomFrame;
  readonly words: RoomWords;
  /** The page of the field that stands now. */
  readonly page: RoomPage | null;
  /** Told when the page did not fit in the field after all: the next one is dealt thinner. */
  readonly onOverflow: () => void;
  /** Nothing fits beside the circle: its words stay, it goes. */
  readonly isCrowded?: boolean;
}

/** The shared view's one frame for all five parts: circle and foot never move, only the field changes. */
export function RoomStage(props: RoomStageProps): JSX.Element {
  const { view, frame, words, page, onOverflow, isCrowded = false } = props;
  const { scene } = view;
  return (
    <AlwaysSwedish.Provider value>
      <RoomLanguage.Provider value={words.language}>
        <div
          lang="sv"
          class={classNames('room', `room--${frame.layout}`, isCrowded && 'room--crowded')}
          style={frameVariables(frame)}
          dir={words.language?.dir}
          data-pictures={view.forChild ? 'child' : undefined}
        >
          <RoomCircle view={view} frame={frame} words={words} />
          <Field scene={scene} words={words} page={page} onOverflow={onOverflow} />
          <Foot scene={scene} words={words} />
        </div>
      </RoomLanguage.Provider>
    </AlwaysSwedish.Provider>
  );
}

const frameVariables = (frame: RoomFrame): Record<string, string> => ({
  '--room-unit': `${frame.unit}px`,
  '--room-text': String(frame.text),
  '--room-second': String(frame.second),
});

type FieldProps = Pick<RoomStageProps, 'words' | 'page' | 'onOverflow'> & {
  readonly scene: RoomScene;
};

function Field({ scene, words, page, onOverflow }: FieldProps): JSX.Element {
  const said = (key: Parameters<RoomWords['t']>[0]): string => words.both(({ t }) => t(key));
  const field = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const here = field.current;
    if (here !== null && here.scrollHeight > here.clientHeight + 1) onOverflow();
  });
  switch (scene.kind) {
    case 'running':
      return (
        <section class="room__main">
          <header class="room__head" data-part={partNumber(scene.part)}>
            <h2 class="room__heading">
              <Shape part={shapeOf(scene.part)} class="room__shape" />
              <span>
                <RoomText text={said(`room:part.${scene.part}.name`)} />
              </span>
              <Picture name={partPicture[scene.part]} class="room__part" />
            </h2>
            <p class="room__sentence">
              <RoomText text={page?.sentence ?? said(`room:part.${scene.part}.line`)} />
            </p>
          </header>
          <div class="room__field" ref={field} data-part={partNumber(scene.part)}>
            {page !== null && <RoomField blocks={page.blocks} />}
          </div>
        </section>
      );
    default:
      return <Still {...stillWords(scene, words)} hasCup={scene.kind === 'paused'} />;
  }
}

/** A pause has its cup in the circle already. */
function Still({
  big,
  more,
  picture,
  hasCup,
}: ReturnType<typeof stillWords> & { readonly hasCup: boolean }): JSX.Element {
  return (
    <section class="room__main room__main--still">
      {picture !== null && !hasCup && <Picture name={picture} class="room__still-picture" />}
      <h2 class="room__still">
        <RoomText text={big} />
      </h2>
      {more !== '' && (
        <p class="room__sentence">
          <RoomText text={more} />
        </p>
      )}
    </section>
  );
}

function Foot({ scene, words }: Pick<FieldProps, 'scene' | 'words'>): JSX.Element {
  const foot =
    scene.kind === 'running' ? words.both((each) => roomFoot(scene, each)) : { start: '', end: '' };
  return (
    <footer class="room__foot">
      <p>
        <RoomText text={foot.start} />
      </p>
      <p>
        <RoomText text={foot.end} />
      </p>
    </footer>
  );
}
