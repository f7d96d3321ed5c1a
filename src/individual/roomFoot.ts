import { capital, joined, placeWords, type RoomWords, tallyWords } from './roomPhrases.ts';
import type { RoomAway, RoomBody, RoomRound, RoomView } from './roomShape.ts';

/** What stands below and beside the field of the shared view: its foot, and the note under the circle. */
export interface RoomFoot {
  readonly start: string;
  readonly end: string;
}

/** The line under the circle: in Inledning that one may rest; in another language, that what was written is not in it. */
export const roomNote = (body: RoomBody | RoomAway, { t, language }: RoomWords): string => {
  if (body.part === 'inledning') return t('room:pauseAny');
  return language === null || body.part === 'avslutning' ? '' : t('room:written');
};

export const roomFoot = (
  scene: Extract<RoomView['scene'], { kind: 'running' }>,
  words: RoomWords,
): RoomFoot => {
  const { t, language } = words;
  // A name in Latin letters must not turn what is said after it.
  const mark = language?.dir === 'rtl' ? '\u200f' : '';
  const end =
    scene.next === null ? '' : t('room:then', { part: t(`room:part.${scene.next}.name`) });
  if (scene.round !== null) return { start: roundWords(scene.round, words), end };
  const { body } = scene;
  switch (body.part) {
    case 'inledning':
      return { start: t('room:promise'), end: '' };
    case 'aktuellSituation':
      return { start: '', end };
    case 'ute':
      return { start: '', end };
    case 'behov':
      return {
        start: tallyWords(body.agreed, words) || (body.goals[0] ?? ''),
        end,
      };
    case 'sammanfattning':
      return {
        start:
          body.lead === null
            ? tallyWords(body.agreed, words)
            : t('room:lead', {
                who:
                  mark + capital(joined(words, body.lead.name, placeWords(body.lead.place, words))),
              }),
        end,
      };
    case 'avslutning':
      return { start: t('room:thanks'), end: t('room:photo') };
  }
};

const roundWords = ({ now, next }: RoomRound, { t }: RoomWords): string =>
  next === null ? t('room:round.last', { now }) : t('room:round.both', { now, next });
