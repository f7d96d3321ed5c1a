import { type LanguageCode, languageNamed } from '../i18n/languages.ts';
import type { SipPlan } from '../plan/model.ts';

/** The individual's language, where there are texts in it: the field itself is free text. */
export const languageOfPlan = ({ language }: Pick<SipPlan, 'language'>): LanguageCode | null =>
  languageNamed(language.value ?? '');
