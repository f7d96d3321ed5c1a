/**
 * The program's icons: the circle of the meeting as five pieces of felt on unbleached paper, in the colours of the
 * five parts, each as long as its share of the meeting. Drawn here, kept as SVG and PNG in `public/icons`.
 */

interface Piece {
  readonly share: number;
  /** The felt, and its edge. */
  readonly fill: string;
  readonly edge: string;
}

/** Inledning, Aktuell situation, Behov, Sammanfattning, Avslutning. */
const pieces: readonly Piece[] = [
  { share: 10, fill: '#84c8ff', edge: '#0e3671' },
  { share: 15, fill: '#fed972', edge: '#6c4400' },
  { share: 50, fill: '#fda57c', edge: '#6e150a' },
  { share: 15, fill: '#9ee4ba', edge: '#0a5939' },
  { share: 10, fill: '#dfa9d6', edge: '#4e0b48' },
];

const paper = '#fbf7ef';
const ink = '#1c2321';
const size = 512;
const centre = size / 2;

const round = (value: number): string => String(Math.round(value * 10) / 10);

/** A point at a share of the way round, clockwise from the top. */
const at = (share: number, radius: number): string => {
  const angle = (share / 100) * 2 * Math.PI - Math.PI / 2;
  return `${round(centre + radius * Math.cos(angle))} ${round(centre + radius * Math.sin(angle))}`;
};

const segment = (from: number, to: number, outer: number, inner: number, gap: number): string => {
  // The gap is as wide at both ends of the cut.
  const outerGap = (gap / (2 * Math.PI * outer)) * 50;
  const innerGap = (gap / (2 * Math.PI * inner)) * 50;
  const large = to - from > 50 ? 1 : 0;
  return [
    `M${at(from + outerGap, outer)}`,
    `A${round(outer)} ${round(outer)} 0 ${large} 1 ${at(to - outerGap, outer)}`,
    `L${at(to - innerGap, inner)}`,
    `A${round(inner)} ${round(inner)} 0 ${large} 0 ${at(from + innerGap, inner)}`,
    'Z',
  ].join('');
};

/** The circle alone; `radius` of 512. */
const circle = (radius: number): string => {
  let from = 0;
  const gap = radius * 0.11;
  const paths = pieces.map(({ share, fill, edge }) => {
    const d = segment(from, from + share, radius, radius * 0.42, gap);
    from += share;
    const width = round(radius * 0.045);
    return `<path d="${d}" fill="${fill}" stroke="${edge}" stroke-width="${width}" stroke-linejoin="round"/>`;
  });
  return paths.join('');
};

const svg = (body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><title>SIP-mötet</title>${body}</svg>\n`;

const tile = `<rect width="${size}" height="${size}" rx="96" fill="${paper}"/>`;
const wholePaper = `<rect width="${size}" height="${size}" fill="${paper}"/>`;

const line = `fill="none" stroke="${ink}" stroke-width="30" stroke-linecap="round" stroke-linejoin="round"`;

/** Name → drawing. `maskable` and `apple` fill the square, since the device cuts its own shape. */
export const drawings = {
  favicon: svg(circle(244)),
  icon: svg(tile + circle(208)),
  maskable: svg(wholePaper + circle(176)),
  apple: svg(wholePaper + circle(204)),
  /** A sheet with room for one more. */
  ny: svg(
    `${tile}<path d="M140 92h168l72 72v256H140Z" fill="#fbedc8" ${line.replace('fill="none" ', '')}/>` +
      `<path d="M260 200v128M196 264h128" ${line}/>`,
  ),
  /** The circle, and a hand's breadth to begin with. */
  ova: svg(`${tile}${circle(208)}<path d="M226 206v100l84-50Z" fill="${ink}"/>`),
} as const;

export type DrawingName = keyof typeof drawings;

/** Which sizes of which drawing are needed, in pixels. */
export const sizes: readonly (readonly [DrawingName, number])[] = [
  ['icon', 192],
  ['icon', 512],
  ['maskable', 192],
  ['maskable', 512],
  ['apple', 180],
  ['ny', 96],
  ['ny', 192],
  ['ova', 96],
  ['ova', 192],
];
