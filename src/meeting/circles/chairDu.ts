import type { Circle } from './circle.ts';

/** The same circle when the individual leads the meeting: du-form and easy words (field.md 20). */
export const chairDu = {
  role: 'chairDu',
  title: 'circles:chairDu.title',
  task: 'circles:chairDu.task',
  parts: {
    inledning: {
      question: 'circles:chairDu.inledning.question',
      task: 'circles:chairDu.inledning.task',
      intro: 'circles:chairDu.inledning.intro',
      speaks: 'leader',
      points: [
        { id: 'lead', key: 'circles:chairDu.inledning.lead', source: 'M2' },
        { id: 'present', key: 'circles:chairDu.inledning.present', source: 'M2' },
        { id: 'round', key: 'circles:chairDu.inledning.round', source: 'M2' },
        { id: 'consent', key: 'circles:chairDu.inledning.consent', source: 'M2' },
        { id: 'frame', key: 'circles:chairDu.inledning.frame', source: 'M2' },
      ],
    },
    aktuellSituation: {
      question: 'circles:chairDu.aktuellSituation.question',
      task: 'circles:chairDu.aktuellSituation.task',
      intro: 'circles:chairDu.aktuellSituation.intro',
      speaks: 'individual',
      points: [
        { id: 'begin', key: 'circles:chairDu.aktuellSituation.begin', source: 'M2' },
        { id: 'turns', key: 'circles:chairDu.aktuellSituation.turns', source: 'M2' },
        { id: 'works', key: 'circles:chairDu.aktuellSituation.works', source: 'M2' },
        { id: 'worksLess', key: 'circles:chairDu.aktuellSituation.worksLess', source: 'M2' },
        { id: 'time', key: 'circles:chairDu.aktuellSituation.time', source: 'M2' },
      ],
    },
    behov: {
      question: 'circles:chairDu.behov.question',
      task: 'circles:chairDu.behov.task',
      intro: 'circles:chairDu.behov.intro',
      speaks: 'individual',
      points: [
        { id: 'begin', key: 'circles:chairDu.behov.begin', source: 'M2' },
        { id: 'self', key: 'circles:chairDu.behov.self', source: 'M2' },
        { id: 'each', key: 'circles:chairDu.behov.each', source: 'M2' },
        { id: 'who', key: 'circles:chairDu.behov.who', source: 'M2' },
        { id: 'words', key: 'circles:chairDu.behov.words', source: 'M2' },
      ],
    },
    sammanfattning: {
      question: 'circles:chairDu.sammanfattning.question',
      task: 'circles:chairDu.sammanfattning.task',
      intro: 'circles:chairDu.sammanfattning.intro',
      speaks: 'leader',
      points: [
        { id: 'read', key: 'circles:chairDu.sammanfattning.read', source: 'own' },
        { id: 'disagree', key: 'circles:chairDu.sammanfattning.disagree', source: 'own' },
        { id: 'holder', key: 'circles:chairDu.sammanfattning.holder', source: 'own' },
        { id: 'unclear', key: 'circles:chairDu.sammanfattning.unclear', source: 'own' },
        { id: 'sounds', key: 'circles:chairDu.sammanfattning.sounds', source: 'own' },
      ],
    },
    avslutning: {
      question: 'circles:chairDu.avslutning.question',
      task: 'circles:chairDu.avslutning.task',
      intro: 'circles:chairDu.avslutning.intro',
      speaks: 'everyone',
      points: [
        { id: 'next', key: 'circles:chairDu.avslutning.next', source: 'own' },
        { id: 'copy', key: 'circles:chairDu.avslutning.copy', source: 'own' },
        { id: 'ask', key: 'circles:chairDu.avslutning.ask', source: 'own' },
        { id: 'felt', key: 'circles:chairDu.avslutning.felt', source: 'own' },
        { id: 'thanks', key: 'circles:chairDu.avslutning.thanks', source: 'own' },
      ],
    },
  },
} as const satisfies Circle;
