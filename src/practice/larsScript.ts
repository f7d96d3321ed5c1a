import { type Part, parts } from '../meeting/parts.ts';

/**
 * What the made-up people say and do while somebody practises, part by part: a line of moments, data only. The
 * `hard` ones are those that no form prepares for (field.md 25), each with something to try.
 */

export type PracticeMomentKind = 'says' | 'hard';

export interface PracticeMoment<Key extends string = string> {
  readonly id: string;
  readonly part: Part;
  readonly kind: PracticeMomentKind;
  readonly text: Key;
  /** Something to try; null where the moment speaks for itself. */
  readonly tip: Key | null;
}

export const larsScript = [
  {
    id: 'inledning.lars',
    part: 'inledning',
    kind: 'says',
    text: 'practice:script.inledning.lars',
    tip: null,
  },
  {
    id: 'inledning.maria',
    part: 'inledning',
    kind: 'says',
    text: 'practice:script.inledning.maria',
    tip: null,
  },
  {
    id: 'inledning.share',
    part: 'inledning',
    kind: 'says',
    text: 'practice:script.inledning.share',
    tip: 'practice:script.inledning.shareTip',
  },
  {
    id: 'aktuellSituation.silence',
    part: 'aktuellSituation',
    kind: 'hard',
    text: 'practice:script.aktuellSituation.silence',
    tip: 'practice:script.aktuellSituation.silenceTip',
  },
  {
    id: 'aktuellSituation.lars',
    part: 'aktuellSituation',
    kind: 'says',
    text: 'practice:script.aktuellSituation.lars',
    tip: null,
  },
  {
    id: 'aktuellSituation.goran',
    part: 'aktuellSituation',
    kind: 'says',
    text: 'practice:script.aktuellSituation.goran',
    tip: null,
  },
  {
    id: 'behov.eva',
    part: 'behov',
    kind: 'says',
    text: 'practice:script.behov.eva',
    tip: null,
  },
  {
    id: 'behov.tear',
    part: 'behov',
    kind: 'hard',
    text: 'practice:script.behov.tear',
    tip: 'practice:script.behov.tearTip',
  },
  {
    id: 'behov.per',
    part: 'behov',
    kind: 'says',
    text: 'practice:script.behov.per',
    tip: null,
  },
  {
    id: 'behov.decides',
    part: 'behov',
    kind: 'hard',
    text: 'practice:script.behov.decides',
    tip: 'practice:script.behov.decidesTip',
  },
  {
    id: 'behov.lars',
    part: 'behov',
    kind: 'says',
    text: 'practice:script.behov.lars',
    tip: null,
  },
  {
    id: 'sammanfattning.fine',
    part: 'sammanfattning',
    kind: 'hard',
    text: 'practice:script.sammanfattning.fine',
    tip: 'practice:script.sammanfattning.fineTip',
  },
  {
    id: 'sammanfattning.anna',
    part: 'sammanfattning',
    kind: 'says',
    text: 'practice:script.sammanfattning.anna',
    tip: null,
  },
  {
    id: 'avslutning.eva',
    part: 'avslutning',
    kind: 'says',
    text: 'practice:script.avslutning.eva',
    tip: null,
  },
  {
    id: 'avslutning.lars',
    part: 'avslutning',
    kind: 'says',
    text: 'practice:script.avslutning.lars',
    tip: null,
  },
] as const satisfies readonly PracticeMoment[];

/** A moment with the text keys that a view's `t` knows. */
export type LarsMoment = (typeof larsScript)[number];

export const momentsOfPart = (part: Part): readonly LarsMoment[] =>
  larsScript.filter((moment) => moment.part === part);

/** The moment to show: `index` counts from 0 within the part; null when the part has no more. */
export const momentAt = (part: Part, index: number): LarsMoment | null =>
  momentsOfPart(part)[index] ?? null;

/** The hard moments, in the order they come. */
export const hardMoments = (): readonly LarsMoment[] =>
  parts.flatMap((part) => momentsOfPart(part).filter((moment) => moment.kind === 'hard'));
