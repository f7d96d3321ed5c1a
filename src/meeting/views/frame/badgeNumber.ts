import type { PartNumber } from '../../../ui/Shape/shapePath.ts';
import type { Part } from '../../parts.ts';

const numbers: Readonly<Record<Part, PartNumber>> = {
  inledning: 1,
  aktuellSituation: 2,
  behov: 3,
  sammanfattning: 4,
  avslutning: 5,
};

/** A part's number, as its badge knows it. */
export const badgeNumber = (part: Part): PartNumber => numbers[part];
