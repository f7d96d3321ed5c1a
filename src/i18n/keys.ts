/**
 * The type of every key, made from the Swedish files: a key that is missing there is a type error where it
 * is used. A new namespace is one import and one line in `swedish.ts`.
 */
import type { Formats } from './formats.ts';
import type { swedish } from './swedish.ts';

type Namespaces = typeof swedish;

/** `minutes_one` and `minutes_other` are both asked for as `minutes`. */
type WithoutPlural<Name extends string> =
  Name extends `${infer Base}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Base : Name;

export type Paths<Tree> = {
  [Name in keyof Tree & string]: Tree[Name] extends string
    ? WithoutPlural<Name>
    : `${Name}.${Paths<Tree[Name]>}`;
}[keyof Tree & string];

export type Namespace = keyof Namespaces;

/** Every text key, as `namespace:path.to.text`. */
export type TextKey = { [Name in Namespace]: `${Name}:${Paths<Namespaces[Name]>}` }[Namespace];

export type TextParams = Readonly<Record<string, string | number>>;

/** Takes a key and the values it names; gives the text. */
export type SayText = (key: TextKey, params?: TextParams) => string;

/** Texts in one language, and how that language writes dates, times, lists and numbers. */
export interface Translate extends SayText {
  readonly formats: Formats;
}
