/** What a camera sees when a square code is held before it: a few frames with noise, as a film that Chromium plays. */
import { writeFile } from 'node:fs/promises';

const width = 640;
const height = 480;
const frames = 4;

/** `path` and `side`: as the page draws the code (`M x y h run v1 h-run z`, in modules). */
export const writeFilm = async (
  file: string,
  { path, side }: { readonly path: string; readonly side: number },
): Promise<void> => {
  const scale = Math.floor((height - 40) / side);
  const left = Math.floor((width - side * scale) / 2);
  const top = Math.floor((height - side * scale) / 2);
  const light = new Uint8Array(width * height).fill(150);
  const paint = (x: number, y: number, run: number, rows: number, value: number): void => {
    for (let row = 0; row < rows * scale; row += 1) {
      const from = (top + y * scale + row) * width + left + x * scale;
      light.fill(value, from, from + run * scale);
    }
  };
  paint(0, 0, side, side, 220);
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)/gu)) {
    paint(Number(x), Number(y), Number(run), 1, 30);
  }
  const parts: Uint8Array[] = [
    new TextEncoder().encode(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`),
  ];
  for (let frame = 0; frame < frames; frame += 1) {
    parts.push(new TextEncoder().encode('FRAME\n'));
    parts.push(light.map((value, at) => value + ((at * 31 + frame * 17) % 21) - 10));
    parts.push(new Uint8Array((width * height) / 2).fill(128));
  }
  await writeFile(file, Buffer.concat(parts));
};
