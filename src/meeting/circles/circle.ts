import type { Part } from '../parts.ts';

/**
 * A circle: what one role has before its eyes in each part of the meeting. Data only: text keys, who speaks, and
 * where the content comes from (domain.md 1.5; the words are our own everywhere). Texts take `{{name}}`.
 */

/**
 * `own` is ours alone. The rest says in other words what a page says that was read (domain.md 13): M are pages of the
 * meeting circle, P and S of guidance on the meeting.
 */
export const pointSources = [
  'M2',
  'M3',
  'M4',
  'M5',
  'M6',
  'M7',
  'P1',
  'P5',
  'P12',
  'S2',
  'own',
] as const;
export type PointSource = (typeof pointSources)[number];

export interface Point<Key extends string = string> {
  readonly id: string;
  readonly key: Key;
  readonly source: PointSource;
}

/** Who is meant to speak first in the part. */
export type Speaks = 'leader' | 'individual' | 'everyone';

export interface CirclePart<Key extends string = string> {
  /** Said aloud, in large type. */
  readonly question: Key;
  readonly task: Key;
  /** For the back of the printed card, read before the meeting. */
  readonly intro: Key;
  readonly speaks: Speaks;
  /** At most five, so that one that the situation asks for still fits among six. */
  readonly points: readonly Point<Key>[];
}

export interface Circle<Key extends string = string> {
  readonly role: string;
  readonly title: Key;
  readonly task: Key;
  readonly parts: Readonly<Record<Part, CirclePart<Key>>>;
}

export const mostPoints = 6;

/** Ours alone, marked on screen and on the printed card. */
export const isOurs = ({ source }: { readonly source: PointSource }): boolean => source === 'own';
