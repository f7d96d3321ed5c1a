/** The badge of a part: circle, lens, triangle, square or pentagon, as many sides as its number. */
import type { JSX } from 'preact';
import { classNames } from '../classNames.ts';
import { Svg } from '../Svg/Svg.tsx';
import { type PartNumber, shapePath } from './shapePath.ts';
import './Shape.css';

export interface ShapeProps {
  readonly part: PartNumber;
  /** Height of the whole badge in px at text size 100 %. */
  readonly size?: number | undefined;
  /** strong: filled, the present part · soft: pale with a line, the others. */
  readonly tone?: 'strong' | 'soft' | undefined;
  /** Only where no words beside say which part it is. */
  readonly label?: string | undefined;
  readonly class?: string | undefined;
}

/** Half the box, in units of the number's size: the triangle reaches 1.2 up, the lens 1.12. */
const reach = 1.24;
const numberSize = 100 / (2 * reach);

/** Badges stand on a common middle: the triangle's box is moved, so that its number sits a little lower. */
const drop: Record<PartNumber, number> = { 1: 0, 2: 0, 3: 0.3, 4: 0, 5: 0.06 };

export function Shape({
  part,
  size = 40,
  tone = 'strong',
  label,
  class: extra,
}: ShapeProps): JSX.Element {
  const middle = 50 + drop[part] * numberSize;
  return (
    <Svg
      class={classNames('shape', `shape--${tone}`, extra)}
      part={part}
      viewBox="0 0 100 100"
      style={{ '--shape-size': size / 16 }}
      label={label}
    >
      <path
        class="shape__form"
        d={shapePath(part, 50, middle, numberSize)}
        style={{ '--shape-line': (2.5 * 100) / size }}
      />
      <text
        class="shape__number"
        x="50"
        y={middle + numberSize * 0.35}
        font-size={numberSize}
        text-anchor="middle"
      >
        {part}
      </text>
    </Svg>
  );
}
