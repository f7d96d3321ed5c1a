import type { PictureName } from '../../../ui/Picture/pictureNames.ts';
import type { Part } from '../../parts.ts';
import { partPicture } from './partPicture.ts';

/** What a child's screen is drawn with, by part and line; the question and what the part is for have the part's own. */
const pictures: Readonly<Record<string, readonly PictureName[]>> = {
  'inledning.question': ['thing-wave'],
  'inledning.name': ['person-self'],
  'inledning.out': ['signal-go-out'],
  'inledning.card': ['signal-speak'],
  'inledning.beside': ['help-company'],
  'inledning.bring': ['thing-comfort'],
  'aktuellSituation.good': ['weather-sun'],
  'aktuellSituation.hard': ['weather-cloud'],
  'aktuellSituation.draw': ['thing-draw'],
  'aktuellSituation.tell': ['help-talk'],
  'behov.want': ['thing-flag'],
  'behov.better': ['thing-flag'],
  'behov.who': ['help-company'],
  'behov.word': ['signal-unclear'],
  'behov.rest': ['signal-pause'],
  'sammanfattning.told': ['help-talk'],
  'sammanfattning.feels': ['answer-yes', 'answer-no'],
  'sammanfattning.ask': ['signal-unclear'],
  'sammanfattning.think': ['signal-speak'],
  'avslutning.next': ['thing-calendar'],
  'avslutning.talk': ['help-talk'],
  'avslutning.bye': ['thing-wave'],
  'avslutning.after': ['thing-ball'],
};

/** Empty for a line that has none: the shape of the part stands there. */
export const childPicture = (part: Part, id: string): readonly PictureName[] =>
  pictures[`${part}.${id}`] ?? (id === 'question' || id === 'intro' ? [partPicture[part]] : []);
