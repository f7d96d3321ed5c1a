import { type Part, parts } from '../parts.ts';
import type { Circle, CirclePart, PointSource, Speaks } from './circle.ts';

/**
 * The circle of the one who leads (domain.md 1.5.1, looks.md 1.4): `chair`, and `chairDu` in du-form and easy words when
 * the individual leads (field.md 20). The same points in both. Sammanfattning and Avslutning were not seen for this
 * role: ours.
 */
export type Chair = 'chair' | 'chairDu';

const lines = {
  inledning: {
    speaks: 'leader',
    source: 'M2',
    ids: ['lead', 'present', 'round', 'consent', 'frame'],
  },
  aktuellSituation: {
    speaks: 'individual',
    source: 'M2',
    ids: ['begin', 'turns', 'works', 'worksLess', 'time'],
  },
  behov: { speaks: 'individual', source: 'M2', ids: ['begin', 'self', 'each', 'who', 'words'] },
  sammanfattning: {
    speaks: 'leader',
    source: 'own',
    ids: ['read', 'disagree', 'holder', 'unclear', 'sounds'],
  },
  avslutning: { speaks: 'everyone', source: 'own', ids: ['next', 'copy', 'ask', 'felt', 'thanks'] },
} as const satisfies Readonly<
  Record<Part, { speaks: Speaks; source: PointSource; ids: readonly string[] }>
>;

type Lines = typeof lines;

/** Every text key of both, so that a view's `t` knows them. */
export type ChairKey =
  | `circles:${Chair}.${'title' | 'task'}`
  | {
      [P in Part]: `circles:${Chair}.${P}.${Lines[P]['ids'][number] | 'question' | 'task' | 'intro'}`;
    }[Part];

const partOf = (who: Chair, part: Part): CirclePart<ChairKey> => {
  const { speaks, source, ids } = lines[part];
  // The ids are those of this very part.
  const key = (id: string): ChairKey => `circles:${who}.${part}.${id}` as ChairKey;
  return {
    question: key('question'),
    task: key('task'),
    intro: key('intro'),
    speaks,
    points: ids.map((id) => ({ id, key: key(id), source })),
  };
};

const circleOf = (who: Chair): Circle<ChairKey> => ({
  role: who,
  title: `circles:${who}.title`,
  task: `circles:${who}.task`,
  parts: Object.fromEntries(parts.map((part) => [part, partOf(who, part)])) as Record<
    Part,
    CirclePart<ChairKey>
  >,
});

export const chair: Circle<ChairKey> = circleOf('chair');
export const chairDu: Circle<ChairKey> = circleOf('chairDu');
