import { parts } from '../parts.ts';
import { type CircleLines, linesOf, type RoleCircle } from './roleCircle.ts';

/** Staff (domain.md 1.5.2, 1.6). The points of Sammanfattning and all of Avslutning were not seen. */
const lines: CircleLines = {
  inledning: {
    speaks: 'leader',
    intro: 'M3',
    front: 'present:M3 contact:M3 title away',
    back: 'call:P5 unsure:P5 stay',
  },
  aktuellSituation: {
    speaks: 'individual',
    intro: 'M3',
    front: 'view:M3 works:M3 less:M3 to',
    back: 'consent example',
  },
  behov: {
    speaks: 'individual',
    intro: 'M3',
    front: 'goals:M3 self:M3 help:M3 when:M3 who:M3 words:M3',
    back: 'can:P5 mandate:S2 cannot',
  },
  sammanfattning: {
    speaks: 'leader',
    intro: 'M3',
    front: 'mine disagree:M3 holder unclear',
    back: 'holder role',
  },
  avslutning: { speaks: 'everyone', front: 'next reach first record', back: 'times phone' },
};

/** Texts take `{{name}}`. */
export const personal: RoleCircle = {
  role: 'personal',
  title: 'circles:personal.title',
  task: 'circles:personal.task',
  about: 'circles:about.personal',
  parts: parts.map((part) => {
    const { speaks, intro = 'own', front, back } = lines[part];
    return {
      part,
      question: `circles:personal.${part}.question`,
      intro: { id: 'intro', key: `circles:personal.${part}.intro`, source: intro },
      speaks: `circles:speaks.personal.${speaks}`,
      front: linesOf(front, (id) => `circles:personal.${part}.front.${id}`),
      back: linesOf(back, (id) => `circles:personal.${part}.back.${id}`),
    };
  }),
};
