import type { Part } from '../parts.ts';
import { type ChairKey, chair, chairDu } from './chair.ts';
import { type Circle, type CirclePart, mostPoints, type Point } from './circle.ts';

/** What the leader sees in each part, for this meeting: circle, situation and the questions of the kallelse. */

type ExtraKey =
  | 'circles:extra.interpreter'
  | 'circles:extra.interpreterDu'
  | 'circles:extra.screenFirst'
  | 'circles:extra.sayName';

/** Every text key of the leader's circles, so that a view's `t` knows them. */
export type LeaderKey = ChairKey | ExtraKey;

export type MeetingForm = 'plats' | 'blandat' | 'digitalt';

export interface LeaderSituation {
  /** The individual leads: du-form (field.md 20). */
  readonly du: boolean;
  readonly interpreter: boolean;
  readonly form: MeetingForm;
}

export const leaderCircle = (du: boolean): Circle<LeaderKey> => (du ? chairDu : chair);

export const leaderPart = (part: Part, du: boolean): CirclePart<LeaderKey> =>
  leaderCircle(du).parts[part];

const interpreterPoint = (du: boolean): Point<LeaderKey> => ({
  id: 'interpreter',
  key: du ? 'circles:extra.interpreterDu' : 'circles:extra.interpreter',
  source: 'own',
});

/** Where everybody takes turns, the ones on a screen are forgotten first (field.md 23). */
const formPoint = (form: MeetingForm, part: Part): Point<LeaderKey> | null => {
  if (form === 'blandat' && (part === 'aktuellSituation' || part === 'behov')) {
    return { id: 'screenFirst', key: 'circles:extra.screenFirst', source: 'own' };
  }
  if (form === 'digitalt' && (part === 'inledning' || part === 'behov')) {
    return { id: 'sayName', key: 'circles:extra.sayName', source: 'own' };
  }
  return null;
};

/**
 * The points of a part, at most six: the interpreter's first (field.md 21), then the circle's. What the form of the
 * meeting asks for takes the last place, and gives way where the six are full.
 */
export const leaderPoints = (
  part: Part,
  situation: LeaderSituation,
): readonly Point<LeaderKey>[] => {
  const form = formPoint(situation.form, part);
  return [
    ...(situation.interpreter ? [interpreterPoint(situation.du)] : []),
    ...leaderPart(part, situation.du).points,
    ...(form === null ? [] : [form]),
  ].slice(0, mostPoints);
};

/** The question in large type: one of ours, or the individual's own words from the kallelse. */
export type Question =
  | { readonly kind: 'key'; readonly key: LeaderKey }
  | {
      readonly kind: 'own';
      readonly id: string;
      readonly text: string;
      /** From 0. */
      readonly index: number;
      readonly of: number;
    };

/** Behov goes through the questions of the kallelse in turn; the other parts have one of their own. */
export const questionOfPart = (
  part: Part,
  questions: readonly { readonly id: string; readonly text: string }[],
  index: number,
  du: boolean,
): Question => {
  const asked = questions.filter((question) => question.text.trim() !== '');
  const place = asked.length === 0 ? 0 : index % asked.length;
  const own = part === 'behov' ? asked[place] : undefined;
  return own === undefined
    ? { kind: 'key', key: leaderPart(part, du).question }
    : { kind: 'own', id: own.id, text: own.text, index: place, of: asked.length };
};

/** The card read aloud before a meeting where somebody is not in the room (field.md 23). */
export const digitalCard = {
  title: 'circles:digital.title',
  questions: ['circles:digital.alone', 'circles:digital.hear', 'circles:digital.speakUp'],
} as const;

export const needsDigitalCard = (form: MeetingForm): boolean => form !== 'plats';

/** From how each one takes part. */
export const meetingForm = (
  attendance: readonly ('plats' | 'video' | 'telefon' | null)[],
): MeetingForm => {
  const far = attendance.filter((how) => how === 'video' || how === 'telefon').length;
  if (far === 0) return 'plats';
  return far === attendance.length ? 'digitalt' : 'blandat';
};
