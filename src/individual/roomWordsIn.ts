/**
 * The words of the shared view in the individual's language, with Swedish below (field.md 21), and the pictures of coded
 * words. Loaded when a shared view is opened.
 */
import type { SayText } from '../i18n/keys.ts';
import {
  type LanguageCode,
  languageAttributes,
  languageOf,
  type Script,
} from '../i18n/languages.ts';
import { loadTexts } from '../i18n/loadTexts.ts';
import type { Texts } from '../i18n/textsOf.ts';
import { createCodedInText } from '../plan/catalogue/codedInText.ts';
import { keepLanguage } from './keepLanguage.ts';
import { between } from './roomBlocks.ts';
import type { RoomWords } from './roomPhrases.ts';

/** In the place of the Swedish, where only the one who reads the other language needs it. */
const alone = between;

/** Two of the same form become one, whose texts are both where they differ. */
const pair = <Said>(theirs: Said, ours: Said | undefined): Said => {
  if (typeof theirs === 'string') {
    if (ours === undefined || ours === alone) return `${theirs}${between}` as Said;
    return (theirs === ours ? ours : `${theirs}${between}${String(ours)}`) as Said;
  }
  if (typeof theirs !== 'object' || theirs === null) return ours === undefined ? theirs : ours;
  const other = ours as Readonly<Record<string, Said>>;
  if (Array.isArray(theirs)) return theirs.map((each, index) => pair(each, other[index])) as Said;
  return Object.fromEntries(
    Object.entries(theirs).map(([name, each]) => [name, pair(each, other[name])]),
  ) as Said;
};

const commas: Partial<Record<Script, string>> = { arabic: '، ', ethiopic: '፣ ' };

/** "مشي (promenad)" is "مشي" here, where the Swedish stands beside. */
const withoutSwedish = (name: string, swedish: string): string => {
  const [, own = name, aside] = /^(.+?)\s*\(([^()]+)\)$/u.exec(name) ?? [];
  return aside?.toLowerCase() === swedish.trim().toLowerCase() ? own : name;
};

type Coded = Pick<RoomWords, 'said' | 'explained' | 'pictureOf'>;

/** The catalogue's words in a language, found by their Swedish names; all else stays as it was written. */
const codedIn = async (language: LanguageCode): Promise<Coded> => {
  const [own, swedish] = await Promise.all([
    loadTexts(language, 'coded'),
    loadTexts('sv', 'coded'),
  ]);
  const codedOf = createCodedInText((id) => swedish.t(`coded:item.${id}.name`));
  return {
    said: (text) => {
      const coded = codedOf(text);
      return coded === null ? text : withoutSwedish(own.t(`coded:item.${coded.id}.name`), text);
    },
    explained: (text) => {
      const coded = codedOf(text);
      return coded === null ? '' : own.t(`coded:item.${coded.id}.plain`);
    },
    pictureOf: (text) => codedOf(text)?.picture ?? null,
  };
};

const wordsOf = (texts: Texts<'room'>, coded: Coded, swedish: RoomWords): RoomWords => {
  const { formats, language } = texts;
  const t: SayText = (key, params) =>
    isOfRoom(key) ? texts.t(key, params) : swedish.t(key, params);
  const theirs: RoomWords = {
    t,
    day: formats.dayMonth,
    weekday: formats.weekdayDate,
    clock: formats.time,
    ...coded,
    comma: commas[languageOf(language).script] ?? swedish.comma,
    list: formats.list,
    language: null,
    both: (say) => say(theirs),
    own: (text) => text,
  };
  // Lättläst is Swedish: it stands alone.
  if (language.startsWith('sv')) return theirs;
  const attributes = languageAttributes(language);
  const above: RoomWords = {
    ...theirs,
    language: attributes,
    own: (text) => text.split(between)[0] ?? '',
  };
  const below: RoomWords = {
    ...swedish,
    pictureOf: coded.pictureOf,
    explained: (text) => (coded.explained(text) === '' ? '' : alone),
    own: (text) => text.split(between).at(-1) ?? '',
  };
  return { ...above, both: (say) => pair(say(above), say(below)) };
};

const isOfRoom = (key: string): key is Parameters<Texts<'room'>['t']>[0] => key.startsWith('room:');

/** Swedish has its words already; the catalogue's pictures and explanations come to it here. */
const withCatalogue =
  ({ pictureOf, explained }: Coded): WordsIn =>
  (swedish) => {
    const words: RoomWords = { ...swedish, pictureOf, explained, both: (say) => say(words) };
    return words;
  };

export type WordsIn = (swedish: RoomWords) => RoomWords;

/** Rejects where not even the Swedish texts can be had. */
export const roomWordsIn = async (language: LanguageCode): Promise<WordsIn> => {
  if (language === 'sv') return withCatalogue(await codedIn(language));
  const [texts, coded] = await Promise.all([loadTexts(language, 'room'), codedIn(language)]);
  void keepLanguage(language);
  return (swedish) => wordsOf(texts, coded, swedish);
};
