/**
 * The five shapes as paths. Measures are in units of the number's size *f*: circle r 0.82 · lens 1.12 high and
 * 0.68 wide (half measures) · triangle radius 1.2 · square half side 0.74 · pentagon radius 1.0. The number
 * stands at the centroid, which is (x, y).
 */
export type PartNumber = 1 | 2 | 3 | 4 | 5;

export const partNumbers: readonly PartNumber[] = [1, 2, 3, 4, 5];

const circleRadius = 0.82;
const lensHalfHeight = 1.12;
const lensHalfWidth = 0.68;
const triangleRadius = 1.2;
const squareHalfSide = 0.74;
const pentagonRadius = 1;

/** Two decimals: enough for a pixel, and stable to test. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

export function shapePath(part: PartNumber, x: number, y: number, f: number): string {
  switch (part) {
    case 1: {
      const r = round(circleRadius * f);
      const left = round(x - circleRadius * f);
      return `M${left} ${round(y)}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0z`;
    }
    case 2: {
      const [h, w] = [lensHalfHeight * f, lensHalfWidth * f];
      const r = round((h * h + w * w) / (2 * w));
      const [top, bottom] = [round(y - h), round(y + h)];
      const at = round(x);
      return `M${at} ${top}A${r} ${r} 0 0 1 ${at} ${bottom}A${r} ${r} 0 0 1 ${at} ${top}z`;
    }
    case 3:
      return polygon(3, triangleRadius * f, x, y);
    case 4: {
      const half = squareHalfSide * f;
      const side = round(2 * half);
      return `M${round(x - half)} ${round(y - half)}h${side}v${side}h${-side}z`;
    }
    case 5:
      return polygon(5, pentagonRadius * f, x, y);
  }
}

/** A regular polygon standing on a side, first corner straight up. */
function polygon(corners: number, radius: number, x: number, y: number): string {
  const points = Array.from({ length: corners }, (_, corner) => {
    const angle = (2 * Math.PI * corner) / corners;
    return `${round(x + radius * Math.sin(angle))} ${round(y - radius * Math.cos(angle))}`;
  });
  return `M${points.join('L')}z`;
}
