import { isOurs } from './circle.ts';
import type { RoleCircle } from './roleCircle.ts';

/** Some lines are ours and some are not: then those that are get a star. Where all are, the foot says so once. */
export const isMarked = ({ parts }: RoleCircle): boolean => {
  const lines = parts.flatMap(({ intro, front, back }) => [intro, ...front, ...back]);
  return lines.some(isOurs) && !lines.every(isOurs);
};
