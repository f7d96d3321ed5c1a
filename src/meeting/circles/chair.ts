import type { Circle } from './circle.ts';

/**
 * The circle of the one who leads (domain.md 1.5.1 and 1.5.7, looks.md 1.4). Sammanfattning and Avslutning were not
 * seen for this role: they are ours, and follow what the circles of staff and parents say the leader does.
 */
export const chair = {
  role: 'chair',
  title: 'circles:chair.title',
  task: 'circles:chair.task',
  parts: {
    inledning: {
      question: 'circles:chair.inledning.question',
      task: 'circles:chair.inledning.task',
      intro: 'circles:chair.inledning.intro',
      speaks: 'leader',
      points: [
        { id: 'lead', key: 'circles:chair.inledning.lead', source: 'M2' },
        { id: 'present', key: 'circles:chair.inledning.present', source: 'M2' },
        { id: 'round', key: 'circles:chair.inledning.round', source: 'M2' },
        { id: 'consent', key: 'circles:chair.inledning.consent', source: 'M2' },
        { id: 'frame', key: 'circles:chair.inledning.frame', source: 'M2' },
      ],
    },
    aktuellSituation: {
      question: 'circles:chair.aktuellSituation.question',
      task: 'circles:chair.aktuellSituation.task',
      intro: 'circles:chair.aktuellSituation.intro',
      speaks: 'individual',
      points: [
        { id: 'begin', key: 'circles:chair.aktuellSituation.begin', source: 'M2' },
        { id: 'turns', key: 'circles:chair.aktuellSituation.turns', source: 'M2' },
        { id: 'works', key: 'circles:chair.aktuellSituation.works', source: 'M2' },
        { id: 'worksLess', key: 'circles:chair.aktuellSituation.worksLess', source: 'M2' },
        { id: 'time', key: 'circles:chair.aktuellSituation.time', source: 'M2' },
      ],
    },
    behov: {
      question: 'circles:chair.behov.question',
      task: 'circles:chair.behov.task',
      intro: 'circles:chair.behov.intro',
      speaks: 'individual',
      points: [
        { id: 'begin', key: 'circles:chair.behov.begin', source: 'M2' },
        { id: 'self', key: 'circles:chair.behov.self', source: 'M2' },
        { id: 'each', key: 'circles:chair.behov.each', source: 'M2' },
        { id: 'who', key: 'circles:chair.behov.who', source: 'M2' },
        { id: 'words', key: 'circles:chair.behov.words', source: 'M2' },
      ],
    },
    sammanfattning: {
      question: 'circles:chair.sammanfattning.question',
      task: 'circles:chair.sammanfattning.task',
      intro: 'circles:chair.sammanfattning.intro',
      speaks: 'leader',
      points: [
        { id: 'read', key: 'circles:chair.sammanfattning.read', source: 'own' },
        { id: 'disagree', key: 'circles:chair.sammanfattning.disagree', source: 'own' },
        { id: 'holder', key: 'circles:chair.sammanfattning.holder', source: 'own' },
        { id: 'unclear', key: 'circles:chair.sammanfattning.unclear', source: 'own' },
        { id: 'sounds', key: 'circles:chair.sammanfattning.sounds', source: 'own' },
      ],
    },
    avslutning: {
      question: 'circles:chair.avslutning.question',
      task: 'circles:chair.avslutning.task',
      intro: 'circles:chair.avslutning.intro',
      speaks: 'everyone',
      points: [
        { id: 'next', key: 'circles:chair.avslutning.next', source: 'own' },
        { id: 'copy', key: 'circles:chair.avslutning.copy', source: 'own' },
        { id: 'ask', key: 'circles:chair.avslutning.ask', source: 'own' },
        { id: 'felt', key: 'circles:chair.avslutning.felt', source: 'own' },
        { id: 'thanks', key: 'circles:chair.avslutning.thanks', source: 'own' },
      ],
    },
  },
} as const satisfies Circle;
