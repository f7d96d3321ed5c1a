/**
 * What an individual, a close person or a child can read: the namespaces that exist in every language. A new one is an
 * import and a line in the type, its name in the list, and its name in `locales/sv.ts`.
 */
import type coded from './locales/sv/coded.json';
import type easy from './locales/sv/easy.json';
import type follow from './locales/sv/follow.json';
import type howWasIt from './locales/sv/howWasIt.json';
import type ownCircles from './locales/sv/ownCircles.json';
import type ownView from './locales/sv/ownView.json';
import type room from './locales/sv/room.json';
import type signals from './locales/sv/signals.json';
import type sip from './locales/sv/sip.json';
import type words from './locales/sv/words.json';

export interface IndividualTexts {
  readonly coded: typeof coded;
  readonly easy: typeof easy;
  readonly follow: typeof follow;
  readonly howWasIt: typeof howWasIt;
  readonly ownCircles: typeof ownCircles;
  readonly ownView: typeof ownView;
  readonly room: typeof room;
  readonly signals: typeof signals;
  readonly sip: typeof sip;
  readonly words: typeof words;
}

export type IndividualNamespace = keyof IndividualTexts;

export const individualNamespaces = [
  'coded',
  'easy',
  'follow',
  'howWasIt',
  'ownCircles',
  'ownView',
  'room',
  'signals',
  'sip',
  'words',
] as const satisfies readonly IndividualNamespace[];

/**
 * Parts of them that only the leader reads, on a bar or in a question. They stand in Swedish and lättläst svenska, and a
 * language may leave them out.
 */
export const leadersParts: Partial<Record<IndividualNamespace, readonly string[]>> = {
  room: ['bar', 'name', 'onlyMe', 'writeLine'],
};

/** The texts of a file. */
export type TextTree = { readonly [name: string]: string | TextTree };

/** The texts of a language, by `./<code>/<namespace>.json`. */
export type LanguageTexts = Readonly<Record<string, TextTree>>;
