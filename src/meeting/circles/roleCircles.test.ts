/** The circles as data and as texts: none is empty, in any part, role or language, and each line says where it is from. */
import { describe, expect, it } from 'vitest';
import { languagesWithTexts, textsIn } from '../../i18n/allTexts.ts';
import type { LanguageCode } from '../../i18n/languages.ts';
import { lix } from '../../i18n/lix.ts';
import { parts } from '../parts.ts';
import { childScreens } from './childScreens.ts';
import { isOurs, mostPoints, pointSources } from './circle.ts';
import { isMarked } from './ours.ts';
import { minutesToPlay } from './playTime.ts';
import { linesOf, type RoleCircle } from './roleCircle.ts';
import { roleCircle } from './roleCircles.ts';
import {
  circleRoleOf,
  circleRoles,
  individualRoles,
  isIndividualRole,
  staffRoles,
} from './roles.ts';

const wordsOf = new Map(
  languagesWithTexts.map((code) => [
    code,
    new Map(textsIn(code).map(({ key, text }) => [key, text])),
  ]),
);
const textOf = (language: LanguageCode, key: string): string =>
  wordsOf.get(language)?.get(key) ?? '';

const keysOf = ({ title, task, about, parts: ofCircle }: RoleCircle): readonly string[] => [
  title,
  task,
  about,
  ...ofCircle.flatMap(({ question, speaks, intro, front, back }) => [
    question,
    speaks,
    ...[intro, ...front, ...back].map(({ key }) => key),
  ]),
];

/** Languages that have begun with the circles: a file that is there is whole. */
const languagesOf = (namespace: 'ownCircles' | 'circles'): readonly LanguageCode[] =>
  languagesWithTexts.filter((code) =>
    [...(wordsOf.get(code)?.keys() ?? [])].some((key) => key.startsWith(`${namespace}:`)),
  );

const table = [
  ...individualRoles.flatMap((role) =>
    languagesOf('ownCircles').map((code) => [role, code] as const),
  ),
  ...staffRoles.flatMap((role) => languagesOf('circles').map((code) => [role, code] as const)),
];

const linesOfCircle = (circle: RoleCircle) =>
  circle.parts.flatMap(({ part, intro, front, back }) =>
    [intro, ...front, ...back].map((line) => ({ ...line, part })),
  );

const countOf = (text: string): number => text.split(/\s+/u).filter((word) => word !== '–').length;

describe('every circle', () => {
  it('is there for the eight of the meeting circle, for who leads their own meeting, and for children', () => {
    expect([...circleRoles].sort()).toEqual(
      [
        'aldre',
        'barn',
        'eget',
        'foraldrar',
        'narstaende',
        'ordforande',
        'ovriga',
        'personal',
        'ungdomar',
        'vuxna',
      ].sort(),
    );
    for (const role of circleRoles) expect(roleCircle(role).role).toBe(role);
    expect(languagesOf('ownCircles')).toEqual(expect.arrayContaining(['sv', 'sv-x-lattlast']));
    expect([circleRoleOf('vuxna'), circleRoleOf('chair'), circleRoleOf('')]).toEqual([
      'vuxna',
      null,
      null,
    ]);
  });

  it.each(table)('has words in every part: %s in %s', (role, language) => {
    const circle = roleCircle(role);
    expect(circle.parts.map(({ part }) => part)).toEqual([...parts]);
    const empty = keysOf(circle).filter((key) => textOf(language, key).trim() === '');
    expect(empty).toEqual([]);
  });

  it.each(circleRoles)(
    'has one to six points in the meeting and something to prepare: %s',
    (role) => {
      for (const { front, back } of roleCircle(role).parts) {
        expect(front.length).toBeGreaterThanOrEqual(2);
        expect(front.length).toBeLessThanOrEqual(mostPoints);
        expect(back.length).toBeGreaterThanOrEqual(1);
        for (const side of [front, back]) {
          expect(new Set(side.map(({ key }) => key)).size).toBe(side.length);
        }
      }
    },
  );

  it('has no text that no circle shows', () => {
    const shown = new Set(circleRoles.flatMap((role) => keysOf(roleCircle(role))));
    const roles = individualRoles.map((role) => `ownCircles:${role}.`);
    const unused = textsIn('sv')
      .map(({ key }) => key)
      .filter((key) => roles.some((start) => key.startsWith(start)) && !shown.has(key));
    expect(unused).toEqual([]);
  });

  it.each(individualRoles)('is easy to read for the individual: %s', (role) => {
    for (const language of ['sv', 'sv-x-lattlast'] as const) {
      const texts = keysOf(roleCircle(role)).map((key) => textOf(language, key));
      expect(lix(texts)).toBeLessThan(30);
    }
  });

  it.each(staffRoles)('is plain for staff: %s', (role) => {
    const texts = keysOf(roleCircle(role)).map((key) =>
      textOf('sv', key).replaceAll('{{name}}', 'Eva'),
    );
    expect(lix(texts)).toBeLessThan(45);
  });

  it('speaks to the individual, and never of them by name', () => {
    for (const role of [...individualRoles, 'eget'] as const) {
      for (const key of keysOf(roleCircle(role))) expect(textOf('sv', key)).not.toContain('{{');
    }
  });
});

