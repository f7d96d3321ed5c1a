import { type Part, partNumber } from '../meeting/parts.ts';
import type { PartNumber } from '../ui/Shape/shapePath.ts';

const numbers: readonly PartNumber[] = [1, 2, 3, 4, 5];

/** A part's shape has as many sides as its number. */
export const shapeOf = (part: Part): PartNumber => numbers[partNumber(part) - 1] ?? 1;
