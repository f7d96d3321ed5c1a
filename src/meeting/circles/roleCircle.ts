/**
 * A circle as it is read and printed, for any role: what to do in the meeting (front) and what to read and prepare
 * beforehand (back). Each role is a file of data; its texts are found by role, part, side and id.
 */
import { type Part, parts } from '../parts.ts';
import { type PointSource, pointSources, type Speaks } from './circle.ts';
import type { CircleRole, IndividualRole } from './roles.ts';

export type OwnCircleKey = `ownCircles:${string}`;
export type CircleKey = OwnCircleKey | `circles:${string}`;

export interface RoleLine {
  readonly id: string;
  readonly key: CircleKey;
  readonly source: PointSource;
}

export interface RolePart {
  readonly part: Part;
  readonly question: CircleKey;
  /** What the part is for. On the back. */
  readonly intro: RoleLine;
  /** Who begins, as a sentence for this role. */
  readonly speaks: CircleKey;
  readonly front: readonly RoleLine[];
  readonly back: readonly RoleLine[];
}

export interface RoleCircle {
  readonly role: CircleRole;
  readonly title: CircleKey;
  readonly task: CircleKey;
  /** What it is built on, and which words are ours. */
  readonly about: CircleKey;
  readonly parts: readonly RolePart[];
}

/** Ids with the page they say again, as `works:M4`; without a page the line is ours. */
export interface PartLines {
  readonly speaks: Speaks;
  readonly intro?: PointSource;
  readonly front: string;
  readonly back: string;
}

export type CircleLines = Readonly<Record<Part, PartLines>>;

/** `present:M4 pause` → two lines. A page that is not known is ours: never said to be another's. */
export const linesOf = (written: string, keyOf: (id: string) => CircleKey): readonly RoleLine[] =>
  written.split(' ').map((one) => {
    const [id = '', page] = one.split(':');
    return { id, key: keyOf(id), source: pointSources.find((source) => source === page) ?? 'own' };
  });

const speaksKey = (role: IndividualRole, speaks: Speaks): OwnCircleKey => {
  if (speaks === 'individual') return `ownCircles:${role}.first`;
  return speaks === 'leader' ? 'ownCircles:page.leader' : 'ownCircles:page.everyone';
};

/** The circle of an individual or somebody close, from its lines; the texts are those of `ownCircles`. */
export const individualsCircle = (role: IndividualRole, lines: CircleLines): RoleCircle => ({
  role,
  title: `ownCircles:${role}.title`,
  task: `ownCircles:${role}.task`,
  about: `ownCircles:about.${role}`,
  parts: parts.map((part) => {
    const { speaks, intro = 'own', front, back } = lines[part];
    return {
      part,
      question: `ownCircles:${role}.${part}.question`,
      intro: { id: 'intro', key: `ownCircles:${role}.${part}.intro`, source: intro },
      speaks: speaksKey(role, speaks),
      front: linesOf(front, (id) => `ownCircles:${role}.${part}.front.${id}`),
      back: linesOf(back, (id) => `ownCircles:${role}.${part}.back.${id}`),
    };
  }),
});
