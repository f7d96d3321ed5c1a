/**
 * LIX, the Swedish measure of how hard a text is to read (Björnsson 1968): words per sentence plus the share of words
 * longer than six letters, in per cent. Under 30 is very easy, over 45 is for experts.
 */

/** Takes texts that each stand alone: a text without a full stop counts as one sentence. */
export function lix(texts: readonly string[]): number {
  const sentences = texts
    .flatMap((text) => text.split(/[.?:…]+(?=\s|$)/u))
    .filter((one) => wordsOf(one).length > 0);
  const words = sentences.flatMap(wordsOf);
  if (words.length === 0) return 0;
  const long = words.filter((word) => word.length > 6);
  return words.length / sentences.length + (100 * long.length) / words.length;
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\d]+(?:[-’'][\p{L}\d]+)*/gu) ?? [];
}
