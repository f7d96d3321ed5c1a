import { type Part, parts } from '../parts.ts';
import { isOurs } from './circle.ts';
import { type LeaderKey, leaderCircle } from './leaderCircle.ts';

/**
 * The leader's circle as a card of two sides (domain.md 1.1): what to do in the meeting in front, what each part is
 * for on the back, to be read before. Data for the print; texts take `{{name}}`.
 */

export const cardTexts = {
  front: 'circles:card.front',
  back: 'circles:card.back',
  during: 'circles:card.during',
  /** Explains the mark of rows that are ours alone. */
  ours: 'circles:card.ours',
  source: 'circles:card.source',
} as const;

export interface CardPart {
  readonly part: Part;
  readonly question: LeaderKey;
  readonly intro: LeaderKey;
  readonly points: readonly { readonly key: LeaderKey; readonly ours: boolean }[];
}

export interface LeaderCard {
  readonly title: LeaderKey;
  readonly task: LeaderKey;
  readonly parts: readonly CardPart[];
}

/** In du-form when the individual leads. */
export const leaderCard = (du: boolean): LeaderCard => {
  const circle = leaderCircle(du);
  return {
    title: circle.title,
    task: circle.task,
    parts: parts.map((part) => {
      const { question, intro, points } = circle.parts[part];
      return {
        part,
        question,
        intro,
        points: points.map((point) => ({ key: point.key, ours: isOurs(point) })),
      };
    }),
  };
};
