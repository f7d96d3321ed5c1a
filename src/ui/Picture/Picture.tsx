/**
 * A pictogram: ink line in the colour of the text, one felt patch in the part's pale colour (`data-part` on the
 * picture or anything around it). Beside a text that says the same it is silent; alone it takes a name. All of them lie
 * in one file that is fetched when the first is shown, and is no part of the program's code.
 *
 * `data-pictures="child"` on anything around it gives the child's set: a broader line, a second felt, and some things
 * drawn otherwise. It is CSS alone (Picture.css): the same drawing has both.
 */
import type { JSX } from 'preact';
import { classNames } from '../classNames.ts';
import type { PartNumber } from '../Shape/shapePath.ts';
import { Svg } from '../Svg/Svg.tsx';
import drawings from './drawings.svg';
import type { PictureName } from './pictureNames.ts';
import './Picture.css';

export interface PictureProps {
  readonly name: PictureName;
  /** px at text size 100 %: 24, 56, 72, 104, 160. */
  readonly size?: number | undefined;
  /** Whose felt it has; otherwise that of what it stands in. */
  readonly part?: PartNumber | undefined;
  /** Read out. Only where no words beside say the same. */
  readonly label?: string | undefined;
  readonly class?: string | undefined;
}

/** These hold a direction and turn with the line of reading. */
const turning: ReadonlySet<string> = new Set(['part-5-closing', 'signal-go-out']);

export function Picture({ name, size = 56, part, label, class: extra }: PictureProps): JSX.Element {
  return (
    <Svg
      class={classNames('picture', turning.has(name) && 'picture--turning', extra)}
      part={part}
      viewBox="0 0 96 96"
      style={{ '--picture-size': size / 16 }}
      label={label}
    >
      <use href={`${drawings}#${name}`} />
    </Svg>
  );
}
