/** In the middle of the circle while nobody's time runs. */
import type { JSX } from 'preact';
import { Picture } from '../../../ui/Picture/Picture.tsx';
import type { PartNumber } from '../../../ui/Shape/shapePath.ts';

export function PausePicture({ part }: { readonly part: PartNumber }): JSX.Element {
  return <Picture name="signal-pause" size={96} part={part} />;
}
