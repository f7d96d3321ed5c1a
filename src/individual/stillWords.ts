import type { RoomWords } from './roomPhrases.ts';
import type { RoomScene } from './roomShape.ts';

/** What stands alone in the place of the part: a pause, a hidden plan, before and after. */
export const stillWords = (
  scene: Exclude<RoomScene, { kind: 'running' }>,
  words: RoomWords,
): { readonly big: string; readonly more: string } => {
  const said = (key: Parameters<RoomWords['t']>[0]): string => words.both(({ t }) => t(key));
  switch (scene.kind) {
    case 'paused': {
      const { until } = scene;
      const more = words.both(({ t, clock }) =>
        until === null ? '' : t('room:pausedUntil', { time: clock(until) }),
      );
      return { big: said('room:paused'), more };
    }
    case 'hidden':
      return { big: said('room:hidden'), more: '' };
    case 'waiting':
      return { big: said('room:waitingStart'), more: '' };
    case 'thanks':
      return { big: said('room:thanks'), more: '' };
    case 'resting':
      return { big: said('room:resting'), more: said('room:restingMore') };
  }
};
