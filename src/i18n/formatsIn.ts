import { type Formats, formatNumber, joinedBy, swedishFormats, type When } from './formats.ts';
import type { TextTree } from './individualTexts.ts';
import { intlLocale, type LanguageCode } from './languages.ts';
import { dateOfInstant, timeOfInstant } from './localDate.ts';

type DateForm = 'date' | 'dayMonth' | 'weekday' | 'weekdayDate';

/** Writes a date, which is given as the day in Sweden. */
type WriteDate = (form: DateForm, day: Date) => string;

const asked: Readonly<Record<DateForm, Intl.DateTimeFormatOptions>> = {
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  dayMonth: { day: 'numeric', month: 'long' },
  weekday: { weekday: 'long' },
  weekdayDate: { weekday: 'long', day: 'numeric', month: 'long' },
};

/** By the engine. */
const engineDates = (locale: string): WriteDate => {
  const formats = new Map<DateForm, Intl.DateTimeFormat>();
  return (form, day) => {
    const format =
      formats.get(form) ?? new Intl.DateTimeFormat(locale, { ...asked[form], timeZone: 'UTC' });
    formats.set(form, format);
    return format.format(day);
  };
};

const word = (words: TextTree, group: string, name: string | number): string => {
  const found = words[group];
  const text = typeof found === 'object' ? found[name] : undefined;
  if (typeof text !== 'string') throw new Error(`The dates of a language lack ${group}.${name}`);
  return text;
};

/** By our own words: `month` 1–12, `weekday` 1 (Monday) – 7, and `form`. */
const ownDates =
  (words: TextTree): WriteDate =>
  (form, day) => {
    const values: Readonly<Record<string, string>> = {
      day: String(day.getUTCDate()),
      month: word(words, 'month', day.getUTCMonth() + 1),
      weekday: word(words, 'weekday', day.getUTCDay() || 7),
      year: String(day.getUTCFullYear()),
    };
    return word(words, 'form', form).replaceAll(
      /\{\{(\w+)\}\}/gu,
      (_, name: string) => values[name] ?? '',
    );
  };

const ownList =
  (words: TextTree) =>
  (items: readonly string[]): string => {
    const last = items.at(-1);
    if (last === undefined || items.length === 1) return last ?? '';
    const between = word(words, 'list', 'between');
    return `${items.slice(0, -1).join(between)}${word(words, 'list', 'last')}${last}`;
  };

const engineList = (locale: string): Formats['list'] => {
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return (items) => list.format(items);
};

/** Finnish writes the time with a dot, as Swedish does; all others with a colon. */
const withDot: ReadonlySet<LanguageCode> = new Set(['fi']);

/** @param words `dates.json` of the language, where it has one */
export const createFormats = (code: LanguageCode, words: TextTree | null): Formats => {
  if (code === 'sv' || code === 'sv-x-lattlast') return swedishFormats;
  const locale = intlLocale(code);
  const write = words === null ? engineDates(locale) : ownDates(words);
  const dated =
    (form: DateForm) =>
    (when: When): string => {
      const date = typeof when === 'number' ? dateOfInstant(when) : when;
      return write(form, new Date(`${date}T12:00:00Z`));
    };
  const time: Formats['time'] = (when) => {
    const written = typeof when === 'number' ? timeOfInstant(when) : when;
    return withDot.has(code) ? written.replace(':', '.') : written;
  };
  const date = dated('date');
  const weekdayDate = dated('weekdayDate');
  const atTime = joinedBy(code === 'en' ? ' at ' : ' ');
  return {
    date,
    dayMonth: dated('dayMonth'),
    weekday: dated('weekday'),
    weekdayDate,
    weekdayDateTime: (when) => atTime(weekdayDate(when), time(when)),
    dateTime: (when) => atTime(date(when), time(when)),
    time,
    atTime,
    timeRange: (from, to) => `${time(from)}–${time(to)}`,
    list: words === null ? engineList(locale) : ownList(words),
    // An engine that does not know the language would write as the device does: then as Swedish does.
    whose: (name) => name,
    number: words === null ? (value) => value.toLocaleString(locale) : formatNumber,
  };
};
