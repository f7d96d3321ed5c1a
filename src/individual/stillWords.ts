import type { PictureName } from '../ui/Picture/pictureNames.ts';
import type { RoomWords } from './roomPhrases.ts';
import type { RoomScene } from './roomShape.ts';

export interface StillWords {
  readonly big: string;
  readonly more: string;
  readonly picture: PictureName | null;
}

/** What stands alone in the place of the part: a pause, a hidden plan, before and after. */
export const stillWords = (
  scene: Exclude<RoomScene, { kind: 'running' }>,
  words: RoomWords,
): StillWords => {
  const said = (key: Parameters<RoomWords['t']>[0]): string => words.both(({ t }) => t(key));
  switch (scene.kind) {
    case 'paused': {
      const { until } = scene;
      const more = words.both(({ t, clock }) =>
        until === null ? '' : t('room:pausedUntil', { time: clock(until) }),
      );
      return { big: said('room:paused'), more, picture: 'signal-pause' };
    }
    case 'hidden':
      return { big: said('room:hidden'), more: '', picture: 'thing-hidden' };
    case 'waiting':
      return { big: said('room:waitingStart'), more: '', picture: 'thing-time' };
    case 'thanks':
      return { big: said('room:thanks'), more: '', picture: 'thing-wave' };
    case 'resting':
      return { big: said('room:resting'), more: said('room:restingMore'), picture: null };
  }
};
