/** Which font files a language needs besides those that every device keeps (src/ui/fonts.css). */
import { type LanguageCode, languageOf, type Script } from './languages.ts';

const weights: Readonly<Record<Script, readonly string[]>> = {
  latin: [],
  arabic: ['400', '700'],
  ethiopic: ['400', '700'],
  cyrillic: ['400', '600', '700'],
};

/** Paths below the origin. */
export const fontFilesOf = (code: LanguageCode): readonly string[] => {
  const { script } = languageOf(code);
  return weights[script].map((weight) => `/fonts/scripts/noto-sans-${script}-${weight}.woff2`);
};
