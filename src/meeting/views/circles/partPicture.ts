import type { PictureName } from '../../../ui/Picture/pictureNames.ts';
import type { Part } from '../../parts.ts';

/** What a part is about, for who reads with effort. */
export const partPicture = {
  inledning: 'part-1-opening',
  aktuellSituation: 'part-2-now',
  behov: 'part-3-needs',
  sammanfattning: 'part-4-summary',
  avslutning: 'part-5-closing',
} as const satisfies Record<Part, PictureName>;
