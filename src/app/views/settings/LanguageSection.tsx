import type { JSX } from 'preact';
import { useSyncExternalStore } from 'preact/compat';
import { useContext, useState } from 'preact/hooks';
import { initI18n, type Locale, locales } from '../../../i18n/i18n.ts';
import { languageOf } from '../../../i18n/languages.ts';
import { useT } from '../../../i18n/useT.ts';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import { AppearanceContext } from '../../AppearanceContext.ts';

/**
 * What the program itself is read in. The plan, papers and what the room sees stay Swedish, beside the individual's own
 * language; it says so where another is chosen.
 */
export function LanguageSection(): JSX.Element {
  const t = useT();
  const appearance = useContext(AppearanceContext);
  const { language } = useSyncExternalStore(appearance.subscribe, appearance.get);
  const [failed, setFailed] = useState(false);
  const choose = async (locale: Locale): Promise<void> => {
    try {
      await initI18n(locale);
      setFailed(false);
      appearance.set({ language: locale });
    } catch {
      setFailed(true);
    }
  };
  return (
    <section class="section" aria-label={t('settings:language.title')}>
      <h2>{t('settings:language.title')}</h2>
      <ChipGroup
        label={t('settings:language.label')}
        value={language}
        options={locales.map((locale) => ({
          value: locale,
          label: languageOf(locale).ownName,
          lang: locale,
        }))}
        onChange={(locale: Locale) => void choose(locale)}
      />
      {language !== 'sv' && <p class="soft">{t('settings:language.stays')}</p>}
      {failed && <Notice kind="attention">{t('settings:language.failed')}</Notice>}
    </section>
  );
}
