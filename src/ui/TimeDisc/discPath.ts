import { round } from '../Shape/shapePath.ts';

/** The path of what is left of the time, around (x, y). `left` is kept within 0 and 1; 0 gives no path. */
export function discPath(left: number, x: number, y: number, radius: number): string {
  const share = Math.min(1, Math.max(0, left));
  const r = round(radius);
  if (share === 0) return '';
  if (share > 0.9995) {
    return `M${round(x)} ${round(y - radius)}a${r} ${r} 0 1 1 0 ${2 * r}a${r} ${r} 0 1 1 0 ${-2 * r}z`;
  }
  const angle = 2 * Math.PI * (1 - share);
  const from = `${round(x + radius * Math.sin(angle))} ${round(y - radius * Math.cos(angle))}`;
  const top = `${round(x)} ${round(y - radius)}`;
  return `M${round(x)} ${round(y)}L${from}A${r} ${r} 0 ${share > 0.5 ? 1 : 0} 1 ${top}z`;
}
