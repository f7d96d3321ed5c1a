/** A drawing in the page: silent beside words that say the same, or an image with a name. */
import type { ComponentChildren, JSX } from 'preact';

export interface SvgProps {
  readonly viewBox: string;
  readonly class: string;
  /** Read out. Without it the drawing is hidden from assistive technology. */
  readonly label: string | undefined;
  /** CSS variables. */
  readonly style?: Readonly<Record<`--${string}`, string | number>> | undefined;
  readonly part?: number | undefined;
  readonly children: ComponentChildren;
}

export function Svg({ label, part, style, ...rest }: SvgProps): JSX.Element {
  const shared = { ...rest, 'data-part': part, style: { ...style } };
  return label === undefined ? (
    <svg aria-hidden="true" {...shared} />
  ) : (
    <svg role="img" aria-label={label} {...shared} />
  );
}
