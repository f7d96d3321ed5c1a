import type { PictureName } from '../../../ui/Picture/pictureNames.ts';

/** What a child's screen is drawn with, by part and line; where there is none, the shape of the part stands instead. */
const pictures: Readonly<Record<string, PictureName>> = {
  'inledning.question': 'part-1-opening',
  'inledning.intro': 'part-1-opening',
  'inledning.name': 'person-self',
  'inledning.out': 'signal-go-out',
  'inledning.card': 'signal-speak',
  'inledning.beside': 'person',
  'aktuellSituation.good': 'weather-sun',
  'aktuellSituation.hard': 'weather-cloud',
  'aktuellSituation.draw': 'thing-paper',
  'aktuellSituation.tell': 'help-talk',
  'behov.question': 'part-3-needs',
  'behov.intro': 'part-3-needs',
  'behov.want': 'thing-flag',
  'behov.better': 'thing-flag',
  'behov.who': 'help-company',
  'behov.word': 'signal-unclear',
  'behov.rest': 'signal-pause',
  'sammanfattning.told': 'help-talk',
  'sammanfattning.feels': 'answer-yes',
  'sammanfattning.ask': 'signal-unclear',
  'avslutning.next': 'thing-calendar',
  'avslutning.talk': 'help-talk',
};

export const childPicture = (part: string, id: string): PictureName | null =>
  pictures[`${part}.${id}`] ?? null;
