import type { Part } from '../parts.ts';
import type { CircleKey, RoleCircle } from './roleCircle.ts';

/** The child's circle, one thing a screen (field.md 22). */
export interface ChildScreen {
  readonly part: Part;
  /** `question` first in each part; then the lines by their ids. */
  readonly id: string;
  readonly key: CircleKey;
}

export type ChildSide = 'front' | 'back';

/** Of one part, or of the whole meeting. */
export const childScreens = (
  { parts }: RoleCircle,
  side: ChildSide,
  only: Part | null = null,
): readonly ChildScreen[] =>
  parts
    .filter(({ part }) => only === null || part === only)
    .flatMap(({ part, question, intro, front, back }) => [
      side === 'front'
        ? { part, id: 'question', key: question }
        : { part, id: 'intro', key: intro.key },
      ...(side === 'front' ? front : back).map(({ id, key }) => ({ part, id, key })),
    ]);
