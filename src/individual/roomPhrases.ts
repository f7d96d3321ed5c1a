import type { SayText, Translate } from '../i18n/keys.ts';
import type { languageAttributes } from '../i18n/languages.ts';
import type { CodedPicture } from '../plan/catalogue/codedPicture.ts';
import type { Instant, LocalDate } from '../shared/deps.ts';
import type {
  RoomDoer,
  RoomPlace,
  RoomTally,
  RoomTime,
  RoomUndecided,
  RoomWhen,
} from './roomShape.ts';

/** Puts the room's data into words. Takes `RoomView` and texts, nothing else: it cannot say what the allow-list left out. */
export interface RoomWords {
  readonly t: SayText;
  /** "1 juni" */
  readonly day: (date: LocalDate) => string;
  /** "tisdag 9 juni" */
  readonly weekday: (date: LocalDate) => string;
  /** "14.45" */
  readonly clock: (at: Instant | string) => string;
  /** What a person wrote or chose: a coded word in this language, all else as it stands. */
  readonly said: (text: string) => string;
  /** What a coded word means, in easy words; else nothing. */
  readonly explained: (text: string) => string;
  /** The picture of a coded word; null for free text, and until the catalogue has come. */
  readonly pictureOf: (text: string) => CodedPicture | null;
  /** Between what belongs together: ", " */
  readonly comma: string;
  /** "Eva, Per och Anna" */
  readonly list: (items: readonly string[]) => string;
  /** The individual's own language, which stands above the Swedish; null where all is in Swedish. */
  readonly language: ReturnType<typeof languageAttributes> | null;
  /** Says it in each of the room's languages: a text that differs becomes two, with `between` between them. */
  readonly both: <Said>(say: (words: RoomWords) => Said) => Said;
  /** This language's own of two such texts. */
  readonly own: (text: string) => string;
}

export const roomWords = (t: Translate): RoomWords => {
  const words: RoomWords = {
    t,
    day: t.formats.dayMonth,
    weekday: t.formats.weekdayDate,
    clock: t.formats.time,
    said: (text) => text,
    explained: () => '',
    pictureOf: () => null,
    comma: ', ',
    list: t.formats.list,
    language: null,
    both: (say) => say(words),
    own: (text) => text,
  };
  return words;
};

/** A coded word after something else: "Eva, sjuksköterska". What is all in capitals stays so. */
const saidWithin = (text: string, { said, language }: RoomWords): string => {
  const own = said(text);
  if (own.toLowerCase() === text.toLowerCase()) return text;
  return /^\p{Lu}\p{Ll}/u.test(own)
    ? own.charAt(0).toLocaleLowerCase(language?.lang) + own.slice(1)
    : own;
};

export const placeWords = (place: RoomPlace, words: RoomWords): string => {
  const { t } = words;
  switch (place.kind) {
    case 'words':
      return saidWithin(place.text, words);
    case 'authority':
      return t(`room:authority.${place.authority}`);
    case 'someone':
      return t('room:who.someone');
    case 'none':
      return '';
  }
};

export const joined = ({ comma }: RoomWords, ...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join(comma);

export const dotted = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join(' · ');

export const capital = (text: string): string =>
  text === '' ? '' : text.charAt(0).toLocaleUpperCase('sv') + text.slice(1);

export const whoWords = (who: RoomDoer, words: RoomWords): string =>
  who === 'self'
    ? words.t('room:self')
    : joined(words, who.name, placeWords(who.place, words)) || words.t('room:who.open');

export const severalWords = (who: readonly RoomDoer[], words: RoomWords): string => {
  const [only] = who;
  if (only === undefined) return words.t('room:who.open');
  if (who.length === 1) return whoWords(only, words);
  return words.list(
    who.map((each) =>
      each === 'self' ? words.t('room:self') : each.name || placeWords(each.place, words),
    ),
  );
};

export const whenWords = (when: RoomWhen | null, words: RoomWords): string => {
  if (when === null) return '';
  return joined(
    words,
    when.every === null ? '' : words.t(`room:every.${when.every}`),
    saidWithin(when.text, words),
    when.before === null ? '' : words.t('room:before', { date: words.day(when.before) }),
  );
};

export const undecidedWords = ({ by, date }: RoomUndecided, words: RoomWords): string => {
  if (date === null) {
    return by === '' ? words.t('room:undecided.open') : words.t('room:undecided.by', { by });
  }
  const day = words.day(date);
  return by === ''
    ? words.t('room:undecided.date', { date: day })
    : words.t('room:undecided.byDate', { by, date: day });
};

export const timeWords = (time: RoomTime, { t, clock }: RoomWords): string => {
  switch (time.kind) {
    case 'left':
      return t('room:time.left', { minutes: time.minutes });
    case 'soon':
      return t('room:time.soon');
    case 'ends':
      return t('room:time.ends', { time: clock(time.at) });
  }
};

export const tallyWords = (tally: RoomTally, { t }: RoomWords): string => {
  const agreed = tally.agreed === 0 ? '' : t('room:agreed', { count: tally.agreed });
  const waiting = tally.waiting === 0 ? '' : t('room:waiting', { count: tally.waiting });
  return dotted(agreed, waiting);
};
