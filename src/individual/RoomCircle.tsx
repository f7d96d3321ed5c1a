import type { JSX } from 'preact';
import { Circle } from '../ui/Circle/Circle.tsx';
import { Picture } from '../ui/Picture/Picture.tsx';
import { RoomText } from './RoomText.tsx';
import { roomNote } from './roomFoot.ts';
import type { RoomFrame } from './roomFrame.ts';
import { type RoomWords, timeWords } from './roomPhrases.ts';
import type { RoomScene, RoomView } from './roomShape.ts';
import { shapeOf } from './shapeOf.ts';

export interface RoomCircleProps {
  readonly view: RoomView;
  readonly frame: RoomFrame;
  readonly words: RoomWords;
}

/** The circle with what is left of the time, and the words for it below. */
export function RoomCircle({ view, frame, words }: RoomCircleProps): JSX.Element {
  const { scene } = view;
  const [width, number] = circleIn(frame, words.language !== null);
  const size = Math.round(width * frame.unit);
  const isPaused = scene.kind === 'paused';
  const part = 'part' in scene && scene.part !== null ? shapeOf(scene.part) : null;
  const lines = words.both((each) => underCircle(scene, each));
  return (
    <aside class="room__aside">
      <Circle
        class="room__circle"
        part={part}
        shares={view.shares}
        size={size}
        numberSize={Math.round(number * frame.unit)}
        timeLeft={fractionOf(scene)}
        pale={isPaused}
      >
        {isPaused ? <Picture name="signal-pause" class="room__cup" /> : undefined}
      </Circle>
      {lines.time !== '' && (
        <p class="room__time">
          <RoomText text={lines.time} />
        </p>
      )}
      {lines.note !== '' && (
        <p class="room__note">
          <RoomText text={lines.note} />
        </p>
      )}
    </aside>
  );
}

/** Units: how wide, and how large its numbers are. Two languages below it need the room. */
const circleIn = ({ layout }: RoomFrame, isTwofold: boolean): readonly [number, number] => {
  if (layout === 'tall') return [210, 20];
  return isTwofold ? [250, 31] : [330, 31];
};

const fractionOf = (scene: RoomScene): number | null => {
  if (scene.kind !== 'running' && scene.kind !== 'hidden') return null;
  return scene.time === null || scene.time.kind === 'ends' ? null : scene.time.fraction;
};

/** What stands under the circle: time, and in Inledning that one may rest. */
const underCircle = (scene: RoomScene, words: RoomWords): { time: string; note: string } => {
  if (scene.kind !== 'running' && scene.kind !== 'hidden') return { time: '', note: '' };
  return {
    time: scene.time === null ? '' : timeWords(scene.time, words),
    note: scene.kind === 'running' ? roomNote(scene.body, words) : '',
  };
};
