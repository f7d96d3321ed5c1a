import type { JSX } from 'preact';
import { useContext } from 'preact/hooks';
import { currentLocale, initI18n } from '../../../i18n/i18n.ts';
import { languageOf } from '../../../i18n/languages.ts';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { AppearanceContext } from '../../AppearanceContext.ts';

/** The other language of the two, by its own name, for who opens the program for the first time. */
export function LanguageButton(): JSX.Element {
  useT();
  const appearance = useContext(AppearanceContext);
  const other = currentLocale() === 'sv' ? 'en' : 'sv';
  const choose = async (): Promise<void> => {
    try {
      await initI18n(other);
      appearance.set({ language: other });
    } catch {
      // It stays as it was, with all its words; the button is still there.
    }
  };
  return (
    <Button kind="quiet" onClick={() => void choose()}>
      <span lang={other}>{languageOf(other).ownName}</span>
    </Button>
  );
}