describe('where the words come from', () => {
  it('is a page that was read for this role, or said to be ours', () => {
    const pages: Readonly<Record<string, readonly string[]>> = {
      vuxna: ['M4', 'P12'],
      ungdomar: ['M5'],
      foraldrar: ['M6', 'M7'],
      personal: ['M3', 'P5', 'S2'],
      ordforande: ['M2', 'P1', 'S2'],
      eget: ['M2'],
    };
    for (const role of circleRoles) {
      for (const line of linesOfCircle(roleCircle(role))) {
        expect(pointSources).toContain(line.source);
        expect([...(pages[role] ?? []), 'own'], `${role} ${line.key}`).toContain(line.source);
      }
    }
  });

  it('is ours in all of the circles whose pages were not found, and for children', () => {
    for (const role of circleRoles) {
      const lines = linesOfCircle(roleCircle(role));
      const notFound = ['aldre', 'narstaende', 'ovriga', 'barn'].includes(role);
      expect(lines.every(isOurs)).toBe(notFound);
      expect(isMarked(roleCircle(role))).toBe(!notFound);
    }
  });

  it('is ours where the page was cut off', () => {
    for (const role of ['vuxna', 'ungdomar', 'personal', 'ordforande', 'eget'] as const) {
      const ending = linesOfCircle(roleCircle(role)).filter(({ part }) => part === 'avslutning');
      expect(ending.every(isOurs), role).toBe(true);
    }
    const parents = linesOfCircle(roleCircle('foraldrar'));
    expect(parents.some(({ part, source }) => part === 'avslutning' && source === 'M7')).toBe(true);
  });

  it('is ours when a page is written that is not known', () => {
    const lines = linesOf('one:M4 two three:M9', (id) => `ownCircles:x.${id}`);
    expect(lines.map(({ source }) => source)).toEqual(['M4', 'own', 'own']);
  });
});

describe('the child’s circle', () => {
  const barn = roleCircle('barn');

  it('has ten words a screen at most, in every language', () => {
    const screens = [...childScreens(barn, 'front'), ...childScreens(barn, 'back')];
    for (const language of languagesOf('ownCircles')) {
      for (const { key } of screens) {
        expect(countOf(textOf(language, key)), `${language} ${key}`).toBeLessThanOrEqual(10);
      }
      for (const key of ['play_other', 'play_one', 'now']) {
        const text = textOf(language, `ownCircles:child.${key}`);
        expect(countOf(text), `${language} ${key}`).toBeLessThanOrEqual(10);
      }
    }
  });

  it('shows one thing at a time, part by part, and one part alone in step with a meeting', () => {
    const all = childScreens(barn, 'front');
    expect(all.slice(0, 4).map(({ part, id }) => `${part} ${id}`)).toEqual([
      'inledning question',
      'inledning name',
      'inledning out',
      'inledning card',
    ]);
    expect(new Set(all.map(({ part }) => part)).size).toBe(5);
    expect(childScreens(barn, 'front', 'behov').every(({ part }) => part === 'behov')).toBe(true);
    expect(childScreens(barn, 'back', 'behov').map(({ id }) => id)).toEqual(['intro', 'better']);
  });

  it('says how many minutes are left, and never lets anybody go late', () => {
    const at = 1_000_000_000;
    expect(minutesToPlay(at, at - 10 * 60_000)).toBe(10);
    expect(minutesToPlay(at, at - 9 * 60_000 - 1)).toBe(10);
    expect(minutesToPlay(at, at - 1)).toBe(1);
    expect(minutesToPlay(at, at)).toBe(0);
    expect(minutesToPlay(at, at + 60_000)).toBe(0);
  });
});

describe('roles', () => {
  it('are read in every language by individuals and those close to them, else in Swedish', () => {
    expect(circleRoles.filter(isIndividualRole)).toEqual([...individualRoles]);
  });
});
