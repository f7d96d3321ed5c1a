import { describe, expect, it } from 'vitest';
import texts from '../../i18n/locales/sv/circles.json' with { type: 'json' };
import { parts } from '../parts.ts';
import { type Circle, isOurs } from './circle.ts';
import {
  digitalCard,
  type LeaderSituation,
  leaderCircle,
  leaderPart,
  leaderPoints,
  type MeetingForm,
  meetingForm,
  needsDigitalCard,
  questionOfPart,
} from './leaderCircle.ts';

const forms: readonly MeetingForm[] = ['plats', 'blandat', 'digitalt'];

const situations: readonly LeaderSituation[] = [true, false].flatMap((du) =>
  [true, false].flatMap((interpreter) => forms.map((form) => ({ du, interpreter, form }))),
);

const textOf = (key: string): string => {
  const found = key
    .replace('circles:', '')
    .split('.')
    .reduce<unknown>((tree, name) => (tree as Record<string, unknown> | undefined)?.[name], texts);
  if (typeof found !== 'string') throw new Error(`no text ${key}`);
  return found;
};

const keysOf = (circle: Circle): readonly string[] => [
  circle.title,
  circle.task,
  ...parts.flatMap((part) => {
    const { question, task, intro, points } = circle.parts[part];
    return [question, task, intro, ...points.map((point) => point.key)];
  }),
];

describe('the circle of the one who leads', () => {
  it('has at most six points a part whatever the meeting is like, and always those of the circle', () => {
    for (const situation of situations) {
      for (const part of parts) {
        const points = leaderPoints(part, situation);
        expect(points.length).toBeLessThanOrEqual(6);
        expect(new Set(points.map(({ id }) => id)).size).toBe(points.length);
        for (const point of leaderPart(part, situation.du).points) expect(points).toContain(point);
      }
    }
  });

  it('puts the interpreter first, and only where there is one', () => {
    for (const situation of situations) {
      for (const part of parts) {
        const ids = leaderPoints(part, situation).map(({ id }) => id);
        expect(ids[0] === 'interpreter').toBe(situation.interpreter);
        expect(ids.includes('interpreter')).toBe(situation.interpreter);
      }
    }
  });

  it('lets those on a screen speak first in a mixed meeting', () => {
    const mixed = { du: false, interpreter: false, form: 'blandat' } as const;
    expect(leaderPoints('behov', mixed).map(({ id }) => id)).toContain('screenFirst');
    expect(leaderPoints('behov', { ...mixed, form: 'plats' }).map(({ id }) => id)).not.toContain(
      'screenFirst',
    );
    expect(meetingForm(['plats', 'video', null])).toBe('blandat');
    expect(meetingForm(['telefon', 'video'])).toBe('digitalt');
    expect(meetingForm(['plats', null])).toBe('plats');
    expect(meetingForm([])).toBe('plats');
    expect(forms.map(needsDigitalCard)).toEqual([false, true, true]);
  });

  it('has a text for every key, and guesses nobody’s pronoun', () => {
    const keys = [true, false].flatMap((du) => keysOf(leaderCircle(du)));
    const extra = situations.flatMap((situation) =>
      parts.flatMap((part) => leaderPoints(part, situation).map((point) => point.key)),
    );
    for (const key of [...keys, ...extra, digitalCard.title, ...digitalCard.questions]) {
      expect(textOf(key)).not.toMatch(/\b(han|hon|hans|hennes|honom|henne|hen)\b/iu);
      expect(textOf(key)).not.toMatch(/[!]/u);
    }
  });

  it('speaks to the one who leads their own meeting, never of them', () => {
    for (const key of keysOf(leaderCircle(true))) expect(textOf(key)).not.toContain('{{name}}');
  });

  it('marks what is ours alone', () => {
    const points = parts.flatMap((part) => leaderPart(part, false).points);
    // The page was not seen further than Behov (domain.md 14).
    const unseen = (['sammanfattning', 'avslutning'] as const).flatMap(
      (part) => leaderPart(part, false).points,
    );
    expect(points.filter(isOurs)).toEqual(unseen);
    expect(
      leaderPoints('behov', { du: false, interpreter: true, form: 'plats' })
        .filter(isOurs)
        .map(({ id }) => id),
    ).toEqual(['interpreter']);
  });
});

describe('the question of the moment', () => {
  const asked = [
    { id: 'a', text: 'Vad behövs för att sova?' },
    { id: 'b', text: '  ' },
    { id: 'c', text: 'Vem hjälper till?' },
  ];

  it('goes through the questions of the kallelse in Behov, round and round', () => {
    const at = (index: number) => questionOfPart('behov', asked, index, false);
    expect(at(0)).toMatchObject({ kind: 'own', id: 'a', index: 0, of: 2 });
    expect(at(1)).toMatchObject({ kind: 'own', id: 'c', index: 1, of: 2 });
    expect(at(2)).toMatchObject({ kind: 'own', id: 'a' });
  });

  it('is our own in the other parts, and in Behov where nothing was asked', () => {
    expect(questionOfPart('behov', [], 3, false)).toEqual({
      kind: 'key',
      key: 'circles:chair.behov.question',
    });
    expect(questionOfPart('inledning', asked, 0, true)).toEqual({
      kind: 'key',
      key: 'circles:chairDu.inledning.question',
    });
  });
});
