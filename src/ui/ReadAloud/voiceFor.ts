/** Which voice of the device reads a language. Only voices on the device: with others each word would go over the network. */

export type Voice = Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default'>;

/** Voices that read another language as it is spoken: one text in Latin script is read in three countries. */
const alsoReadBy: Readonly<Record<string, readonly string[]>> = { bs: ['hr', 'sr'] };

const primary = (tag: string): string => tag.toLowerCase().split(/[-_]/u)[0] ?? '';

/** @param language BCP 47; null where the device has no voice for it. */
export const voiceFor = <Own extends Voice>(
  voices: readonly Own[],
  language: string,
): Own | null => {
  const here = voices.filter(({ localService }) => localService);
  const wanted = [primary(language), ...(alsoReadBy[primary(language)] ?? [])];
  const same = here.find(
    ({ lang }) => lang.replace('_', '-').toLowerCase() === language.toLowerCase(),
  );
  if (same !== undefined) return same;
  for (const tag of wanted) {
    const fitting = here.filter(({ lang }) => primary(lang) === tag);
    const found = fitting.find((voice) => voice.default) ?? fitting[0];
    if (found !== undefined) return found;
  }
  return null;
};
