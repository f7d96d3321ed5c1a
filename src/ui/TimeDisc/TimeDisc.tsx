/**
 * What is left of the time, as a disc that empties clockwise: what is left stands from now to 12. It is a clock and
 * never mirrored; it has no seconds and no colour of its own.
 */
import type { JSX } from 'preact';
import { classNames } from '../classNames.ts';
import { Svg } from '../Svg/Svg.tsx';
import { discPath } from './discPath.ts';
import './TimeDisc.css';

export interface TimeDiscProps {
  /** The share that is left, 1 (all) to 0. */
  readonly left: number;
  /** px at text size 100 %. */
  readonly size?: number | undefined;
  /** Read out, such as "Cirka 20 minuter kvar". Without it the disc is silent: words beside say the same. */
  readonly label?: string | undefined;
  readonly class?: string | undefined;
}

export function TimeDisc({ left, size = 34, label, class: extra }: TimeDiscProps): JSX.Element {
  const line = (2.5 * 100) / Math.max(size, 34);
  return (
    <Svg
      class={classNames('time-disc', extra)}
      viewBox="0 0 100 100"
      style={{ '--disc-size': size / 16, '--disc-line': line }}
      label={label}
    >
      <circle class="time-disc__plate" cx="50" cy="50" r={50 - line / 2} />
      <path class="time-disc__left" d={discPath(left, 50, 50, 50 - line * 2)} />
    </Svg>
  );
}
