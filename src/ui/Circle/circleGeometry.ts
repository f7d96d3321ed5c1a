/**
 * The meeting circle in numbers. It starts at 12 and runs clockwise (it is a clock, so never mirrored); each part
 * has the share of the circle that it has of the time. Inner radius 0.53 of the outer; neighbours are parted by a
 * gap of 1.1 % of the size, at least 4 px, cut parallel; each has an outline of 2–4 px.
 */
import { type PartNumber, partNumbers, round } from '../Shape/shapePath.ts';

export interface Segment {
  readonly part: PartNumber;
  readonly path: string;
  /** The middle line of the ring over this segment, for the fill that sweeps along it. */
  readonly sweep: string;
  /** Where the number and its shape stand. */
  readonly x: number;
  readonly y: number;
}

export interface CircleGeometry {
  readonly size: number;
  readonly outline: number;
  /** The number's size: 0.09 of the circle's, unless given. */
  readonly number: number;
  readonly ringWidth: number;
  readonly discRadius: number;
  readonly segments: readonly Segment[];
}

/** Our own default, in per cent of the meeting's time. */
export const defaultShares: readonly number[] = [10, 15, 50, 15, 10];

const innerShare = 0.53;
const discShare = 0.74;
const numberShare = 0.09;
/** The present part's number and shape are this much larger. */
export const presentScale = 1.12;

/** Takes the five shares (any sum), the circle's size in px and, if wanted, the number's size in px. */
export function circleGeometry(
  shares: readonly number[],
  size: number,
  numberSize?: number,
): CircleGeometry {
  const outline = Math.min(4, Math.max(2, size * 0.0075));
  const half = Math.max(4, size * 0.011) / 2 + outline / 2;
  const outer = size / 2 - outline / 2;
  const inner = (size / 2) * innerShare + outline / 2;
  const middle = (outer + inner) / 2;
  const number = numberSize ?? size * numberShare;
  const total = shares.reduce((sum, share) => sum + share, 0);
  let before = 0;

  const segments = partNumbers.map((part): Segment => {
    const share = shares[part - 1] ?? 0;
    const from = (2 * Math.PI * before) / total;
    before += share;
    const to = (2 * Math.PI * before) / total;
    const long = to - from > Math.PI + 0.0001 ? 1 : 0;
    const at = (radius: number, angle: number): string =>
      `${round(size / 2 + radius * Math.sin(angle))} ${round(size / 2 - radius * Math.cos(angle))}`;
    // A parallel cut: the same distance from the boundary at both radii is a larger angle further in.
    const cutOuter = Math.asin(half / outer);
    const cutInner = Math.asin(half / inner);
    const [ro, ri] = [round(outer), round(inner)];
    const path = [
      `M${at(outer, from + cutOuter)}`,
      `A${ro} ${ro} 0 ${long} 1 ${at(outer, to - cutOuter)}`,
      `L${at(inner, to - cutInner)}`,
      `A${ri} ${ri} 0 ${long} 0 ${at(inner, from + cutInner)}z`,
    ].join('');
    const center = (from + to) / 2;
    // The triangle's weight is low: moved down it looks centred.
    const drop = part === 3 ? 0.2 * number : 0;
    const rm = round(middle);
    return {
      part,
      path,
      sweep: `M${at(middle, from)}A${rm} ${rm} 0 ${long} 1 ${at(middle, to)}`,
      x: round(size / 2 + middle * Math.sin(center)),
      y: round(size / 2 - middle * Math.cos(center) + drop),
    };
  });

  return {
    size,
    outline: round(outline),
    number: round(number),
    ringWidth: round(outer - inner + 2 * outline),
    discRadius: round((size / 2) * innerShare * discShare),
    segments,
  };
}
