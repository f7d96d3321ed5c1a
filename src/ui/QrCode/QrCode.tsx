/**
 * A square code that another device reads with its camera. Black on white with a quiet zone of four modules, also in the
 * dark and with forced colours: a reader knows nothing else. One path, so that no line shows between the modules.
 */
import { generate } from 'lean-qr';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { classNames } from '../classNames.ts';
import './QrCode.css';

export interface QrCodeProps {
  /** What the other device reads. At most 600 bytes, or a camera has trouble with it. */
  readonly value: string;
  /** What it is for; the code itself cannot be read out. */
  readonly label: string;
  readonly class?: string | undefined;
}

const quietZone = 4;

export function QrCode({ value, label, class: extra }: QrCodeProps): JSX.Element {
  const { path, side } = useMemo(() => draw(value), [value]);
  return (
    <svg
      class={classNames('qr-code', extra)}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      shape-rendering="crispEdges"
    >
      <rect class="qr-code__paper" width={side} height={side} />
      <path class="qr-code__modules" d={path} />
    </svg>
  );
}

interface Drawn {
  readonly path: string;
  /** Modules along one side, with the quiet zone. */
  readonly side: number;
}

/** One stroke for every run of dark modules in a row. */
const draw = (value: string): Drawn => {
  const code = generate(value);
  const strokes: string[] = [];
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) {
      if (!code.get(x, y)) continue;
      const from = x;
      while (code.get(x + 1, y)) x += 1;
      strokes.push(`M${from + quietZone} ${y + quietZone}h${x + 1 - from}v1h${from - x - 1}z`);
    }
  }
  return { path: strokes.join(''), side: code.size + 2 * quietZone };
};
