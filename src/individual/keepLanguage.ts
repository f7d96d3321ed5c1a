/**
 * Makes a language hold without internet: its texts are among the files that every device keeps, its fonts are fetched
 * here. Asked for when the language is chosen for a plan, and each time that it is shown.
 */
import type { LanguageCode } from '../i18n/languages.ts';
import { fontFilesOf } from '../i18n/scriptFonts.ts';
import { browserKeptFontsDeps, keepFonts } from '../pwa/keptFonts.ts';

/** Resolves to whether all of it is here. Never throws; where fonts are missing the device draws with its own. */
export const keepLanguage = (code: LanguageCode): Promise<boolean> =>
  keepFonts(fontFilesOf(code), browserKeptFontsDeps());
