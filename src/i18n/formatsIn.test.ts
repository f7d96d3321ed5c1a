import { afterEach, describe, expect, it, vi } from 'vitest';
import { createFormats } from './formatsIn.ts';
import type { TextTree } from './individualTexts.ts';
import { allLanguages, intlLocale, type LanguageCode } from './languages.ts';
import { addDays } from './localDate.ts';

const files = import.meta.glob<TextTree>('./locales/*/dates.json', {
  eager: true,
  import: 'default',
});
const wordsOf = (code: LanguageCode): TextTree | null =>
  files[`./locales/${code}/dates.json`] ?? null;
const formatsOf = (code: LanguageCode) => createFormats(code, wordsOf(code));

const codes = allLanguages.map(({ code }) => code);
const withWords = codes.filter((code) => wordsOf(code) !== null);
const meeting = Date.parse('2026-06-09T11:00:00Z');
const year = Array.from({ length: 365 }, (_, day) => addDays('2026-01-01', day));

/** English words that are words of the language too. */
const alsoTheirs: Partial<Record<LanguageCode, readonly string[]>> = {
  sv: ['april', 'september', 'november', 'december'],
  'sv-x-lattlast': ['april', 'september', 'november', 'december'],
};

const english = new Set(
  year.flatMap((day) =>
    ['long', 'short'].flatMap((length) => {
      const form = length === 'long' ? 'long' : 'short';
      const written = new Intl.DateTimeFormat('en', {
        weekday: form,
        month: form,
        timeZone: 'UTC',
      });
      return (
        written
          .format(new Date(`${day}T12:00:00Z`))
          .toLowerCase()
          .match(/\p{L}+/gu) ?? []
      );
    }),
  ),
);

afterEach(() => vi.restoreAllMocks());

describe('dates', () => {
  it.each(codes.filter((code) => code !== 'en'))('have no English word in %s', (code) => {
    const { date, weekdayDate, dayMonth } = formatsOf(code);
    const words = new Set(
      year
        .flatMap((day) => [date(day), weekdayDate(day), dayMonth(day)])
        .flatMap((text) => text.toLowerCase().match(/\p{L}+/gu) ?? []),
    );
    const foreign = [...words].filter((word) => english.has(word));
    expect(foreign.filter((word) => alsoTheirs[code]?.includes(word) !== true)).toEqual([]);
  });

  it.each(codes)('have European digits, and the Gregorian day and year, in %s', (code) => {
    const formats = formatsOf(code);
    for (const day of year) {
      const [y = '', , d = ''] = day.split('-');
      const numbers = formats.date(day).match(/\p{Nd}+/gu);
      expect(numbers?.toSorted()).toEqual([y, String(Number(d))].toSorted());
      expect(formats.weekdayDate(day).match(/\p{Nd}+/gu)).toEqual([String(Number(d))]);
    }
    expect(formats.number(1234.5).replaceAll(/\D/gu, '')).toBe('12345');
  });

  it.each(codes)('tell every month and every weekday apart in %s', (code) => {
    const { dayMonth, weekday } = formatsOf(code);
    const months = Array.from({ length: 12 }, (_, month) =>
      dayMonth(`2026-${String(month + 1).padStart(2, '0')}-05`),
    );
    expect(new Set(months).size).toBe(12);
    expect(new Set(year.slice(0, 7).map(weekday)).size).toBe(7);
  });

  it.each(codes)('show the Swedish clock in %s', (code) => {
    const { time, timeRange, weekdayDateTime } = formatsOf(code);
    expect(time(meeting)).toMatch(/^13[.:]00$/u);
    expect(time('09:05')).toMatch(/^09[.:]05$/u);
    expect(timeRange(meeting, meeting + 3_600_000)).toMatch(/^13[.:]00–14[.:]00$/u);
    expect(weekdayDateTime(meeting)).toContain(time(meeting));
  });

  it.each(codes)(
    'join a day and a time, and are whole where one of them is not known, in %s',
    (code) => {
      const { atTime, weekdayDate, weekdayDateTime, time } = formatsOf(code);
      const [day, clock] = [weekdayDate(meeting), time(meeting)];
      expect(atTime(day, clock)).toBe(weekdayDateTime(meeting));
      expect(atTime(day, '')).toBe(day);
      expect(atTime('', clock)).toBe(clock);
    },
  );

  it('read as each language writes them', () => {
    const written = (code: LanguageCode) => formatsOf(code).weekdayDate('2026-05-05');
    expect(codes.map((code) => [code, written(code), formatsOf(code).date('2026-05-05')])).toEqual([
      ['sv', 'tisdag 5 maj', '5 maj 2026'],
      ['sv-x-lattlast', 'tisdag 5 maj', '5 maj 2026'],
      ['en', 'Tuesday 5 May', '5 May 2026'],
      ['ar', 'الثلاثاء 5 أيار/مايو', '5 أيار/مايو 2026'],
      ['so', 'Talaado, 5 Maayo', '5 Maayo 2026'],
      ['ti', 'ሰሉስ፣ 5 ጉንበት/ሜይ', '5 ጉንበት/ሜይ 2026'],
      ['fa-AF', 'سه‌شنبه 5 می', '5 می 2026'],
      ['fa', 'سه‌شنبه 5 مه', '5 مهٔ 2026'],
      ['fi', 'tiistai 5. toukokuuta', '5. toukokuuta 2026'],
      ['uk', 'вівторок, 5 травня', '5 травня 2026 р.'],
      ['pl', 'wtorek, 5 maja', '5 maja 2026'],
      ['bs', 'utorak, 5. maja', '5. maja 2026.'],
      ['ckb', 'سێشەممە، 5ی ئایار', '5ی ئایاری 2026'],
      ['es', 'martes, 5 de mayo', '5 de mayo de 2026'],
      ['tr', '5 Mayıs Salı', '5 Mayıs 2026'],
      ['ru', 'вторник, 5 мая', '5 мая 2026 г.'],
      ['fr', 'mardi 5 mai', '5 mai 2026'],
    ]);
  });
});

