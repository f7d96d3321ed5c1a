import { type Part, parts } from '../parts.ts';
import { type Circle, isOurs, type PointSource } from './circle.ts';
import { leaderCircle } from './leaderCircle.ts';
import { linesOf, type RoleCircle } from './roleCircle.ts';

/**
 * The leader's circle (`chair.ts`) as the other circles are read: with what to do beforehand (domain.md 1.6), which the
 * running meeting does not need. Texts take `{{name}}`.
 */
type Backs = Readonly<Record<Part, string>>;

const chairBack: Backs = {
  inledning: 'purpose:M2 writer:M2 consent:P1 needs:S2',
  aktuellSituation: 'first works:M2',
  behov: 'questions:M2 mandate:S2',
  sammanfattning: 'holder time',
  avslutning: 'times copy',
};

const chairDuBack: Backs = {
  inledning: 'support questions:M2 writer:M2',
  aktuellSituation: 'important notThis',
  behov: 'order want',
  sammanfattning: 'holder read',
  avslutning: 'times copy',
};

/** The introduction was seen where any of its points was. */
const introSource = (circle: Circle, part: Part): PointSource =>
  circle.parts[part].points.find((point) => !isOurs(point))?.source ?? 'own';

const cardOf = (du: boolean, backs: Backs): RoleCircle => {
  const circle = leaderCircle(du);
  const who = du ? 'chairDu' : 'chair';
  return {
    role: du ? 'eget' : 'ordforande',
    title: circle.title,
    task: circle.task,
    about: `circles:about.${who}`,
    parts: parts.map((part) => {
      const { question, intro, speaks, points } = circle.parts[part];
      return {
        part,
        question,
        intro: { id: 'intro', key: intro, source: introSource(circle, part) },
        speaks: `circles:speaks.${who}.${speaks}`,
        front: points,
        back: linesOf(backs[part], (id) => `circles:back.${who}.${part}.${id}`),
      };
    }),
  };
};

export const ordforande = cardOf(false, chairBack);
export const eget = cardOf(true, chairDuBack);
