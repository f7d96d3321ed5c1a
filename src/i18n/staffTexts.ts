/** Staff's part of the program in another language than Swedish: all of it in one file, loaded when it is chosen. */
import type { Formats } from './formats.ts';
import { createFormats } from './formatsIn.ts';
import type { Locale } from './i18n.ts';
import type { TextTree } from './individualTexts.ts';
import { swedish } from './swedish.ts';

const files = import.meta.glob<Readonly<Record<string, TextTree>>>('./locales/staff/*.ts', {
  import: 'texts',
});

export interface StaffTexts {
  /** By namespace. */
  readonly texts: Readonly<Record<string, TextTree>>;
  readonly formats: Formats;
}

/** Rejects where the file cannot be had. */
export const loadStaffTexts = async (locale: Exclude<Locale, 'sv'>): Promise<StaffTexts> => {
  const found = await files[`./locales/staff/${locale}.ts`]?.();
  if (found === undefined) throw new Error(`There are no texts in ${locale}`);
  const texts = Object.fromEntries(
    Object.keys(swedish).flatMap((namespace) => {
      const tree = found[`../${locale}/${namespace}.json`];
      return tree === undefined ? [] : [[namespace, tree] as const];
    }),
  );
  return { texts, formats: createFormats(locale, null) };
};