describe('a language with words of its own', () => {
  it('is each that some engine knows badly', () => {
    expect(withWords.toSorted()).toEqual(['ar', 'bs', 'ckb', 'fa-AF', 'so', 'ti']);
  });

  it.each(withWords)('asks no engine for a date: %s', (code) => {
    const formats = formatsOf(code);
    const asked = vi.spyOn(Intl, 'DateTimeFormat');
    const listed = vi.spyOn(Intl, 'ListFormat');
    expect(formats.weekdayDateTime(meeting)).toContain('13:00');
    expect(formats.list(['Eva', 'Per', 'Anna'])).toContain('Anna');
    expect(asked).not.toHaveBeenCalled();
    expect(listed).not.toHaveBeenCalled();
  });

  it.each(['ar', 'so', 'ti', 'fa-AF', 'ckb'] as const)('agrees with a whole engine: %s', (code) => {
    const { weekday, dayMonth } = formatsOf(code);
    const engine = (day: string, asked: Intl.DateTimeFormatOptions): string =>
      new Intl.DateTimeFormat(intlLocale(code), { ...asked, timeZone: 'UTC' })
        .formatToParts(new Date(`${day}T12:00:00Z`))
        .filter(({ type }) => type === 'month' || type === 'weekday')
        .map(({ value }) => value)
        .join('');
    // "کانوونی" is written in two ways there, for the first and the twelfth month.
    const sameSpelling = (text: string): string => text.replaceAll('کانوونی', 'کانونی');
    for (const day of year) {
      expect(weekday(day)).toBe(engine(day, { weekday: 'long' }));
      const month = engine(day, { day: 'numeric', month: 'long' });
      expect(sameSpelling(dayMonth(day))).toContain(sameSpelling(month));
    }
  });
});

describe('lists', () => {
  it.each(codes)('name everybody once in %s', (code) => {
    const { list } = formatsOf(code);
    expect(list([])).toBe('');
    expect(list(['Eva'])).toBe('Eva');
    const written = list(['Eva', 'Per', 'Anna']);
    for (const name of ['Eva', 'Per', 'Anna']) expect(written.split(name)).toHaveLength(2);
    if (code !== 'en') expect(written).not.toMatch(/\band\b/u);
  });
});
